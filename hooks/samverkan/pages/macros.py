"""What hand-written pages may use: `{{ lista("rutin") }}`, the same renderings that the generated pages have.

A page is no program. The one thing that may stand between the braces is the name of a macro with texts in it, so
whoever writes a page can reach nothing else: no variables, no expressions, no files.
"""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Callable
from typing import get_args

from samverkan.findings import Finding, Mark, nearest
from samverkan.kinds import KINDS, Thing
from samverkan.kinds.base import HTML, OTHER_LINK
from samverkan.kinds.region import Sida
from samverkan.pages.render import Renderer
from samverkan.phrases import NOT_HERE, in_groups, lawyer_read

MACRO = re.compile(r"\{\{(?P<call>.*?)\}\}|\{[{%#]", re.DOTALL)
# These stand within a sentence; the others are blocks of their own.
INLINE = {"antal", "exempel", "exempelkommun", "jurist", "länk", "region"}
BEFORE = re.compile(r"(?:\A|\n[ \t]*\n|\A[ \t]*\n)[ \t]*\Z")
AFTER = re.compile(r"[ \t]*(?:\Z|\n[ \t]*(?:\n|\Z))")
LONGEST = 500
Shown = Callable[[], str]
# The templates that show the model as a whole.
WHOLE = (
    *(
        "aret",
        "besluten",
        "beslutslaget",
        "bokstaver",
        "checklistor",
        "fara",
        "forumen",
        "funktioner",
        "genvagar",
        "hitta",
        "ingangar",
        "kontakter",
    ),
    *("nivabild", "ord_om_ansvar", "rekommendationer", "sekretess_svar", "sorterna", "stegen_uppat", "struktur"),
    *("granskas", "handboken", "har_hant", "lardomar", "nytt", "situationerna", "tackning", "tidsgrunder", "utgavorna"),
    *("data", "grazoner", "samverkansavvikelse", "verksamheter"),
)
EXAMPLES = {
    "alla": '{{ alla("begrepp", "bokstav") }}',
    "antal": '{{ antal("forum") }}',
    "exempel": '{{ exempel("lista") }}',
    "exempelkommun": '{{ exempelkommun("id") }}',
    "jurist": '{{ jurist("texten") }}',
    "lista": '{{ lista("rutin") }}',
    "länk": '{{ länk("rutin", "orosanmalan", "gör en orosanmälan") }}',
    "mall": '{{ mall("kontakter") }}',
    "om_saken": '{{ om_saken("fråga", "ringa") }}',
    "region": "{{ region() }}",
    "text": '{{ text("forum") }}',
    "visa": '{{ visa("fråga", "ringa") }}',
}


class MacroError(Exception):
    """A macro that cannot be shown: what is wrong with it, and how to mend it (Swedish)."""

    def __init__(self, message: str, mend: str) -> None:
        super().__init__(message)
        self.message = message
        self.mend = mend


