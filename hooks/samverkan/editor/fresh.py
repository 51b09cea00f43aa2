"""A new thing of a kind: its id is made of its name, and its whole form is on one page."""

from __future__ import annotations

from samverkan.editor.attempt import Outcome
from samverkan.editor.desk import Answer, Desk
from samverkan.editor.draft import Draft
from samverkan.editor.posted import Posted, Sent, free
from samverkan.editor.preview import preview
from samverkan.editor.thing import answered, form_page, looks
from samverkan.kinds import Beslut, Huvudman, Kontakt, Thing


def fresh(desk: Desk, kind: type[Thing], sent: Sent | None) -> Answer:
    """Show the form of a new thing; check and save what was sent."""
    if kind is Beslut or (desk.kommun and (kind.locked or kind is Huvudman)):
        return desk.missing()
    sources, model, _ = desk.folder.model()
    taken = {one.stem for one in (*sources.common, *sources.own) if one.kind is kind}
    taken |= {old for one in model.all(kind) for old in one.ersätter}
    name = Posted(sent).one("namn") if sent else ""
    draft = Draft(desk.folder.open(kind, free(name or "ny", taken)), whole=True)
    if "ordning" in kind.model_fields:
        draft.data["ordning"] = str(max((getattr(one, "ordning", 0) for one in model.all(kind)), default=0) + 1)
    outcome = Outcome()
    if sent is not None:
        outcome = answered(desk, draft, sent)
        if outcome.done and not outcome.errors and looks(sent):
            return preview(desk, outcome.done, sent, desk.told(outcome.done.warnings))
        if outcome.saved:
            to = "kontakter" if kind is Kontakt else f"sak/{kind.folder}/{draft.opened.id}"
            return desk.to(to, outcome.saved)
    return form_page(desk, draft, outcome, f"Nytt i {kind.plural.lower()}", new=True)
