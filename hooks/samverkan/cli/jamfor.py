"""Say which pages differ between two builds of the web, and write a page with their words beside each other."""

from argparse import Namespace
from pathlib import Path

from samverkan.commands.compare_webs import AFTER, BEFORE, LIST, compare, published, told


def run(args: Namespace) -> int:
    """Compare the webs in the folders fore and efter under `mapp`."""
    folder = Path(args.mapp)
    if not (folder / AFTER / LIST).is_file():
        print(f"I {folder} ska det finnas två byggda webbar: {BEFORE}/ och {AFTER}/.")
        return 1
    print("\n".join(told(compare(folder), published(folder))))
    return 0
