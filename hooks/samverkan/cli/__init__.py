"""`samverkan`: the one command, at the keyboard and behind every line of the Makefile."""

from __future__ import annotations

import importlib
import io
import os
import sys

from samverkan.cli.parser import VERBS, parser
from samverkan.findings import nearest
from samverkan.slug import slug

INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Do what the command line says; returns the exit code (see parser.CODES)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # what a Windows console would otherwise not show
    words = sys.argv[1:] if argv is None else argv
    whole = parser()
    if words and not words[0].startswith("-") and slug(words[0]) not in map(slug, VERBS):
        whole.error(f"Kommandot ”{words[0]}” finns inte. {nearest(words[0], VERBS)}")
    args = whole.parse_args(words)
    # The build is a process of its own: what it is about goes with it in the environment.
    for name, value in (("SAMVERKAN_KOMMUN", "kommun"), ("SAMVERKAN_DATUM", "datum")):
        if "datum" in args and getattr(args, value):
            os.environ[name] = getattr(args, value)
    try:
        return int(importlib.import_module(f"samverkan.cli.{args.module}").run(args))
    except KeyboardInterrupt:
        print("\nAvbrutet.", file=sys.stderr)
        return INTERRUPTED