class Macros:
    """The macros over one model."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.model = renderer.model
        self.kinds = {kind.kind: kind for kind in KINDS}
        self.named: dict[str, Callable[..., Shown]] = {name: getattr(self, name) for name in EXAMPLES}

    def expand(self, text: str) -> str:
        """The text with each macro as what it shows; raises MacroError."""
        return MACRO.sub(lambda match: self._of(match)(), text)

    def errors(self, text: str, mark: Callable[[int], Mark]) -> list[Finding]:
        """What is wrong with the macros of a text, without showing anything."""
        findings: list[Finding] = []
        for match in MACRO.finditer(text):
            try:
                self._of(match)
            except MacroError as error:
                findings.append(Finding(mark(match.start()), "makro", error.message, error.mend))
        return findings

    def _of(self, match: re.Match[str]) -> Shown:
        if match["call"] is None:
            mend = f"Ett makro är på formen {EXAMPLES['lista']}. Annars: ta bort dem."
            raise MacroError("klamrarna här är inget makro.", mend)
        shown = self.call(match["call"].strip())
        name = match["call"].strip().partition("(")[0].strip()
        text = match.string
        alone = BEFORE.search(text, 0, match.start()) and AFTER.match(text, match.end())
        if name not in INLINE and not alone:
            mend = "Skriv det på en egen rad, med en tom rad före och efter."
            raise MacroError(f"makrot {name} står mitt i en text.", mend)
        return shown

    def call(self, written: str) -> Shown:
        """What shows one macro; raises MacroError, and after that nothing can go wrong."""
        name, arguments, keywords = self._read(written)
        macro = self.named[name]
        signature = inspect.signature(macro)
        try:
            bound = signature.bind(*arguments, **keywords)
        except TypeError:
            takes = ", ".join(
                parameter.name if parameter.default is parameter.empty else f"{parameter.name} (om du vill)"
                for parameter in signature.parameters.values()
            )
            raise MacroError(f"makrot {name} kan inte ta de värdena.", f"Det tar {takes}: {EXAMPLES[name]}.") from None
        for key, value in bound.arguments.items():
            if isinstance(value, bool) != (key == "metod"):
                raise MacroError(f"värdet för {key} i makrot {name} är fel.", f"Skriv så här: {EXAMPLES[name]}.")
        return macro(*arguments, **keywords)

    def _read(self, written: str) -> tuple[str, list[str | bool], dict[str, str | bool]]:
        """The name and the values of a macro as it is written; nothing in it is run."""
        short = f"”{written[:40]}{'…' if len(written) > 40 else ''}”"
        example = f"Skriv makrots namn och dess värden i raka citattecken: {EXAMPLES['länk']}."
        try:
            if len(written) > LONGEST:
                raise ValueError
            tree = ast.parse(written, mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            raise MacroError(f"{short} går inte att läsa som ett makro.", example) from None
        name = tree.func if isinstance(tree, ast.Call) else tree
        if isinstance(name, ast.Name) and name.id not in self.named:
            raise MacroError(
                f"makrot ”{name.id}” finns inte.", f"{nearest(name.id, self.named)} Makrona är {', '.join(self.named)}."
            )
        if not (isinstance(tree, ast.Call) and isinstance(name, ast.Name)):
            raise MacroError(f"{short} är inget makro.", example)
        constants = [*tree.args, *(keyword.value for keyword in tree.keywords)]
        keywords = {keyword.arg: keyword.value for keyword in tree.keywords if keyword.arg}
        if len(keywords) < len(tree.keywords) or not all(
            isinstance(one, ast.Constant) and isinstance(one.value, (str, bool)) for one in constants
        ):
            raise MacroError(f"värdena i makrot {name.id} ska vara texter.", f"Skriv så här: {EXAMPLES[name.id]}.")
        value = {id(one): one.value for one in constants if isinstance(one, ast.Constant)}
        return name.id, [value[id(one)] for one in tree.args], {key: value[id(one)] for key, one in keywords.items()}  # type: ignore[misc]

    def lista(self, kind: str, grupp: str = "", metod: bool | None = None) -> Shown:
        """Links to all things of a kind with a sentence each; by a field; only method, or all but."""
        things = [thing for thing in self._all(kind) if metod is None or bool(thing.märken) == metod]
        groups = self._groups(kind, things, grupp)
        return lambda: self.renderer.template("lista", grupper=groups)

    def alla(self, kind: str, grupp: str = "") -> Shown:
        """All things of a kind, each shown in full; under a heading for each value of a field."""
        groups = self._groups(kind, self._all(kind), grupp)

        def shown() -> str:
            parts = []
            for number, (heading, things) in enumerate(groups, 1):
                parts += [f"## {heading} {{: #grupp-{number} }}\n"] if heading else []
                parts += [self.renderer.thing(thing) for thing in things]
            return "\n".join([*parts, self.renderer.template("sidans_filer", sort=self.kinds[kind].kind)])

        return shown

    def mall(self, namn: str) -> Shown:
        """A template that shows the model as a whole."""
        if namn not in WHOLE:
            raise MacroError(f"mallen ”{namn}” finns inte.", nearest(namn, WHOLE))
        return lambda: self.renderer.template(namn)

    def visa(self, kind: str, id: str) -> Shown:
        """One thing in full, on a page written by hand."""
        thing = self._one(kind, id)
        return lambda: self.renderer.thing(thing)

    def om_saken(self, kind: str, id: str) -> Shown:
        """Where it comes from: its sources and its file, last on the page that shows it."""
        thing = self._one(kind, id)
        return lambda: self.renderer.template("om_saken", ting=thing)

    def antal(self, kind: str) -> Shown:
        """How many things of a kind there are."""
        count = len(self._all(kind))
        return lambda: str(count)

    def jurist(self, vad: str) -> Shown:
        """Whether a lawyer has read all of it, in a sentence about ”vad”."""
        _plain(vad, "jurist")
        return lambda: lawyer_read(vad, self.model.lawyer())

    def text(self, sida: str) -> Shown:
        """The region's own words on a page; nothing where it has none."""
        pages = get_args(Sida)
        if sida not in pages:
            raise MacroError(f"texten ”{sida}” finns inte.", nearest(sida, pages))
        texts = [self.renderer.text(one.text) for one in self.model.region.texter if one.sida == sida]
        return lambda: "\n\n".join(texts)

    def exempel(self, makro: str) -> Shown:
        """How a macro is written, on a page that tells of them."""
        if makro not in EXAMPLES:
            raise MacroError(f"makrot ”{makro}” finns inte.", nearest(makro, EXAMPLES))
        return lambda: EXAMPLES[makro]

    def exempelkommun(self, form: str) -> Shown:
        """The kommun that the guide has as its example: its id, or its name without ”kommun”."""
        if form not in ("id", "ort"):
            raise MacroError(f"”{form}” går inte att visa.", nearest(form, ("id", "ort")))
        kommun = self.model.region.exempel
        return lambda: (kommun.id if form == "id" else kommun.saken.ort) if kommun else "kommunen"

    def region(self) -> Shown:
        """What the region is called, after ”i”."""
        return lambda: self.model.region.namn

    def länk(self, kind: str, id: str, text: str = "", annars: str | None = None) -> Shown:
        """A link to a thing; where the region has none such, the words of `annars` if there are any."""
        _plain(text, "länk")
        if annars is not None and id not in self.model.things.get(kind, {id}):
            _plain(annars, "länk")
            return lambda: annars
        thing = self._one(kind, id)
        return lambda: f"[{text or thing.namn}]({thing.url}){NOT_HERE if thing.utgår else ''}"

    def _all(self, kind: str) -> list[Thing]:
        if kind not in self.kinds:
            raise MacroError(f"sorten ”{kind}” finns inte.", nearest(kind, self.kinds))
        return self.model.all(self.kinds[kind])

    def _one(self, kind: str, id: str) -> Thing:
        self._all(kind)
        things = self.model.things[kind]  # also what a kommun has none of: its page says so
        if id not in things:
            raise MacroError(f"{kind} ”{id}” finns inte.", nearest(id, things))
        return things[id]

    def _groups(self, kind: str, things: list[Thing], field: str) -> list[tuple[str, list[Thing]]]:
        if not field:
            return [("", things)]
        of_kind = self.kinds[kind]
        fields = {
            *of_kind.model_fields,
            *(name for name, one in inspect.getmembers(of_kind) if isinstance(one, property)),
        }
        if field not in fields or field.startswith("_"):
            raise MacroError(f"{kind} har inget fält ”{field}”.", nearest(field, of_kind.model_fields))
        return in_groups(things, field)


def _plain(text: str, macro: str) -> None:
    """Refuse a text that would be something else on the page than words; raises MacroError."""
    if HTML.search(text) or OTHER_LINK.search(text) or "[" in text or "]" in text:
        raise MacroError(f"texten i makrot {macro} får bara ha vanliga ord.", f"Skriv så här: {EXAMPLES[macro]}.")
