"""Which decision stands behind a thing, and what of its text has changed since."""

from __future__ import annotations

from samverkan.kinds import BY_NAME, Beslut, Rutin, Thing
from samverkan.kinds.beslut import Beslutet
from samverkan.kinds.deviation import fingerprint
from samverkan.local.changes import Change
from samverkan.local.said import Data, NameOf, differences, names_said, said, with_new_names
from samverkan.reading.folders import FOLDER
from samverkan.resolve import Model

# What may change without the text that was decided saying anything else: its place in lists, words to search with,
# and what is told of the text itself.
OUTSIDE = {
    *("id", "ordning", "synonymer", "ersätter", "kommande", "beslut"),
    *("granskad", "nästa_granskning", "jurist", "ändringar"),
}


def own(beslut: Beslut) -> bool:
    """Whether a kommun has decided it, and not the county."""
    return beslut.file.startswith(f"{FOLDER}/")


def decisions_on(model: Model, thing: Thing) -> list[Beslut]:
    """Every decision on a thing: those that have ended last, the kommun's own first, what applies now before what will.

    Of two that apply the later one stands first.
    """
    found = [one for one in model.all(Beslut) if one.sak.till is thing]
    return sorted(found, key=lambda one: (one.har_slutat(model.today), not own(one), one.gäller_från > model.today))


def replaced_by(model: Model, beslut: Beslut) -> Beslut | None:
    """The later decision on the same thing, by the kommun as by the county, that has begun to apply in its place."""
    same = [one for one in model.all(Beslut) if one.sak.till is beslut.sak.till and own(one) == own(beslut)]
    later = [one for one in same if one.datum > beslut.datum and one.gäller_från <= model.today]
    return min(later, key=lambda one: one.datum, default=None)


def decision(model: Model, thing: Thing) -> Beslut | Beslutet | None:
    """The decision that stands behind a thing; also one written the old way, in the routine itself."""
    return next(iter(decisions_on(model, thing)), thing.beslut if isinstance(thing, Rutin) else None)


def since(model: Model, beslut: Beslut) -> list[Change]:
    """What the thing says now and did not when it was decided, and the reverse, as it is read.

    What it names and is called something else now is told once, and not wherever the text names it.
    """
    kind, now = BY_NAME[beslut.sak.kind], model.data.get((beslut.sak.kind, beslut.sak.id), {})
    called = [(then, model.names.get(key, then)) for key, then in beslut.namn_då.items()]
    renamed = [Change("heter numera", then, name) for then, name in called if name != then]
    names = {**beslut.namn_då, **model.names}.get
    return [*renamed, *differences(kind, beslut.sak.id, _then(model, beslut), text_of(now), names)]


def decided_text(model: Model, beslut: Beslut) -> Data:
    """The whole of what was decided as it is read, with what things were called that day."""
    return said(BY_NAME[beslut.sak.kind], beslut.sak.id, _then(model, beslut), _called(model, beslut))


def _then(model: Model, beslut: Beslut) -> Data:
    """The decided text; what is kept is never rewritten, so a field of it may have another name now."""
    return text_of(with_new_names(BY_NAME[beslut.sak.kind], beslut.lyder, model.region.nya_fältnamn))


def _called(model: Model, beslut: Beslut) -> NameOf:
    """What things were called when it was decided; today's names where an old decision says none."""
    return {**model.names, **beslut.namn_då}.get


def text_of(data: Data) -> Data:
    """What of a thing's data a decision is about."""
    return {key: value for key, value in data.items() if key not in OUTSIDE}


def kept(model: Model, thing: Thing) -> tuple[Data, dict[str, str]]:
    """What a decision on a thing keeps: its text, and what everything that the text names is called today."""
    text = text_of(model.data[thing.kind, thing.id])
    return text, names_said(type(thing), thing.id, text, model.names.get)


def version_of(text: Data, names: dict[str, str]) -> str:
    """Twelve characters that change when what a reader sees of a decided text does.

    One from before the names were kept is of the text alone.
    """
    return fingerprint({"lyder": text, "namn_då": names} if names else text)
