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

EXAMPLE = "make besluta SAK=rutin:orosanmalan AV=Socialnämnden DAG=2026-11-22"


def run(args: Namespace) -> int:
    """Write the decision for the chosen publisher; nothing is written where the model has errors."""
    model, findings = examine(ROOT, kommun=chosen(ROOT, os.environ.get("SAMVERKAN_KOMMUN")))
    if any(finding.severity == "fel" for finding in findings):
        print(f"Inget beslut skrevs. Rätta det här först:\n\n{report(findings)}")
        return 1
    if missing := [name for name, value in (("AV", args.av), ("DAG", args.dag)) if not value.strip()]:
        print(f"{' och '.join(missing)} saknas. Skriv till exempel: {EXAMPLE}")
        return 1
    thing = _thing(model, args.sak)
    if isinstance(thing, str):
        print(thing)
        return 1
    try:
        days = [date.fromisoformat(day) for day in (args.dag, args.gäller or args.dag)]
    except ValueError:
        print("Skriv dagarna så här: 2026-11-22.")
        return 1
    try:
        file = decide(ROOT, model, thing, Decided(args.av, days[0], days[1], args.diarienummer))
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
    if model.things[kind][id].utgår:
        return f"{kind} ”{id}” finns inte hos er (utgår: ja), och går inte att besluta."
    return model.things[kind][id]
