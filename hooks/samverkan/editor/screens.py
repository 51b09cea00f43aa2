"""Which page is at which address."""

from __future__ import annotations

import re
from pathlib import Path

from samverkan.editor.contacts import contacts
from samverkan.editor.decisions import decided
from samverkan.editor.desk import Answer, Desk
from samverkan.editor.draft import NEW
from samverkan.editor.fresh import fresh
from samverkan.editor.home import choose, home, links, list_of
from samverkan.editor.posted import Sent
from samverkan.editor.remove import remove
from samverkan.editor.review import reviewed
from samverkan.editor.sending import sending
from samverkan.editor.steps import steps
from samverkan.editor.thing import thing
from samverkan.kinds import KINDS, LOCAL_KINDS, Thing
from samverkan.kinds.base import SLUG
from samverkan.kinds.installningar import Inställningar
from samverkan.slug import slug

BY_FOLDER: dict[str, type[Thing]] = {kind.folder: kind for kind in (*LOCAL_KINDS, *KINDS)}


class Screens:
    """Every page of the editor, under a secret address."""

    def __init__(self, root: Path, kommun: str | None, at: str, chosen: bool = True) -> None:
        self.root = root
        self.desk = Desk(root, kommun, at, chosen)

    def answer(self, path: list[str], sent: Sent | None) -> Answer:
        """The page at a path; `sent` is what a form says."""
        self.desk.folder.look_again()
        if path == ["stil.css"]:
            return Answer(200, "stil.css")
        if path == ["valj"] or not self.desk.chosen:
            return choose(self.desk, sent)
        alone = {
            (): lambda: home(self.desk),
            ("lankar",): lambda: links(self.desk),
            ("skicka",): lambda: sending(self.desk, sent),
            ("installningar",): lambda: thing(self.desk, Inställningar, "installningar", [], sent),
        }
        if self.desk.kommun:
            alone[("granska",)] = lambda: reviewed(self.desk, sent)
            alone[("kontakter",)] = lambda: contacts(self.desk, sent)
        if shown := alone.get(tuple(path)):
            return shown()
        kind = BY_FOLDER.get(path[1]) if len(path) > 1 else None
        if kind is None or (kind in LOCAL_KINDS and not self.desk.kommun):
            return self.desk.missing()
        if len(path) == 2:
            return self._of_kind(path[0], kind, sent)
        return self._of_thing(path[0], kind, path[2], path[3:], sent)

    def _of_kind(self, verb: str, kind: type[Thing], sent: Sent | None) -> Answer:
        if verb == "sort":
            return list_of(self.desk, kind)
        return fresh(self.desk, kind, sent) if verb == "ny" else self.desk.missing()

    def _of_thing(self, verb: str, kind: type[Thing], id: str, part: list[str], sent: Sent | None) -> Answer:
        if not all(re.fullmatch(SLUG, one) for one in (id, *(slug(one) for one in part if one != NEW))):
            return self.desk.missing()
        if not self.desk.folder.open(kind, id).now:
            return self.desk.missing()
        if verb == "sak" and len(part) in (0, 2):
            return thing(self.desk, kind, id, part, sent)
        if verb == "delar" and len(part) == 1:
            return steps(self.desk, kind, id, part[0], sent)
        if not part and verb in ("besluta", "bort"):
            return (decided if verb == "besluta" else remove)(self.desk, kind, id, sent)
        return self.desk.missing()
