"""Say what a change of a section of law touches: every place in the files, and each kommun's own."""

import os
from argparse import Namespace
from collections.abc import Iterable
from itertools import groupby

from samverkan import read, think
from samverkan.cli.project import ROOT
from samverkan.commands.kommun_choice import NoSuchKommun, with_folder
from samverkan.commands.law_change import Group, common_impact, find_law, kommun_impact
from samverkan.findings import report
from samverkan.reading.folders import kommuner
from samverkan.reading.settings import NONE


def run(args: Namespace) -> int:
    """Tell of the county's files first, then of each kommun, or the one that is named."""
    try:
        whose = _whose(os.environ.get("SAMVERKAN_KOMMUN", ""))
    except NoSuchKommun as error:
        print(error)
        return 1
    sources = read(ROOT)
    model, findings = think(sources)
    if errors := [finding for finding in findings if finding.severity == "fel"]:
        print(f"Modellen har fel, och då går det inte att säga allt. Rätta dem först.\n\n{report(errors)}")
        return 1
    lagrum = find_law(model, args.lagrum)
    if isinstance(lagrum, str):
        print(lagrum)
        return 1
    print(f"{lagrum.sidtitel}\n{lagrum.file}, läst {lagrum.kontrollerad}")
    if new := lagrum.ny_lydelse:
        print(f"Ny lydelse från {new.från}: {new.lydelse or 'se filen'}")
    _say("Länets texter", common_impact(ROOT, model, sources, lagrum))
    unread = []
    for kommun in whose:
        own = read(ROOT, kommun)
        _say(f"Kommun: {kommun}", kommun_impact(ROOT, own, lagrum))
        unread += [finding for finding in own.findings if finding.severity == "fel"]
    if unread:
        print(f"\nDet här gick inte att läsa, så något kan saknas ovan:\n\n{report(unread)}")
    return int(bool(unread))


def _whose(wanted: str) -> list[str]:
    if wanted == NONE:
        return []
    return [with_folder(ROOT, wanted, "make lagändring")] if wanted else kommuner(ROOT)


def _say(heading: str, groups: Iterable[Group]) -> None:
    print(f"\n== {heading} ==")
    there = [(name, touched) for name, touched in groups if touched]
    for name, touched in there:
        print(f"\n{name}: {len(touched)}")
        for sak, ones in groupby(touched, key=lambda one: one.sak):
            print("\n".join([f"  {sak}", *(f"    {one}" for one in ones)]))
    if not there:
        print("\nInget här rörs av lagrummet.")
