"""Build the web into site/ and say in plain words what happens and where the result is."""

import os
import sys
from argparse import Namespace

from samverkan.cli.building import count_pages, mkdocs_build, said_yes, tell_place
from samverkan.cli.bygg_alla import build_all
from samverkan.cli.example import example_web
from samverkan.cli.place import SITE, Refused, incomplete, may_take, own_folder, put_in_place
from samverkan.cli.project import ROOT
from samverkan.findings import report
from samverkan.reading.settings import NONE, nobody_chosen, standard

UNTOUCHED = "Den förra webben i site/ är orörd."


def _say(line: str) -> None:
    print(line, end="", file=sys.stderr, flush=True)


def run(args: Namespace) -> int:
    """Build beside the last good site and put the new one in its place only when it is whole."""
    if args.alla:
        return build_all()
    kommun, findings = standard(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    publisher = kommun or NONE
    if findings:
        print(report(findings), file=sys.stderr)
    if nobody_chosen(findings) or any(finding.severity == "fel" for finding in findings):
        print(f"\nWebben byggdes inte: säg först vems webb det är, se ovan. {UNTOUCHED}")
        return 1
    try:
        may_take(publisher, said_yes())
        print(f"Granskar modellen och bygger webben{f' för {kommun}' if kommun else ''} …", flush=True)
        with own_folder() as folder:
            new = folder / "site"
            example = example_web(folder) if publisher == NONE else {}
            if mkdocs_build(new, _say, publisher, more=example):
                print(f"\nWebben byggdes inte. Rätta det som står ovan och kör igen. {UNTOUCHED}")
                return 1
            if lacking := incomplete(new):
                raise Refused(f"Bygget blev inte helt: {lacking}.")
            pages = count_pages(new)
            put_in_place(new, publisher, said_yes())
    except Refused as error:
        print(f"{error}\n\nWebben byggdes inte. {UNTOUCHED}")
        return 1
    print(f"Klart: {pages} sidor i {SITE.relative_to(ROOT)}/. Titta på dem med: make serve")
    tell_place()
    return 0
