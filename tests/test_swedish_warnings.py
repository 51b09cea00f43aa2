"""What MkDocs itself warns of, should a check have missed it, is said in Swedish."""

from __future__ import annotations

import logging
import sys

from project import ROOT

sys.path.insert(0, str(ROOT / "hooks"))

from swedish_warnings import in_swedish

# As MkDocs 1.6 writes them (structure/pages.py, structure/nav.py, structure/files.py).
ENGLISH = [
    "Doc file 'om/a.md' contains a link 'b.md', but the target 'om/b.md' is not found among documentation files.",
    "Doc file 'om/a.md' contains a link '#b', but there is no such anchor on this page.",
    "Doc file 'om/a.md' contains a link 'b.md#c', but the doc 'om/b.md' does not contain an anchor '#c'.",
    "Doc file 'om/a.md' contains an unrecognized relative link 'b/', it was left as is.",
    "Doc file 'om/a.md' contains an absolute link '/b', it was left as is.",
    "A reference to 'om/b.md' is included in the 'nav' configuration, which is not found in the documentation files.",
    'The following pages exist in the docs directory, but are not included in the "nav" configuration:\n  - om/a.md',
    "Excluding 'om/README.md' from the site because it conflicts with 'om/index.md'.",
]


def test_each_of_its_warnings_is_said_in_swedish_with_the_file() -> None:
    for english in ENGLISH:
        record = logging.LogRecord("mkdocs", logging.WARNING, "", 0, english, (), None)
        assert in_swedish(record), "inget besked försvinner"
        said = record.getMessage()
        assert said != english and said.startswith(("docs/", "mkdocs.yml")), said


def test_what_it_does_not_know_is_left_as_it_is() -> None:
    record = logging.LogRecord("mkdocs", logging.WARNING, "", 0, "%s else", ("Something",), None)
    assert in_swedish(record) and record.getMessage() == "Something else"
