"""Open the forms in a browser on this computer, for the one who edits without YAML and git."""

import os
import webbrowser
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.editor.server import Server
from samverkan.reading.settings import chosen


def run(args: Namespace) -> int:
    """Serve the forms until the editor stops it with Ctrl-C."""
    kommun = chosen(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    with Server(ROOT, kommun) as server:
        print(f"Öppna {server.address}\nAdressen är bara din, och gäller tills du avslutar med Ctrl-C.", flush=True)
        webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nAvslutat. Det du har sparat ligger i mappen model/.")
    return 0
