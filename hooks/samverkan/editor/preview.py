"""What the pages become before anything is saved: the changed page beside what it is, and which pages change."""

from __future__ import annotations

from dataclasses import dataclass

from samverkan.editor.blocks import Pair, pairs, whole
from samverkan.editor.desk import Answer, Desk, Pages, action
from samverkan.editor.posted import Sent
from samverkan.editor.saving import Tried
from samverkan.editor.told import Told
from samverkan.kinds import Thing
from samverkan.pages.every_page import pages, publisher_pages
from samverkan.pages.render import Renderer
from samverkan.resolve import Model

# What the button says that wants every page that changes, which takes a while.
ALL = "visa:alla"


@dataclass(frozen=True)
class Shown:
    """A page that changes: how, and the blocks that do."""

    title: str
    state: str
    pairs: list[Pair]


def preview(desk: Desk, done: Tried, sent: Sent, warnings: list[Told]) -> Answer:
    """The page of what a form says, before and after; nothing is saved."""
    before, after = desk.folder.model()[1], done.model
    errors = desk.told([one for one in done.findings if one.severity == "fel"])
    opened = done.changes[0].opened
    old, new = ("" if errors else _page(model, opened.kind, opened.id) for model in (before, after))
    return desk.show(
        "visa",
        f"Så blir det: {done.changes[0].wanted.get('namn', opened.now.get('namn', opened.id))}",
        modellfel=errors,
        ändrat=pairs(old, new),
        hela=whole(new),
        sidor=_changed(desk, before, after) if action(sent) == ALL and not errors else None,
        varningar=warnings,
        skickat=[(name, value) for name, values in sent.items() for value in values if name != "gör"],
    )


def _page(model: Model, kind: type[Thing], id: str) -> str:
    """The Markdown of a thing's page, or of its section; empty where there is none."""
    thing = model.things.get(kind.kind, {}).get(id)
    return Renderer(model).thing(thing) if thing and kind.own_page else ""


def _changed(desk: Desk, before: Model, after: Model) -> list[Shown]:
    """Every page that is new, gone or another, in the order of the pages."""
    old, new = _every(desk, before), _every(desk, after)
    return [
        Shown(
            (new.get(path) or old[path])[0],
            "ny" if path not in old else "borta" if path not in new else "ändrad",
            pairs(old.get(path, ("", ""))[1], new.get(path, ("", ""))[1]),
        )
        for path in dict.fromkeys([*new, *old])
        if old.get(path) != new.get(path)
    ]


def _every(desk: Desk, model: Model) -> Pages:
    """The title and Markdown of every page that the model gives, by its path; remembered for the next question."""
    there = next((made for one, made in desk.pages if one is model), None)
    if there is None:
        renderer = Renderer(model)
        made = [*pages(renderer), *publisher_pages(renderer, [])]
        there = {page.path: (page.title, page.text()) for page in made}
        now = desk.folder.model()[1]
        desk.pages = [*((one, made) for one, made in desk.pages if one is now), (model, there)]
    return there
