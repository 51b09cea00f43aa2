"""Rules for situations: each row rests on something, leads somewhere, and the whole can be read standing."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from samverkan.findings import Finding
from samverkan.kinds import Situation
from samverkan.kinds.situation import Besked, Misstag
from samverkan.resolve import Model

# What is read on the spot: the answer, what to do, say and leave. The law and what follows stand below it.
WORDS = 320


def says_what_it_rests_on(model: Model) -> Iterator[Finding]:
    """What one tells, does not tell and does not do has its law, its source, or says that it is the model's own."""
    for situation in model.all(Situation):
        told: dict[str, Sequence[Besked | Misstag]] = {
            "berätta": situation.berätta,
            "berätta_inte": situation.berätta_inte,
            "gör_inte": situation.gör_inte,
        }
        for name, rows in told.items():
            for i, rad in enumerate(rows):
                if not (rad.lagrum or rad.källor or rad.stöd):
                    yield Finding(
                        situation.at(name, i),
                        "stöd-saknas",
                        f"raden under ”{name}” säger inte vad den vilar på.",
                        "Skriv ”lagrum:” eller ”källor:”. Säger varken lag eller källa det: skriv ”stöd: modellen”.",
                    )
        if situation.låst and not situation.lagen:
            yield Finding(
                situation.at("låst"),
                "låst-utan-lagrum",
                f"situationen ”{situation.namn}” är låst men säger inte vad lagen säger.",
                "Skriv det under ”lagen:”, med lagrum, eller ta bort ”låst”.",
            )


def leads_to_a_step(model: Model) -> Iterator[Finding]:
    """The step that a situation leads to is one of the routine's."""
    for situation in model.all(Situation):
        for i, väg in enumerate(situation.leder_till):
            rutin = väg.rutin.till
            if rutin is None or väg.steg is None or any(steg.id == väg.steg for steg in rutin.steg):
                continue
            ids = [steg.id for steg in rutin.steg]
            near = get_close_matches(väg.steg, ids, 1) or ids[:1]
            yield Finding(
                situation.at("leder_till", i, "steg"),
                "okänt-steg",
                f"rutinen ”{rutin.namn}” har inget steg ”{väg.steg}”.",
                f"Stegen är {', '.join(ids)}. Menade du ”{near[0]}”?",
            )


def fits_a_phone(model: Model) -> Iterator[Finding]:
    """A situation is short enough to be read by somebody who stands in a corridor."""
    for situation in model.all(Situation):
        count = sum(len(text.split()) for text in _read(situation))
        if count > WORDS:
            yield Finding(
                situation.at("namn"),
                "situation-lång",
                f"det som läses på plats är {count} ord: svaret, gör nu, gör inte och berätta. Högst {WORDS} är bra.",
                "Korta det. Det som hör till rutinen kan stå där.",
                "varning",
            )


def _read(situation: Situation) -> Iterator[str]:
    yield from (situation.namn, situation.kort_svar)
    for råd in situation.gör_nu:
        yield råd.text
    for misstag in situation.gör_inte:
        yield f"{misstag.text} {misstag.därför}"
    for besked in (*situation.berätta, *situation.berätta_inte):
        yield f"{besked.till} {besked.vad}"
