"""How a page stands: decided or not, whose it is, when it was reviewed, and which version it is."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from samverkan.kinds import LINK, Beslut, Huvudman, Rutin, Thing
from samverkan.kinds.beslut import Beslutet
from samverkan.local.decisions import decision, own, since
from samverkan.phrases import count_of, lawyer_read, swedish_date
from samverkan.resolve import Model

# Signs of the digest that tell two versions apart for somebody who holds one on paper.
SIGNS = 6


@dataclass(frozen=True)
class Standing:
    """The parts of the line under a title, as Markdown; iterated in the order that they stand."""

    decided: tuple[str, ...]
    place: str
    reviewed: tuple[str, ...]
    version: str
    lawyer: tuple[str, ...]

    def __iter__(self) -> Iterator[str]:
        """Each part of the line."""
        yield from (*self.decided, self.place, *self.reviewed, f"version {self.version}", *self.lawyer)


def standing(model: Model, thing: Thing) -> Standing:
    """How a thing stands; what was never reviewed says only whether it is decided."""
    reviewed = []
    if granskad := getattr(thing, "granskad", None):
        reviewed.append(f"granskad {swedish_date(granskad)}")
    if again := getattr(thing, "nästa_granskning", None):
        reviewed.append(f"granskas igen {swedish_date(again)}{_late(model, again)}")
    decided, lawyer = tuple(_decided(model, thing)), (_lawyer(model, thing),)
    return Standing(decided, _place(model), tuple(reviewed), version(thing), lawyer)


def standing_together(model: Model, rutiner: list[Rutin]) -> Standing:
    """The same line for a page made of several routines: what all of them share, and the first day of their reviews."""
    decided = Counter(" · ".join(_decided(model, rutin)) for rutin in rutiner)
    told = [f"{said} ({count_of(count, 'rutin', 'rutiner')})" for said, count in decided.items()]
    done, again = (sorted(map(attrgetter(name), rutiner)) for name in ("granskad", "nästa_granskning"))
    after = " eller senare"
    reviewed = (
        f"granskad {swedish_date(done[0])}{after if done[0] != done[-1] else ''}",
        f"granskas igen {swedish_date(again[0])}{after if again[0] != again[-1] else ''}{_late(model, again[0])}",
    )
    whole = hashlib.sha256("".join(map(version, rutiner)).encode()).hexdigest()[:SIGNS]
    lawyer = tuple(dict.fromkeys(_lawyer(model, rutin) for rutin in rutiner))
    return Standing(tuple(told if len(decided) > 1 else decided), _place(model), reviewed, whole, lawyer)


def decided_apart(model: Model, rutiner: list[Rutin]) -> dict[str, str]:
    """Whether each routine is decided, by its id, in plain words; none where all stand alike."""
    told = {rutin.id: status(model, rutin) for rutin in rutiner}
    return told if len(set(told.values())) > 1 else {}


def _place(model: Model) -> str:
    return model.get(Huvudman, model.local.kommun).namn if model.local else model.region.namn


def _late(model: Model, again: date) -> str:
    late = "" if again < model.today else ' hidden=""'
    return f'<span data-efter="{again}"{late}>, **försenad**</span>'


def _lawyer(model: Model, thing: Thing) -> str:
    return lawyer_read("texten", model.lawyer(thing)).rstrip(".")


def status(model: Model, thing: Thing) -> str:
    """Whether it is decided, in plain words."""
    plain = (LINK.sub(r"\g<text>", part).replace("**", "").rstrip(".") for part in _decided(model, thing))
    return " ".join(f"{part}." for part in plain)


def version(thing: Thing) -> str:
    """What changes when a value in the thing's files does: the beginning of a digest of them."""
    return hashlib.sha256(repr(thing).encode()).hexdigest()[:SIGNS]


def _decided(model: Model, thing: Thing) -> Iterator[str]:
    beslut = decision(model, thing)
    if beslut is None:
        yield "**[Förslag, inte beslutat](/om/index.md#inte)**"
        return
    whose = isinstance(beslut, Beslut) and model.local and not own(beslut)
    said = "Länet: beslutat" if whose else "Beslutat"
    yield f"**{said} av {beslut.av}, {swedish_date(beslut.datum)}.** {applies(model, beslut)}"
    if whose:
        yield "Inget eget beslut här"
    if isinstance(beslut, Beslut) and since(model, beslut):
        yield f"**[Texten har ändrats sedan beslutet]({beslut.url}#andrat)**"


def applies(model: Model, beslut: Beslut | Beslutet) -> str:
    """From when until when; a day to come is told as one."""
    begins = "Gäller från" if beslut.gäller_från <= model.today else "Börjar gälla"
    ends = beslut.gäller_till if isinstance(beslut, Beslut) else None
    if ends and ends < model.today:
        return f"Beslutet gällde till {swedish_date(ends)}"
    return f"{begins} {swedish_date(beslut.gäller_från)}" + (f", till {swedish_date(ends)}" if ends else "")
