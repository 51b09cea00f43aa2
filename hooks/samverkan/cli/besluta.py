"""Write down a decision, with the text as it was decided."""

import os
from argparse import Namespace
from datetime import date

from samverkan import Model, examine
from samverkan.cli.project import ROOT
from samverkan.commands.decide import Decided, NotWritten, decide
from samverkan.findings import nearest, report
from samverkan.kinds import Thing
from samverkan.reading.settings import chosen


def run(args: Namespace) -> int:
    """Write the decision for the chosen publisher; nothing is written where the model has errors."""
    model, findings = examine(ROOT, kommun=chosen(ROOT, os.environ.get("SAMVERKAN_KOMMUN")))
    if any(finding.severity == "fel" for finding in findings):
        print(f"Inget beslut skrevs. Rätta det här först:\n\n{report(findings)}")
        return 1
    thing = _thing(model, args.sak)
    if isinstance(thing, str):
        print(thing)
        return 1
    try:
        day = date.fromisoformat(args.dag)
        decided = Decided(args.av, day, date.fromisoformat(args.gäller or args.dag), args.diarienummer)
        file = decide(ROOT, model, thing, decided)
    except ValueError:
        print("Skriv dagarna så här: 2026-11-22.")
    except NotWritten as error:
        print(error)
    else:
        print(f"Skrev {file}. Titta på beslutet under Beslutat hos oss, och spara filen i git.")
        return 0
    return 1


def _thing(model: Model, written: str) -> Thing | str:
    """What was meant by ”sort:id”; else what is wrong, in Swedish."""
    kind, _, id = written.partition(":")
    if kind not in model.things:
        return f"Sorten ”{kind}” finns inte. {nearest(kind, model.things)} Skriv så här: rutin:orosanmalan"
    if id not in model.things[kind]:
        return f"{kind} ”{id}” finns inte. {nearest(id, model.things[kind])}"
    return model.things[kind][id]
