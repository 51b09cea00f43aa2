"""axe-core on an open page, and what it finds there."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

# From npm's axe-core 4.14.1, as it came: twice as fast as the newest that PyPI has (4.12.1).
SCRIPT = Path(__file__).with_name("axe-core-4.14.1.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Nothing on paper is pressed: the least size of what can be (WCAG 2.5.8) is all that axe has of 2.2 AA.
ON_PAPER = [tag for tag in TAGS if tag != "wcag22aa"]
RUN = """async (tags) => {
  const found = await axe.run(document, {runOnly: tags, resultTypes: ["violations"], preload: false, iframes: false});
  return [found.passes.length, found.violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.replace(/\\s+/g, " ")}`))];
}"""


def audit(page: Page, tags: list[str] = TAGS) -> list[str]:
    """What axe finds on the page as it stands; that it looked at all is checked too."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    passes, violations = page.evaluate(RUN, tags)
    assert passes > 20, "axe har granskat sidan"
    return list(violations)
