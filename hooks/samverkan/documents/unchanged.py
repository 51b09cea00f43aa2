"""What all of a web's documents are made of, known without making any of them.

A document can say nothing but what the model, the kommuner, git and this engine say, and looks as the engine, its
libraries and the publisher's logo let it. Where none of that has changed, no document has.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import samverkan
from samverkan.pages.render import Renderer
from samverkan.reading.program import program
from samverkan.resolve import Model

# What the engine is made of: its code, templates, looks and letters.
PARTS = (".py", ".md", ".typ", ".xml", ".ttf")


def made_of(renderer: Renderer, docs: Path) -> str:
    """A digest of all of it; `docs` is the folder that the publisher's logo lies in."""
    whole = hashlib.sha256(_engine().encode())
    for model in (renderer.model, *renderer.kommuner):
        whole.update(_said(model).encode())
    editions = [
        (edition.day, [(one.file, one.data) for one in (*edition.sources.common, *edition.sources.own)])
        for edition in renderer.past.editions
    ]
    whole.update(repr((renderer.forges, renderer.past.history, editions)).encode())
    if logo := renderer.model.settings.logotyp:
        whole.update((docs / logo).read_bytes())
    return whole.hexdigest()


def _said(model: Model) -> str:
    """All that a model was read from, and the day that it tells of; its things follow from that."""
    return repr((model.data, model.today, model.settings, model.region, model.county, model.local, model.deviating))


@cache
def _engine() -> str:
    """The engine as it was when it was first asked for: what has been imported stays as it was."""
    return program(Path(samverkan.__file__).parent, PARTS)
