"""Rules for what a kommun says that it has none of: facts stay, and somebody still answers for each step."""

from __future__ import annotations

from collections.abc import Iterator

from samverkan.findings import Finding, Mark
from samverkan.kinds import Fråga, Rutin, Steg, Thing
from samverkan.local.removed import NEVER
from samverkan.resolve import Model


def facts_stay(model: Model) -> Iterator[Finding]:
    """What is true in every kommun is not removed in one."""
    for thing in model.everything():
        if thing.utgår and thing.avvikelse and (reason := NEVER.get(thing.kind)):
            message = f"{thing.kind} ”{thing.namn}” kan inte utgå: {reason}."
            yield Finding(thing.avvikelse.mark, "utgår-inte", message, "Ta bort filen.")


def steps_keep_their_responsible(model: Model) -> Iterator[Finding]:
    """A funktion that answers for a step is removed only where the kommun says who answers instead."""
    for rutin in model.all(Rutin):
        for steg in rutin.steg:
            for ref in steg.huvudansvarig:
                gone = ref.till if ref.till and ref.till.utgår else None
                if gone and gone.avvikelse and not (steg.låst and not _open(steg)):
                    yield Finding(
                        gone.avvikelse.mark,
                        "utgår-ansvarig",
                        f"funktionen ”{gone.namn}” utgår, men svarar för steget ”{steg.namn}” ({rutin.id}).",
                        f"Skriv i en egen fil, rutiner/{rutin.id}.yml, vem som svarar för steget ”{steg.id}” hos er: "
                        "”huvudansvarig:”.",
                    )


def law_keeps_what_it_rests_on(model: Model) -> Iterator[Finding]:
    """Whom one rings, and who does it, in the law's own steps and answers, is not removed."""
    used: list[tuple[Thing | None, str]] = []
    for rutin in model.all(Rutin):
        for steg in rutin.steg:
            if steg.låst:
                refs = [*steg.kontakta, *(() if _open(steg) else (*steg.huvudansvarig, *steg.utför))]
                used += [(ref.till, steg.namn) for ref in refs]
    for fråga in model.all(Fråga):
        if fråga.låst:
            used += [(ref.till, fråga.namn) for ref in (*fråga.kontakta, *([fråga.rutin] if fråga.rutin else []))]
    first: dict[Mark, Finding] = {}
    for thing, name in used:
        if thing is not None and thing.utgår and thing.avvikelse:
            mark = thing.avvikelse.mark
            message = f"{thing.kind} ”{thing.namn}” kan inte utgå: ”{name}” krävs av lag och vilar på den."
            mend = "Ta bort filen. Heter den något annat hos er: skriv ert namn under ”namn:” i stället."
            first.setdefault(mark, Finding(mark, "låst", message, mend))
    yield from first.values()


def _open(steg: Steg) -> bool:
    return bool(steg.öppet_lokalt and "huvudansvarig" in steg.öppet_lokalt.fält)
