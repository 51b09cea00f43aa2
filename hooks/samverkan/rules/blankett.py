"""Rules for documents: each is somewhere, and still in use."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Blankett
from samverkan.resolve import Model


def document_is_somewhere(model: Model) -> Iterator[Finding]:
    """A document has an address, a file, a page, or what the reader does until there is one; and it is still in use."""
    for blankett in model.all(Blankett):
        ways = [name for name in ("adress", "fil", "sida", "saknas") if getattr(blankett, name)]
        if len(ways) != 1:
            mend = "Skriv ett av dem: ”adress:”, ”fil:”, ”sida:”, eller ”saknas:” och vad läsaren gör så länge."
            message = f"dokumentet ”{blankett.namn}” har " + (f"{' och '.join(ways)}." if ways else "ingen adress.")
            yield Finding(blankett.at("namn"), "dokument-var", message, mend)
        if blankett.gäller_från and blankett.gäller_till and blankett.gäller_till < blankett.gäller_från:
            message = f"dokumentet slutar gälla {blankett.gäller_till}, före {blankett.gäller_från}."
            yield Finding(blankett.at("gäller_till"), "tid-baklänges", message, "Rätta det ena av datumen.")
        elif blankett.gäller_till and blankett.gäller_till < model.today:
            message = f"dokumentet ”{blankett.namn}” gällde till {blankett.gäller_till}."
            mend = "Skriv in det nya dokumentet, eller ta bort det ur stegen."
            yield Finding(blankett.at("gäller_till"), "dokument-gammalt", message, mend, "varning")
