"""Rules for what stands twice, points at itself, or has two names: the reader would not know which to trust."""

from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from pydantic import BaseModel

from samverkan.findings import Finding
from samverkan.kinds import Begrepp, Funktion, Källhänvisning, Lärdom, Ref, Thing
from samverkan.kinds.base import Place
from samverkan.resolve import Model

T = TypeVar("T", bound=Thing)
# Kinds whose names are looked after by rules of their own, or where one name may stand for several.
MANY_NAMES = ("lagrum", "kontakt")
LITTLE_WORDS = frozenset(
    {"och", "att", "det", "som", "en", "ett", "den", "de", "är", "på", "i", "av", "för", "med", "till", "om", "inte"}
    | {"så", "kan", "ska", "har", "du", "vi", "man", "eller", "men", "när", "var", "vad", "hur", "där", "här", "från"}
    | {"under", "efter", "sig", "sin", "sitt", "sina", "alla", "också", "bara", "mer", "barn", "barnet", "barnets"}
)
# A matrix has the same task for several places; each row says which.
PARTS_WITH_NAMES = ("namn", "rubrik", "fråga", "text")


def name_stands_once(model: Model) -> Iterator[Finding]:
    """No two things of a kind have the same name; a lärdom may say the same of another form or study."""
    for kind, things in model.things.items():
        first: dict[tuple[str, ...], Thing] = {}
        for thing in _common_first(things.values()) if kind not in MANY_NAMES else ():
            key = (thing.namn.casefold(), *_of_what(thing))
            if key in first:
                yield Finding(
                    thing.at("namn"),
                    "samma-namn",
                    f"{kind} ”{first[key].id}” heter också ”{thing.namn}”.",
                    "Är det samma sak: ta bort den ena filen. Annars: ge dem namn som läsaren kan skilja åt.",
                )
            first.setdefault(key, thing)


def text_stands_once(model: Model) -> Iterator[Finding]:
    """A lärdom of a form or a study is told once."""
    first: dict[tuple[str, ...], Thing] = {}
    for lärdom in _common_first(model.all(Lärdom)):
        key = (" ".join(lärdom.text.casefold().split()), *_of_what(lärdom))
        if key in first:
            yield Finding(
                lärdom.at("text"),
                "samma-text",
                f"lärdomen ”{first[key].id}” säger samma sak om samma form eller studie.",
                "Ta bort den ena filen och skriv dess källa hos den andra.",
            )
        first.setdefault(key, lärdom)


def other_names_are_its_own(model: Model) -> Iterator[Finding]:
    """What a term is also called is not the name of another term, and no little word that every text has."""
    owner: dict[str, Thing] = {begrepp.namn.casefold(): begrepp for begrepp in model.all(Begrepp)}
    for begrepp in _common_first(model.all(Begrepp)):
        fields = [(("förkortning",), begrepp.förkortning)] if begrepp.förkortning else []
        words: list[tuple[Place, str]] = [
            *fields,
            *_listed(begrepp.former, "former"),
            *_listed(begrepp.synonymer, "synonymer"),
        ]
        for place, word in words:
            other = owner.setdefault(word.casefold(), begrepp)
            if other is not begrepp:
                yield Finding(
                    begrepp.at(*place),
                    "samma-namn",
                    f"”{word}” hör redan till begreppet ”{other.namn}”.",
                    "Låt ordet stå hos det begrepp som läsaren menar, och länka det andra under ”se_även”.",
                )
            if word.casefold() in LITTLE_WORDS or len(word) < 2:
                yield Finding(
                    begrepp.at(*place),
                    "vanligt-ord",
                    f"”{word}” står i nästan varje text, och skulle bli en länk där.",
                    "Ta bort ordet.",
                )


def nothing_stands_twice(model: Model) -> Iterator[Finding]:
    """In one list nothing stands twice: no reference, no word, no source with its place, no part."""
    for thing in model.everything():
        for place, items in _lists(thing):
            first: dict[Hashable, int] = {}
            for i, item in enumerate(items):
                key = _key(item, thing)
                if key is not None and key in first:
                    yield Finding(
                        thing.at(*place, i),
                        "står-dubbelt",
                        f"”{_said(item)}” står två gånger i ”{_field(place)}”.",
                        "Ta bort det ena.",
                    )
                first.setdefault(key, i)


