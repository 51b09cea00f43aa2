"""Show what the county has changed under a kommun's deviations; accept it when asked to."""

import sys
from pathlib import Path

from samverkan import examine
from samverkan.changes import fingerprint
from samverkan.findings import report
from samverkan.kommun_choice import NoSuchKommun, with_folder
from samverkan.review import accept, told

ROOT = Path(__file__).resolve().parent.parent


def main(wanted: str = "", accepted: str = "") -> int:
    """List what to review; with `accepted` ja, pin each deviation to the present common version."""
    try:
        kommun = with_folder(ROOT, wanted, "make granska")
    except NoSuchKommun as error:
        print(error)
        return 1
    if accepted not in ("", "ja"):
        print(f"GODKÄNN=ja godkänner. ”{accepted}” går inte att välja.")
        return 1
    model, findings = examine(ROOT, kommun=kommun)
    outdated = [deviation for deviation in model.local.deviations if deviation.outdated] if model.local else []
    for deviation in outdated:
        print(f"{told(ROOT, kommun, deviation)}\n")
    if errors := [finding for finding in findings if finding.severity == "fel"]:
        print(f"Modellen har fel. Rätta dem först, sedan går det att godkänna.\n\n{report(errors)}")
        return 1
    if not outdated:
        print(f"Inget att granska: {kommun} har läst allt som länet har ändrat.")
        return 0
    if not accepted:
        print(f"Läs, och ändra om det behövs. Godkänn sedan allt: make granska KOMMUN={kommun} GODKÄNN=ja")
        return 0
    by_hand = [deviation for deviation in outdated if not accept(ROOT, kommun, deviation)]
    print(f"Godkänt: {len(outdated) - len(by_hand)} av {len(outdated)}.")
    for deviation in by_hand:
        print(f"{deviation.file}: skriv den här raden själv, efter id:\n    mot: {fingerprint(deviation.common)}")
    return int(bool(by_hand))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
