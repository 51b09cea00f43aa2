"""Write the web as plain Markdown, and the model as JSON, into a folder."""

import os
from argparse import Namespace
from pathlib import Path

from samverkan.cli.project import ROOT
from samverkan.commands.export import export
from samverkan.findings import ModelError, report
from samverkan.reading.settings import NONE, standard


def run(args: Namespace) -> int:
    """Export the web of the chosen publisher; nothing is written where the model has errors."""
    kommun, findings = standard(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    if any(finding.severity == "fel" for finding in findings):
        print(report(findings))
        return 1
    print(f"Skriver webben till {args.mapp} …", flush=True)
    try:
        pages, things = export(ROOT, Path(args.mapp), None if kommun in (None, NONE) else kommun)
    except ModelError as error:
        print(f"Ingenting skrevs. Rätta det här och kör igen:\n\n{error}")
    except FileExistsError:
        print(f"Mappen {args.mapp} finns och är inte tom. Välj en annan, eller töm den.")
    except OSError as error:
        print(f"Det gick inte att skriva: {error.strerror} ({error.filename}).")
    else:
        print(f"Klart: {pages} sidor i {args.mapp}/docs/ och {things} saker i {args.mapp}/data/.")
        return 0
    return 1
