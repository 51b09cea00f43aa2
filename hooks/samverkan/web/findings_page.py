"""The page an editor sees in the preview while the model has errors."""

from html import escape

from samverkan.findings import Finding

PAGE = """<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{total} fel att rätta</title>
<style>
body {{ font: 1rem/1.6 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; color: #1b2a30; }}
li {{ margin: 0 0 1.2rem; border-left: .3rem solid #8f1d1d; padding-left: .8rem; list-style: none; }}
code {{ font-weight: 700; }}
</style>
</head>
<body>
<h1>{total} fel att rätta</h1>
<p>Webben visas igen av sig själv när du har rättat och sparat.</p>
<ul>
{items}
</ul>
</body>
</html>
"""
ITEM = "<li><code>{file}, rad {line}</code><br>{message}<br><strong>Så rättar du:</strong> {mend}</li>"


def findings_page(findings: list[Finding]) -> str:
    """A whole HTML page that lists every error with file, line and mend."""
    errors = [finding for finding in sorted(findings) if finding.severity == "fel"]
    items = [
        ITEM.format(
            file=escape(error.mark.file),
            line=error.mark.line,
            message=escape(error.message[0].upper() + error.message[1:]),
            mend=escape(error.mend),
        )
        for error in errors
    ]
    return PAGE.format(total=len(errors), items="\n".join(items))
