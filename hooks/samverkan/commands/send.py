"""What has been changed in the folder: held against what never may be sent, told in words, and proposed."""

from __future__ import annotations

from pathlib import Path

from samverkan.commands.before_after import differences
from samverkan.commands.git_run import GitFailed, git_out
from samverkan.commands.propose import NotProposed, Proposal, anything_new, base, code_changes, own_files, propose
from samverkan.commands.stops import stops, title_stops
from samverkan.commands.summary import summary
from samverkan.commands.update import is_update
from samverkan.findings import Finding
from samverkan.local.history import archive, common_changes
from samverkan.reading.git_log import NoSuchCommit

NEW_CODE = (
    "Uppdateringen ändrar också webbens kod. Orden här är skrivna med den kod som ni har i dag. "
    "Vad den nya koden säger står i granskningen av förslaget.\n"
)


class Stopped(Exception):
    """Nothing was sent: the findings have to be mended first."""

    def __init__(self, findings: list[Finding]) -> None:
        super().__init__(findings)
        self.findings = findings


def send(root: Path, title: str, key: str = "", button: bool = False) -> Proposal | None:
    """Propose what differs from main; None where nothing does.

    `key` opens the proposal in the forge; `button` is whether a button in the forge runs it. Raises Stopped, or
    NotProposed with why nothing could be sent (Swedish).
    """
    if wrong := title_stops(title):
        raise Stopped(wrong)
    try:
        since = base(root)
        if not anything_new(root, since):
            return None
        new_code = code_changes(root, since, button)
        checked, comparable = differences(root, archive(root, since))
        others = not comparable or is_update(git_out(root, "branch", "--show-current"))
        if wrong := stops(checked, others):
            raise Stopped(wrong)
        words = [NEW_CODE] if new_code else []
        words += summary(root, common_changes(root, since), checked, comparable)
        if own := own_files(root, since):
            words += ["\n### Kommunens egna filer\n", *own]
        return propose(root, title, "\n".join(words), key)
    except (GitFailed, NoSuchCommit) as error:
        raise NotProposed(str(error) or "Git kan inte jämföra mappen med main. Hämta hela historien.") from None
