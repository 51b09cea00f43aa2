"""What mkdocs-macros leaves in place of a page whose macro went wrong, said as a finding."""

from __future__ import annotations

import re

from samverkan.findings import Finding, Mark

MACRO_ERROR = re.compile(r"\A# _Macro \w+ Error_\n\n_File_: `[^`]*`\s+_(?P<type>[^_]*)_:? ?(?P<text>.*)")


def macro_errors(left: str, uri: str, source: str, text: str) -> list[Finding]:
    """The finding of a page, or none when its macros ran.

    `left` is what the plugin left of the page, `uri` the file under docs/, `source` all that
    stands in the file and `text` what of it comes after its front matter.
    """
    match = MACRO_ERROR.match(left)
    if match is None:
        return []
    lines = re.findall(r'File "<template>", line (\d+)|Line (\d+) in Markdown', left)
    line = int(lines[-1][0] or lines[-1][1]) if lines else 1
    return [
        Finding(
            Mark(f"docs/{uri}", line + source.count("\n") - text.count("\n")),
            "makro",
            f"ett makro gick inte att köra: {match['text'].strip(' *') or match['type']}.",
            "Kontrollera stavningen av makrot och av id:t i det. Makrona står i hooks/page_macros.py.",
        )
    ]
