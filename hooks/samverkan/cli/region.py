"""Write a model that another region starts from: empty, building, and saying what to fill in first."""

from argparse import Namespace
from pathlib import Path

from samverkan.commands.new_region import new_region
from samverkan.reading.folders import COMMON, README


def run(args: Namespace) -> int:
    """Make the folder, and say how it becomes the model of this project."""
    if not args.mapp:
        print(f"Säg vilken mapp den nya modellen ska ligga i.\nTill exempel: make region MAPP={COMMON}")
        return 1
    folder = Path(args.mapp)
    try:
        count = new_region(folder)
    except FileExistsError:
        print(f"{args.mapp} finns och är inte tom. Välj en annan mapp. Ingenting är ändrat.")
        return 1
    except OSError as error:
        print(f"Det gick inte att skriva: {error.strerror} ({error.filename}).")
        return 1
    print(f"Skrev {count} filer att börja med, och en mapp för varje sort, i {args.mapp}/. Läs {args.mapp}/{README}.")
    if folder.resolve() != Path(COMMON).resolve():
        print(f"Projektet läser {COMMON}/: låt den nya mappen ta dess plats. Kör sedan make check och make serve.")
    else:
        print("Den går att bygga som den är: make check och make serve.")
    return 0