def nothing_is_its_own(model: Model) -> Iterator[Finding]:
    """No field of a thing points at the thing itself, but for a step after another; forums have words of their own."""
    for thing, place, value in model.values:
        own = isinstance(value, Ref) and repr(value) == f"{thing.kind}:{thing.id}"
        if own and thing.kind != "forum" and "efter" not in place:
            yield Finding(
                thing.at(*place),
                "sig-själv",
                f"{thing.kind} ”{thing.namn}” hänvisar till sig själv i ”{_field(place)}”.",
                "Ta bort hänvisningen, eller skriv den som det skulle vara.",
            )
    for funktion in model.all(Funktion):
        above = [ref.till for ref in funktion.ingår_i if ref.till]
        seen = set()
        while above:
            other = above.pop()
            if other is funktion and funktion.id not in {ref.id for ref in funktion.ingår_i}:
                yield Finding(
                    funktion.at("ingår_i"),
                    "sig-själv",
                    f"funktionen ”{funktion.namn}” ingår, genom andra, i sig själv.",
                    "Låt bara den smalare funktionen ingå i den bredare.",
                )
                break
            if other.id not in seen:
                seen.add(other.id)
                above += [ref.till for ref in other.ingår_i if ref.till]


def order_is_clear(model: Model) -> Iterator[Finding]:
    """A place in a list is a number from 1, and the county gives each to one thing; there are four levels."""
    for things in model.things.values():
        first: dict[Hashable, Thing] = {}
        for thing in _common_first(things.values()):
            order = getattr(thing, "ordning", None)
            if order is None:
                continue
            last = 4 if thing.kind == "nivå" else 999
            if not 1 <= order <= last:
                yield Finding(
                    thing.at("ordning"), "ordning", f"{order} är ingen plats.", f"Skriv ett tal från 1 till {last}."
                )
            key = (getattr(thing, "typ", None), getattr(thing, "grupp", None), order)
            added = thing.avvikelse is not None and thing.avvikelse.verb == "tillägg"
            if key in first and not added:
                yield Finding(
                    thing.at("ordning"),
                    "ordning",
                    f"”{first[key].namn}” har också platsen {order}.",
                    "Ge dem var sin plats, i den ordning som läsaren ska se dem.",
                    "fel" if thing.kind == "nivå" else "varning",
                )
            if not added:
                first.setdefault(key, thing)


def _common_first(things: Iterable[T]) -> list[T]:
    """Where a kommun's own thing is the same as one of the county's, the finding stands in the kommun's file."""
    return sorted(things, key=lambda thing: thing.avvikelse is not None)


def _of_what(thing: Thing) -> tuple[str, ...]:
    return (thing.form.id if thing.form else "", str(thing.studie)) if isinstance(thing, Lärdom) else ()


def _listed(words: list[str], field: str) -> Iterator[tuple[Place, str]]:
    for i, word in enumerate(words):
        yield (field, i), word


def _lists(part: BaseModel, place: Place = ()) -> Iterator[tuple[Place, list[object]]]:
    for name, value in vars(part).items():
        if isinstance(value, BaseModel):
            yield from _lists(value, (*place, name))
        elif isinstance(value, list) and value and name != "positioner":
            if len(value) > 1:
                yield (*place, name), value
            for i, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _lists(item, (*place, name, i))


def _key(item: object, thing: Thing) -> Hashable:
    """What makes an item of a list the same as another; None where it may stand twice."""
    if isinstance(item, Källhänvisning):
        return ("källa", item.källa.id, item.plats.casefold())
    if isinstance(item, Ref):
        return (item.kind, item.id, item.part)
    if isinstance(item, str):
        return item.casefold()
    if isinstance(item, BaseModel) and thing.kind != "ansvarsmatris":
        said = vars(item)
        named = next((said[field] for field in PARTS_WITH_NAMES if isinstance(said.get(field), str)), None)
        return (
            (named.casefold(), *(str(said.get(name)) for name in ("gäller", "tid", "huvudman", "om")))
            if named
            else None
        )
    return None


def _said(item: object) -> str:
    if isinstance(item, Källhänvisning):
        return f"{item.källa.id}, {item.plats}"
    if isinstance(item, BaseModel):
        return str(next(getattr(item, field) for field in PARTS_WITH_NAMES if hasattr(item, field)))
    return item.id if isinstance(item, Ref) else str(item)


def _field(place: Place) -> str:
    return next(str(part) for part in reversed(place) if isinstance(part, str))
