"""Rules for terms and descriptions: one fact stands in one place, and each says what it rests on."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Begrepp, Funktion, Verksamhet
from samverkan.resolve import Model, references


def term_is_explained_once(model: Model) -> Iterator[Finding]:
    """A term has its own definition, or the page that gives it; never both."""
    for begrepp in model.all(Begrepp):
        typed = bool(begrepp.definition)
        if typed == bool(begrepp.sida):
            yield Finding(
                begrepp.at("definition") if typed else begrepp.at("namn"),
                "begrepp-definition",
                f"begreppet ”{begrepp.namn}” har " + ("både definition och sida." if typed else "ingen definition."),
                "Skriv ”sida:” med saken som ordet är namnet på, till exempel pilot:osis. Finns ingen sådan: skriv "
                "”definition:”.",
            )


def description_rests_on_something(model: Model) -> Iterator[Finding]:
    """A term, a funktion and a verksamhet name a source or a law, or say that the words are the model's own."""
    things: list[Begrepp | Funktion | Verksamhet] = [
        *model.all(Begrepp),
        *model.all(Funktion),
        *model.all(Verksamhet),
    ]
    for thing in things:
        law = any(ref.kind == "lagrum" for _, ref in references(thing))
        given = bool(thing.källor or law or (isinstance(thing, Begrepp) and thing.sida))
        if not given and not thing.stöd:
            yield Finding(
                thing.at("namn"),
                "källa-saknas",
                f"{thing.kind} ”{thing.namn}” har varken källa eller lagrum.",
                "Skriv källan under ”källor:” eller länka till lagrummet. Är texten modellens egen: skriv "
                "”stöd: modellen”.",
            )
