"""What follows when a kommun has none of a forum: the way up passes on, and no tie leads to it."""

from __future__ import annotations

from samverkan.findings import Finding, Mark
from samverkan.kinds import Forum, Ref, Thing
from samverkan.kinds.base import Place

# Facts about others, and where facts come from: true in every kommun.
NEVER = {
    "källa": "det som vilar på källan står kvar",
    "huvudman": "huvudmannen finns, också när ni inte samarbetar med den",
}


def led_past(things: list[Thing]) -> tuple[list[Thing], list[Finding]]:
    """The things with each way up led past the forums that the kommun has none of.

    A finding where no forum follows. Nothing is changed in place: a forum that changes is a new one.
    """
    forums = {thing.id: thing for thing in things if isinstance(thing, Forum)}
    gone = {id: forum.avvikelse.mark for id, forum in forums.items() if forum.utgår and forum.avvikelse}
    if not gone:
        return things, []
    findings: list[Finding] = []
    led = [_led(thing, forums, gone, findings) if isinstance(thing, Forum) else thing for thing in things]
    return led, findings


def _led(forum: Forum, forums: dict[str, Forum], gone: dict[str, Mark], findings: list[Finding]) -> Forum:
    """One forum without its ties to what is gone, and with its way up led to the next forum that is there."""
    if forum.utgår:
        return forum
    result = _without_ties(forum, gone)
    way = forum.vidare_till
    if way is None or way.forum.id not in gone:
        return result
    passed = forums[way.forum.id]
    onwards: Forum | None = passed
    seen = set()
    while onwards is not None and onwards.id in gone and onwards.id not in seen:
        seen.add(onwards.id)
        onwards = forums.get(onwards.vidare_till.forum.id) if onwards.vidare_till else None
    if onwards is None or onwards.id in gone or onwards is forum:
        findings.append(
            Finding(
                gone[passed.id],
                "utgår-väg",
                f"forum ”{passed.namn}” utgår, men frågor från ”{forum.namn}” går dit och inget forum följer efter.",
                f"Skriv i en egen fil, forum/{forum.id}.yml, vart frågan går hos er: ”vidare_till:” med ett annat "
                "forum, till exempel ett eget.",
            )
        )
        return result
    hur = f"Forumet {passed.namn} finns inte hos oss. Frågan går direkt till nästa forum."
    led = way.model_copy(update={"forum": Ref("forum", onwards.id), "hur": hur})
    return result.model_copy(update={"vidare_till": led})


def _without_ties(forum: Forum, gone: dict[str, Mark]) -> Forum:
    """The forum with only the ties that lead somewhere, and their marks at their new places."""
    kept = [number for number, tie in enumerate(forum.samband) if tie.forum.id not in gone]
    if len(kept) == len(forum.samband):
        return forum
    result = forum.model_copy(update={"samband": [forum.samband[number] for number in kept]})
    marks: dict[Place, Mark] = {}
    for place, mark in forum._marks.items():
        if len(place) < 2 or place[0] != "samband":
            marks[place] = mark
        elif place[1] in kept:
            marks[("samband", kept.index(int(place[1])), *place[2:])] = mark
    result._marks = marks
    return result
