"""Rules for what the region lists as its own: themes, studies and parts, which other files choose from."""

from collections.abc import Iterator

from samverkan.findings import Finding, nearest
from samverkan.kinds import KINDS, Huvudman, Lärdom, Thing
from samverkan.resolve import Model


def choices_are_the_regions(model: Model) -> Iterator[Finding]:
    """A theme, a study and a part of the region is one of those that region.yml lists."""
    region = model.region
    studies = [name for study in region.studier for name in (study.namn, *study.delar)]
    for lärdom in model.all(Lärdom):
        yield from _choice(lärdom, "tema", region.teman)
        yield from _choice(lärdom, "studie", studies)
    for huvudman in model.all(Huvudman):
        yield from _choice(huvudman, "område", region.områden.namn if region.områden else [])


def study_has_its_own_address(model: Model) -> Iterator[Finding]:
    """What a study and what a samverkansform has shown stand on pages of their own."""
    for i, study in enumerate(model.region.studier):
        if study.id in model.things["samverkansform"]:
            yield Finding(
                model.region.at("studier", i, "id"),
                "dubbelt-id",
                f"id ”{study.id}” är också en samverkansform, och lärdomarna därifrån har samma adress.",
                "Ge studien ett eget id.",
            )


def renamed_fields_are_fields(model: Model) -> Iterator[Finding]:
    """What an old field leads to is a field of a kind, and the old name is none."""
    kinds = {kind.folder: kind for kind in KINDS}
    for i, byte in enumerate(model.region.bytta_fält):
        fields = kinds[byte.i].model_fields if byte.i in kinds else {}
        for key, value, choices in (("i", byte.i, [*kinds]), ("nu", byte.nu, [*fields])):
            if choices and value not in choices:
                yield Finding(
                    model.region.at("bytta_fält", i, key),
                    "fel-värde",
                    f"”{value}” går inte att välja för ”{key}”.",
                    nearest(value, choices),
                )
        if byte.förut in fields:
            yield Finding(
                model.region.at("bytta_fält", i, "förut"),
                "fel-värde",
                f"”{byte.förut}” är ett fält som finns; då går det inte att byta ut.",
                "Skriv namnet som fältet hade förut.",
            )


def _choice(thing: Thing, field: str, choices: list[str]) -> Iterator[Finding]:
    value = getattr(thing, field)
    if value is not None and value not in choices:
        yield Finding(
            thing.at(field),
            "fel-värde",
            f"”{value}” går inte att välja för ”{field}”.",
            f"{nearest(value, choices)} Valen står i model/gemensam/region.yml.",
        )
