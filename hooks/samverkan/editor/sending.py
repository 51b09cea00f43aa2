"""What has been changed, sent as a change proposal: somebody else reads it before it is on the web."""

from __future__ import annotations

from samverkan.commands.propose import NotProposed, unsent
from samverkan.commands.send import Stopped, send
from samverkan.editor.desk import Answer, Desk
from samverkan.editor.fields import Field
from samverkan.editor.posted import Posted, Sent
from samverkan.editor.told import Told, about, names_of
from samverkan.findings import Finding

NOTHING = "Inget är ändrat sedan du skickade sist."
MISSING = "Skriv med några ord vad du har ändrat."


def sending(desk: Desk, sent: Sent | None) -> Answer:
    """What is to be sent, and the way to send it; then where the proposal is opened."""
    title = " ".join(Posted(sent or {}).one("vad").split())
    field = Field("vad", "Vad du har ändrat", "rad", "En rad. Skriv inget om ett barn och inget namn på en person.", "")
    field.needed, field.value = True, title
    stopped: list[Finding] = []
    problem = ""
    if sent is not None and not title:
        field.wrong = [Told("", "", MISSING, "")]
    elif sent is not None:
        try:
            made = send(desk.root, title)
        except Stopped as error:
            stopped = error.findings
        except NotProposed as error:
            problem = str(error)
        else:
            return desk.show("skickat", "Skickat" if made else "Inget att skicka", förslag=made, inget=NOTHING)
    changed = unsent(desk.root)
    sources, model, _ = desk.folder.model()
    names = names_of(sources, model)
    return desk.show(
        "skicka",
        "Skicka det du har ändrat",
        klon=changed is not None,
        ändrat=list(dict.fromkeys(about(file, names) for file in changed or [])),
        fält=[field],
        hindrar=desk.told(stopped),
        problem=problem,
    )
