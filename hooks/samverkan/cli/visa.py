"""Preview the web on this computer; a saved change in model/ or docs/ shows by itself."""

import os
import socket
import subprocess
import sys
from argparse import Namespace

from samverkan.cli.building import mkdocs_environment
from samverkan.cli.project import ROOT
from samverkan.findings import report
from samverkan.reading.settings import standard

HOST = "127.0.0.1"
PORT = "8000"


def run(args: Namespace) -> int:
    """Serve until the editor stops it with Ctrl-C; a port that is taken is told at once."""
    port = args.port or PORT
    if problem := _problem(port):
        print(problem)
        return 1
    _, findings = standard(ROOT, os.environ.get("SAMVERKAN_KOMMUN"))
    if findings:
        print(report(findings), flush=True)
    address = f"{HOST}:{port}"
    print(f"Webben visas på http://{address}/ och uppdateras när du sparar. Avsluta med Ctrl-C.", flush=True)
    command = [sys.executable, "hooks/preview.py", port]
    try:
        return subprocess.run(command, cwd=ROOT, env=mkdocs_environment() | {"DOKUMENT": "nej"}, check=False).returncode
    except KeyboardInterrupt:
        return 0


def _problem(port: str) -> str | None:
    """Why the web cannot be shown at a port (Swedish), with another to choose; None where it can."""
    if not (port.isascii() and port.isdigit() and 1024 <= int(port) <= 65535):
        return (
            f"PORT={port} går inte att välja. Skriv ett tal mellan 1024 och 65535, till exempel: make serve PORT=8001"
        )
    if _free(int(port)):
        return None
    other = next((number for number in range(int(port) + 1, min(int(port) + 100, 65536)) if _free(number)), 8001)
    return f"Port {port} är upptagen, kanske av en annan make serve. Välj en annan: make serve PORT={other}"


def _free(port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((HOST, port))
        except OSError:
            return False
    return True
