"""What is never sent as a change proposal: what would stop the web, and what points at a person."""

from __future__ import annotations

from collections.abc import Mapping

from samverkan.commands.before_after import Difference
from samverkan.findings import Finding
from samverkan.reading.scan import scan

# What has been sent stays in the history of the repository, also after it has been mended.
NEVER = ("personnummer",)
# A title is easily written anew, so what only looks like a person is enough.
NEVER_IN_TITLE = (*NEVER, "personlig-uppgift", "kontakt-i-text")


def stops(checked: Mapping[str, Difference], others: bool = False) -> list[Finding]:
    """Each error that a change brings to any web, once.

    `others` where the errors may come of what somebody else has written, as in the county's update: those are mended
    in the proposal, so that only what must never be sent is left.
    """
    new = {finding for difference in checked.values() for finding in difference.stops}
    return sorted(finding for finding in new if not others or finding.code in NEVER)


def title_stops(title: str) -> list[Finding]:
    """What a proposal's title says of a person."""
    return [finding for finding in scan("titeln", title, page=True) if finding.code in NEVER_IN_TITLE]
