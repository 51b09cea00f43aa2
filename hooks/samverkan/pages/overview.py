"""What the model says when it is counted: coverage, themes, sources. Numbers are never written by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from samverkan.kinds import Forum, Huvudman, Källa, Källhänvisning, Lärdom, Part, Samverkansform, Thing
from samverkan.kinds.samverkansform import Förekomst
from samverkan.resolve import Model, references
from samverkan.slug import slug


def coverage(model: Model) -> tuple[list[Huvudman], list[Samverkansform], dict[tuple[str, str], Förekomst]]:
    """Kommuner, samverkansformer, and the Förekomst of each pair by their ids."""
    kommuner = [huvudman for huvudman in model.all(Huvudman) if huvudman.typ == "kommun"]
    forms = model.all(Samverkansform)
    return kommuner, forms, {(f.huvudman.id, form.id): f for form in forms for f in form.finns}


def themes(model: Model) -> list[tuple[str, str, list[tuple[str, str, list[Lärdom]]]]]:
    """Per theme: its name, its page, and (origin id, origin, lärdomar) for every form and study."""
    lärdomar = model.all(Lärdom)
    return [
        (
            tema,
            f"/lardomar/tema-{slug(tema)}.md",
            [
                (id, name, [lärdom for lärdom in lärdomar if lärdom.tema == tema and origin(model, lärdom)[0] == id])
                for id, name in origins(model)
            ],
        )
        for tema in model.region.teman
    ]


def origins(model: Model) -> list[tuple[str, str]]:
    """(id, name) of each form, then each study in the region's order, that any lärdom comes from."""
    found = {origin(model, lärdom) for lärdom in model.all(Lärdom)}
    forms = [(form.id, form.namn) for form in model.all(Samverkansform)]
    every = [*forms, *((study.id, study.namn) for study in model.region.studier)]
    return [one for one in every if one in found]


def here_and_method(model: Model) -> list[tuple[str, str, list[Forum]]]:
    """(heading, id, forums): those that the region has, then those of each method under its mark."""
    here = f"I {model.region.namn}"
    groups: dict[str, list[Forum]] = {here: []}
    for forum in model.all(Forum):
        groups.setdefault(forum.märken[0] if forum.märken else here, []).append(forum)
    return [(name, slug(model.region.namn if name == here else name), forums) for name, forums in groups.items()]


def findings_of(model: Model, id: str) -> list[tuple[str, list[Lärdom]]]:
    """All that one form or study found: (type, lärdomar), in the order of the types."""
    own = [lärdom for lärdom in model.all(Lärdom) if origin(model, lärdom)[0] == id]
    types = get_args(Lärdom.model_fields["typ"].annotation)
    return [(typ, found) for typ in types if (found := [lärdom for lärdom in own if lärdom.typ == typ])]


def origin_page(id: str) -> str:
    """The page of all that one form or study found."""
    return f"/lardomar/fran-{id}.md"


def origin(model: Model, lärdom: Lärdom) -> tuple[str, str]:
    """Where a lärdom comes from: the id and the name of its form, or of its study."""
    if lärdom.form:
        return lärdom.form.id, lärdom.form.saken.namn
    return next((s.id, s.namn) for s in model.region.studier if lärdom.studie in (s.namn, *s.delar))


def sections(model: Model) -> list[tuple[Källa, list[tuple[str, int]], int]]:
    """Per source: how many statements rest on each section of it, and on it in all."""
    counts: dict[str, Counter[str]] = {källa.id: Counter() for källa in model.all(Källa)}
    for thing in model.everything():
        for hänvisning in citations(thing):
            counts[hänvisning.källa.id][hänvisning.plats.split(",")[0].strip()] += 1
    return [(k, sorted(counts[k.id].items()), sum(counts[k.id].values())) for k in model.all(Källa)]


def unsourced(model: Model) -> list[tuple[str, list[Thing]]]:
    """Per kind: the things in which no statement names a source or a law."""
    result: dict[str, list[Thing]] = {}
    for thing in model.everything():
        has_basis = any(True for _ in citations(thing)) or _rests_on_law(thing) or getattr(thing, "sida", None)
        if thing.kind not in ("källa", "lagrum", "kontakt") and not has_basis:
            result.setdefault(thing.plural, []).append(thing)
    return list(result.items())


def citations(part: object) -> Iterator[Källhänvisning]:
    """Every Källhänvisning in a thing."""
    if isinstance(part, Källhänvisning):
        yield part
    elif isinstance(part, Part):
        for name in type(part).model_fields:
            yield from citations(getattr(part, name))
    elif isinstance(part, list):
        for item in part:
            yield from citations(item)


def _rests_on_law(thing: Thing) -> bool:
    return any(ref.kind == "lagrum" for _, ref in references(thing))
