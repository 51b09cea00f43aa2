"""Where a reader tells that a step does not work, or that a page is wrong: a letter begun, and what not to write."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from samverkan.kinds import Huvudman, Thing
from samverkan.pages.views.standing import version
from samverkan.pages.views.step import StepView
from samverkan.resolve import Model

WARNING = "Skriv inget om ett barn eller en familj."
# What the letter asks for, each with room under it.
ASKED = ("Vad säger sidan, och vad hände i stället?", "Vad ledde det till för arbetet?", "Vad föreslår du?")
FORM = "/blanketter/samverkansavvikelse.md"
CONTACT = "/om/kontakt.md"


@dataclass(frozen=True)
class Way:
    """The address of the link, the warning beside it, and what the reader has to tell where the link cannot."""

    adress: str
    varning: str = ""
    uppge: str = ""


def deviation_from(model: Model, thing: Thing, view: StepView | None = None) -> Way:
    """Where one tells that working together does not go as a page, or a step of it, says; the form for a meeting
    where no address is known.
    """
    to = model.avvikelser_till
    if to is None:
        return Way(FORM)
    step = f"steg {view.nummer}" if view else ""
    if to.startswith("https://"):
        told = [f"”{thing.namn}”", step, f"version {version(thing)}"]
        return Way(to, WARNING, ", ".join(part for part in told if part))
    lines = [f"{thing.kind.capitalize()}: {thing.namn}"]
    lines += [f"Steg {view.nummer}: {view.steg.namn}"] if view else []
    lines += _page(model, thing, f"#steg-{view.steg.id}" if view else "")
    subject = ", ".join(part for part in (f"Samverkansavvikelse: {thing.namn}", step) if part)
    return Way(_letter(to, subject, lines, ASKED), WARNING)


def fault_on(model: Model, thing: Thing) -> Way:
    """Where one tells that something on a page is wrong; the page of whom to reach where no address is known."""
    to = model.settings.kontakt
    if to is None:
        return Way(CONTACT)
    lines = [f"Sidan: {thing.namn}", *_page(model, thing, "")]
    return Way(_letter(to, f"Fel på sidan: {thing.namn}", lines, ("Vad är fel?",)))


def receivers(model: Model, kommuner: list[Model]) -> list[tuple[Huvudman, str]]:
    """The kommuner that have said where their own staff write, and where."""
    own = [(kommun.own.kommun, kommun.settings.samverkansavvikelser) for kommun in kommuner]
    return [(model.get(Huvudman, id), address) for id, address in own if address]


def as_link(address: str) -> tuple[str, str]:
    """What a link to a receiver says, and where it leads."""
    return (address, address if address.startswith("https://") else f"mailto:{quote(address, safe='@')}")


def _page(model: Model, thing: Thing, part: str) -> list[str]:
    path, _, anchor = thing.url.removeprefix("/").partition("#")
    path = path.removesuffix("index.md") if path.endswith("index.md") else f"{path.removesuffix('.md')}/"
    site = f"{model.settings.adress.rstrip('/')}/" if model.settings.adress else ""
    place = f"{site}{path}{part or (f'#{anchor}' if anchor else '')}"
    return [f"Version: {version(thing)}", f"Adress: {place}"]


def _letter(to: str, subject: str, lines: list[str], asked: tuple[str, ...]) -> str:
    """A letter begun: its lines end as RFC 6068 says, and every other sign that is not a letter is percent-encoded."""
    body = "\r\n".join([WARNING.upper(), "", *lines, "", *(f"{question}\r\n\r\n" for question in asked)])
    return f"mailto:{quote(to, safe='@')}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
