"""What follows when a kommun has none of a thing: the way up passes on, and somebody still answers for each step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samverkan.findings import Finding, Mark
from samverkan.kinds import Forum, Fråga, Rutin
from samverkan.resolve import Model

# Facts about others, and where facts come from: true in every kommun.
NEVER = {
    "källa": "det som vilar på källan står kvar",
    "huvudman": "huvudmannen finns, också när ni inte samarbetar med den",
}


def without_removed(model: Model) -> list[Finding]:
    """Lead each way up past what the kommun has none of; a finding where something is then missing."""
    gone = [thing for things in model.things.values() for thing in things.values() if thing.utgår]
    if not gone:
        return []
    return [*_never(gone), *_ways(model), *_steps(model), *_demanded(model)]


def _never(gone: list[Any]) -> Iterator[Finding]:
    for thing in gone:
        if reason := NEVER.get(thing.kind):
            message = f"{thing.kind} ”{thing.namn}” kan inte utgå: {reason}."
            yield Finding(thing.avvikelse.mark, "utgår-inte", message, "Ta bort filen.")


def _ways(model: Model) -> Iterator[Finding]:
    for forum in model.all(Forum):
        kept = [s for s in forum.samband if not (s.forum.till and s.forum.till.utgår)]
        if len(kept) < len(forum.samband):
            forum.samband = kept
            _forget_places(model, forum)
        way = forum.vidare_till
        passed = way.forum.till if way else None
        if way is None or passed is None or not passed.utgår:
            continue
        onwards: Forum | None = passed
        seen = set()
        while onwards is not None and onwards.utgår and onwards.id not in seen:
            seen.add(onwards.id)
            onwards = onwards.vidare_till.forum.till if onwards.vidare_till else None
        if onwards is None or onwards.utgår or onwards is forum:
            yield Finding(
                passed.avvikelse.mark,
                "utgår-väg",
                f"forum ”{passed.namn}” utgår, men frågor från ”{forum.namn}” går dit och inget forum följer efter.",
                f"Skriv i en egen fil, forum/{forum.id}.yml, vart frågan går hos er: ”vidare_till:” med ett annat "
                "forum, till exempel ett eget.",
            )
            continue
        way.forum.id, way.forum.till = onwards.id, onwards
        way.hur = f"Forumet {passed.namn} finns inte hos oss. Frågan går direkt till nästa forum."


def _forget_places(model: Model, forum: Any) -> None:
    """What the ties point at is used by the forum still, but no longer at the numbers they had."""
    for thing in model.everything():
        thing._used_by[:] = [
            (user, ("samband",)) if user is forum and place[0] == "samband" else (user, place)
            for user, place in thing._used_by
        ]


def _steps(model: Model) -> Iterator[Finding]:
    for rutin in model.all(Rutin):
        for steg in rutin.steg:
            for ref in steg.huvudansvarig:
                if ref.till and ref.till.utgår and not (steg.låst and not _open(steg)):
                    yield Finding(
                        ref.till.avvikelse.mark,
                        "utgår-ansvarig",
                        f"funktionen ”{ref.till.namn}” utgår, men svarar för steget ”{steg.namn}” ({rutin.id}).",
                        f"Skriv i en egen fil, rutiner/{rutin.id}.yml, vem som svarar för steget ”{steg.id}” hos er: "
                        "”huvudansvarig:”.",
                    )


def _demanded(model: Model) -> Iterator[Finding]:
    """What the law's own steps and answers rest on: whom one rings, and who does it."""
    used: list[tuple[Any, str]] = []
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
        if thing is not None and thing.utgår:
            mark = thing.avvikelse.mark
            first.setdefault(
                mark,
                Finding(
                    mark,
                    "låst",
                    f"{thing.kind} ”{thing.namn}” kan inte utgå: ”{name}” krävs av lag och vilar på den.",
                    "Ta bort filen. Heter den något annat hos er: skriv ert namn under ”namn:” i stället.",
                ),
            )
    yield from first.values()


def _open(steg: Any) -> bool:
    return bool(steg.öppet_lokalt and "huvudansvarig" in steg.öppet_lokalt.fält)
