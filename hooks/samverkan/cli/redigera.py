"""Open the forms in a browser on this computer, for the one who edits without YAML and git."""

import os
import webbrowser
from argparse import Namespace

from samverkan.cli.project import ROOT
from samverkan.editor.server import Server
from samverkan.reading.settings import standard


def run(args: Namespace) -> int:
    """Serve the forms until the editor stops it with Ctrl-C."""
    wanted = os.environ.get("SAMVERKAN_KOMMUN")
    kommun, _ = standard(ROOT, wanted)
    # Where nothing says whose model it is, the editor chooses in the page; what is wrong in it is told there.
    with Server(ROOT, kommun, chosen=bool(wanted or kommun)) as server:
        print(f"Öppna {server.address}\nAdressen är bara din, och gäller tills du avslutar med Ctrl-C.", flush=True)
        webbrowser.open(server.address)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nAvslutat. Det du har sparat ligger i mappen model/.")
    return 0
