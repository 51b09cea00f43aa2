"""Show what the county has changed under a kommun's deviations; accept it when asked to."""

import difflib
import os
from argparse import Namespace

from samverkan import examine
from samverkan.cli.project import ROOT
from samverkan.commands.kommun_choice import NoSuchKommun, with_folder
from samverkan.commands.review import accept, told
from samverkan.findings import report
from samverkan.kinds.deviation import fingerprint
from samverkan.slug import slug

NAMES = ("KOMMUN", "GODKÄNN", "FIL", "DATUM")


def run(args: Namespace) -> int:
    """List what to review; with `godkänn` ja, pin each deviation, or the one in the file `fil`, to the present."""
    accepted, only = args.godkänn, args.fil
    if wrong := misspelt():
        print(wrong)
        return 1
    try:
        kommun = with_folder(ROOT, args.kommun, "make granska")
    except NoSuchKommun as error:
        print(error)
        return 1
    if accepted not in ("", "ja"):
        print(f"GODKÄNN=ja godkänner. ”{accepted}” går inte att välja.")
        return 1
    model, findings = examine(ROOT, kommun=kommun)
    outdated = [deviation for deviation in model.own.deviations if deviation.outdated]
    if only:
        named = [deviation for deviation in outdated if deviation.file.endswith(f"/{only.removeprefix('./')}")]
        if not named:
            there = ", ".join(deviation.file for deviation in outdated) or "ingen"
            print(f"”{only}” finns inte bland dem som ska granskas. De är: {there}.")
            return 1
        outdated = named
    for deviation in outdated:
        print(f"{told(model.own, deviation)}\n")
    if errors := [finding for finding in findings if finding.severity == "fel"]:
        print(f"Modellen har fel. Rätta dem först, sedan går det att godkänna.\n\n{report(errors)}")
        return 1
    if not outdated:
        print(f"Inget att granska: {kommun} har läst allt som länet har ändrat.")
        return 0
    if not accepted:
        print(f"Läs, och ändra om det behövs. Godkänn sedan allt: make granska KOMMUN={kommun} GODKÄNN=ja")
        return 0
    for copy in model.own.stale:
        (ROOT / copy).unlink()
        print(f"Tog bort en kopia som inget längre jämförs med: {copy}")
    by_hand = [deviation for deviation in outdated if not accept(ROOT, kommun, deviation)]
    print(f"Godkänt: {len(outdated) - len(by_hand)} av {len(outdated)}.")
    for deviation in by_hand:
        print(f"{deviation.file}: skriv den här raden själv, efter id:\n    mot: {fingerprint(deviation.common)}")
    return int(bool(by_hand))


def misspelt() -> str:
    """What is wrong with the names after make: one that make does not know does nothing, without a word."""
    written = os.environ.get("MAKEFLAGS", "").partition(" -- ")[2].split()
    for name in (word.partition("=")[0] for word in written if "=" in word):
        if name not in NAMES and difflib.get_close_matches(slug(name), [slug(known) for known in NAMES], 1, 0.6):
            near = max(NAMES, key=lambda known: difflib.SequenceMatcher(None, slug(name), slug(known)).ratio())
            return f"”{name}=” gör ingenting. Menade du {near}=?"
    return ""
