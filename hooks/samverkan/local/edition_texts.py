"""What each thing said in an edition, with the kommun's own laid over it, as plain data."""

from __future__ import annotations

from typing import Any

from samverkan.kinds import Thing
from samverkan.local.day import on_day
from samverkan.local.decisions import text_of
from samverkan.local.overlay import overlay
from samverkan.local.said import NewNames, with_new_names
from samverkan.reading.document import Document
from samverkan.reading.editions import Edition

Texts = dict[tuple[type[Thing], str], dict[str, Any]]


def texts(edition: Edition, renamed: NewNames) -> Texts:
    """The text of each thing as it applied on the edition's day, by kind and id; what could not be read is left out.

    A field that has another name now (`renamed`) stands under that.
    """
    parts = (edition.sources.common, edition.sources.own)
    common, own = ([on_day(document, edition.day) for document in part] for part in parts)
    documents, _, _ = overlay(common, own)
    found = ((one.kind, one.stem, one.data) for one in documents if one.data and not _gone(one))
    return {(kind, id): text_of(with_new_names(kind, data, renamed)) for kind, id, data in found}


def _gone(document: Document) -> bool:
    """Whether the kommun has none of it."""
    return document.deviation is not None and document.deviation.verb == "utgår"
