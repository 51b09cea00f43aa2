"""What hand-written pages may use: the same renderings that the generated pages have."""

from __future__ import annotations

from typing import Any

from samverkan.findings import nearest
from samverkan.kinds import Thing
from samverkan.phrases import in_groups
from samverkan.render import Renderer


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; `env.conf["extra"]` carries the renderer."""
    if "renderer" not in env.conf["extra"]:
        return  # the model has errors, and the preview shows them in place of every page
    renderer: Renderer = env.conf["extra"]["renderer"]
    model = renderer.model

    def known(kind: str, id: str) -> Thing:
        things: dict[str, Thing] = {thing.id: thing for thing in model.all(kind)}
        if id not in things:
            raise ValueError(f"{kind} ”{id}” finns inte. {nearest(id, things)}")
        return things[id]

    @env.macro
    def lista(kind: str, grupp: str = "", metod: bool | None = None) -> str:
        """Links to all things of a kind with a sentence each; by a field; only method, or all but."""
        things = [thing for thing in model.all(kind) if metod is None or bool(thing.märken) == metod]
        return renderer.template("lista", grupper=in_groups(things, grupp) if grupp else [("", things)])

    @env.macro
    def alla(kind: str, grupp: str = "") -> str:
        """All things of a kind, each shown in full; under a heading for each value of a field."""
        groups = in_groups(model.all(kind), grupp) if grupp else [("", model.all(kind))]
        parts = []
        for number, (heading, things) in enumerate(groups, 1):
            parts += [f"## {heading} {{: #grupp-{number} }}\n"] if heading else []
            parts += [renderer.thing(thing) for thing in things]
        return "\n".join(parts)

    @env.macro
    def mall(namn: str) -> str:
        """A template that shows the model as a whole: genvagar, fara, checklistor, stegen_uppat, sorterna."""
        return renderer.template(namn)

    @env.macro
    def visa(kind: str, id: str) -> str:
        """One thing in full, on a page written by hand; what does not exist stops the build."""
        return renderer.thing(known(kind, id))

    @env.macro
    def om_saken(kind: str, id: str) -> str:
        """Where it comes from: its sources and its file, last on the page that shows it."""
        return renderer.template("om_saken", ting=known(kind, id))

    @env.macro
    def antal(kind: str) -> int:
        """How many things of a kind there are."""
        return len(model.all(kind))

    @env.macro
    def länk(kind: str, id: str, text: str = "") -> str:
        """A link to a thing; what does not exist stops the build."""
        thing = known(kind, id)
        return f"[{text or thing.namn}]({thing.url})"
