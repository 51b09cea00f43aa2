"""Give out an edition: the files as they are now, kept under today's date."""

import os
from argparse import Namespace

from samverkan import examine
from samverkan.cli.project import ROOT
from samverkan.findings import report
from samverkan.reading.editions import tag
from samverkan.reading.git_log import NoSuchCommit, git
from samverkan.reading.settings import chosen


def run(args: Namespace) -> int:
    """Tag the last commit with the edition's name; nothing is tagged with errors, or with what is not saved in git."""
    kommun = chosen(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    model, findings = examine(ROOT, kommun=kommun)
    if any(finding.severity == "fel" for finding in findings):
        print(f"Ingen utgåva gjordes. Rätta det här först:\n\n{report(findings)}")
        return 1
    name = tag(kommun, model.today)
    try:
        if unsaved := git(ROOT, "status", "--porcelain", "--", "model", "docs").decode():
            print(f"Ingen utgåva gjordes. Det här är inte sparat i git:\n{unsaved}Spara det först.")
            return 1
        if git(ROOT, "tag", "--list", name).strip():
            print(f"Utgåvan {name} finns redan. En utgåva ändras aldrig; gör nästa en annan dag.")
            return 1
        git(ROOT, "tag", "--annotate", "--message", f"Utgåvan {model.today}", name)
    except NoSuchCommit:
        print("Ingen utgåva gjordes. Mappen är ingen git-klon, eller git vet inte vem du är (git config user.name).")
        return 1
    print(f"Utgåvan {name} är gjord. Skicka den till förrådet: git push origin {name}. Bygg sedan om webben.")
    return 0
