"""What all kinds share: text, dates, references, sources, and the Thing they build on."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PrivateAttr,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from samverkan.findings import Mark
from samverkan.kinds.labels import Roll
from samverkan.kinds.targets import wrong_target

if TYPE_CHECKING:
    from samverkan.kinds.avtal import Avtal
    from samverkan.kinds.begrepp import Begrepp
    from samverkan.kinds.blankett import Blankett
    from samverkan.kinds.checklista import Checklista
    from samverkan.kinds.deviation import Deviation
    from samverkan.kinds.forum import Forum
    from samverkan.kinds.funktion import Funktion
    from samverkan.kinds.huvudman import Huvudman
    from samverkan.kinds.kalla import Källa
    from samverkan.kinds.lagrum import Lagrum
    from samverkan.kinds.metod import Metod
    from samverkan.kinds.motesplats import Mötesplats
    from samverkan.kinds.niva import Nivå
    from samverkan.kinds.pilot import Pilot
    from samverkan.kinds.rutin import Rutin
    from samverkan.kinds.samverkansform import Samverkansform
    from samverkan.kinds.verksamhet import Verksamhet

Place = tuple[str | int, ...]

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<target>[^)\s]*)[^)]*\)")
# The kinds' names are longer than the scheme of a number to ring, but for mål.
THING = r"^(?P<kind>mål|[a-zåäö]{4,}):(?P<id>[a-z0-9-]+)"
THING_TARGET = re.compile(THING + r"(?:#(?P<part>[a-z0-9-]+))?$")
SWEDISH_ORDER = str.maketrans({"å": "{", "ä": "|", "ö": "}", "é": "e", "ü": "y"})
# Braces are how Markdown's attr_list puts attributes, event handlers too, on what stands before them.
HTML = re.compile(r"<[a-zA-Z/!?]|javascript:|&#|[{}]", re.IGNORECASE)
# What is left of a link that LINK does not see but Markdown does: pictures, nested brackets, definitions.
OTHER_LINK = re.compile(r"!\[|\]\(|\]\[|\]:")
# Years that something here can be about; others are slips of the finger.
LIKELY_YEARS = range(1900, 2041)
# Nobody sees these, and some of them show the reader another text than the one that stands in the file.
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e"
    r"\u2060-\u206f\u3164\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff\U000e0000-\U0010ffff]"
)
TURNS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def invisible(sign: str) -> tuple[str, str]:
    """What a sign that CONTROL finds is called in a message, and how to mend it."""
    code = f"U+{ord(sign):04X}"
    if sign == "\ufffd":
        return f"ett tecken som har gått förlorat ({code})", "Skriv in bokstaven igen; den går inte att återskapa."
    if sign == "\u00ad":
        return f"ett mjukt bindestreck ({code}), som delar ordet för sökningen", "Ta bort det; det kommer ur Word."
    if TURNS.match(sign):
        return (
            f"ett tecken som inte syns och som vänder textens riktning ({code})",
            "Ta bort det. Läs sedan hela raden: texten kan ha visats baklänges.",
        )
    if "\ue000" <= sign <= "\uf8ff":
        return f"ett tecken som bara finns i ett visst typsnitt ({code})", "Ta bort det; det är ofta en punkt ur Word."
    return (
        f"ett tecken som inte syns ({code})",
        "Ta bort det; det har troligen följt med från ett annat program.",
    )


def _known(kind: str, id: str, info: ValidationInfo) -> None:
    """Refuse a reference to nothing; `info.context` maps each kind to its ids, if it is given."""
    known: dict[str, set[str]] | None = info.context
    if known is None:
        return
    if kind not in known:
        raise PydanticCustomError("okänd_sort", "sort: {sort}", {"sort": kind, "val": known.keys()})
    if id not in known[kind]:
        raise PydanticCustomError("okänd_referens", "referens: {id}", {"sort": kind, "id": id, "val": known[kind]})


def _safe_text(text: str, info: ValidationInfo) -> str:
    # Text ends up in HTML pages; a model file must never be able to put a script on them.
    if match := HTML.search(text):
        raise PydanticCustomError("osäker_text", "HTML: {bit}", {"bit": text[match.start() : match.start() + 20]})
    for link in LINK.finditer(text):
        target = link["target"]
        if thing := THING_TARGET.match(target):
            _known(thing["kind"], thing["id"], info)
        elif (mend := wrong_target(target)) is not None:
            raise PydanticCustomError("osäker_länk", "länk: {bit}", {"bit": target, "rättelse": mend})
        if not target or not link["text"].strip(" *"):
            raise PydanticCustomError("tom_länk", "länk: {bit}", {"bit": link[0]})
    if rest := OTHER_LINK.search(LINK.sub(r"[\g<text>", text)):
        raise PydanticCustomError("osäker_länk", "länk: {bit}", {"bit": rest.string[rest.start() :][:20]})
    if sign := CONTROL.search(text):
        name, mend = invisible(sign[0])
        raise PydanticCustomError("styrtecken", "styrtecken", {"tecken": name, "rättelse": mend})
    if not text.strip():
        raise PydanticCustomError("tom_text", "tom")
    return text.strip()


def _one_line(text: str) -> str:
    if "\n" in text:
        raise PydanticCustomError("flera_rader", "flera rader")
    return text


def _yes_no(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if value not in ("ja", "nej"):
        raise PydanticCustomError("ja_nej", "ja/nej", {"värde": str(value)})
    return bool(value == "ja")


def _iso_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        if not ISO_DAY.fullmatch(str(value)):
            raise ValueError
        day = date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("fel_datum", "datum", {"värde": str(value)}) from None
    if day.year not in LIKELY_YEARS:
        raise PydanticCustomError("osannolikt_datum", "datum", {"värde": str(value)})
    return day


def _whole_number(value: Any) -> int:
    if isinstance(value, int):
        return value
    if not re.fullmatch(r"-?[0-9]{1,9}", str(value)):
        raise PydanticCustomError("heltal", "heltal", {"värde": str(value)})
    return int(value)


Slug = Annotated[str, Field(pattern=SLUG, max_length=80)]
Text = Annotated[str, AfterValidator(_safe_text)]
Rad = Annotated[str, AfterValidator(_safe_text), AfterValidator(_one_line)]
JaNej = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["ja", "nej"]})]
Datum = Annotated[
    date, BeforeValidator(_iso_date), WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"})
]
Heltal = Annotated[int, BeforeValidator(_whole_number), WithJsonSchema({"type": "integer"})]


def swedish(text: str) -> str:
    """A key that orders text as Swedish does: å, ä, ö after z, and capitals with small letters."""
    return text.casefold().translate(SWEDISH_ORDER)


def first_sentences(text: str, count: int) -> str:
    """The first sentences of a text, on one line."""
    return " ".join(re.split(r"(?<=[.!?]) +(?=[A-ZÅÄÖ\[])", " ".join(text.split()))[:count])


Sort = TypeVar("Sort", bound="Thing", covariant=True)


class Ref(Generic[Sort]):
    """A reference to another thing: its kind and id, and the anchor of a `part` of it, if any.

    `till` is the thing once resolved.

    `till` stays None where the thing's own file is wrong, so a rule has to ask. What is shown has no
    such references, and takes `saken`.
    """

    __slots__ = ("id", "kind", "märke", "part", "till")

    def __init__(self, kind: str, id: str, part: str = "") -> None:
        self.kind = kind
        self.id = id
        self.part = part
        self.till: Sort | None = None
        self.märke = ""  # what a page adds where a kommun has written the reference (own_words.py)

    def __class_getitem__(cls, item: object) -> type[Ref[Any]]:
        """What a reference leads to is for the type checker alone, so that kinds can point at each other."""
        return cls

    @property
    def saken(self) -> Sort:
        """The thing; raises LookupError for a reference that is not resolved."""
        if self.till is None:
            raise LookupError(f"{self} är inte uppslagen")
        return self.till

    def __repr__(self) -> str:
        return f"{self.kind}:{self.id}{self.part and f'#{self.part}'}"


class Till:
    """Marks a field as a reference: `Annotated[Ref, Till("forum")]`, written as the id in YAML."""

    def __init__(self, kind: str) -> None:
        self.kind = kind

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept the id as text and keep it as a Ref."""

        def make(id: str, info: ValidationInfo) -> Ref[Thing]:
            if not re.match(SLUG, id):
                known = info.context[self.kind] if info.context else ()
                raise PydanticCustomError("id_i_hänvisning", "id: {id}", {"id": id, "sort": self.kind, "val": known})
            _known(self.kind, id, info)
            return Ref(self.kind, id)

        return core_schema.with_info_after_validator_function(make, core_schema.str_schema())

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Text with the form of an id; `x-till` tells which kind it points at."""
        return {"type": "string", "pattern": SLUG, "x-till": self.kind}


class TillSida:
    """Marks a field as a reference to a thing of any kind: `Annotated[Ref, TillSida()]`, written pilot:osis.

    With `delar` it may lead to a part of it, written as links are: trappa:behov#niva-egen. A rule finds the part.
    """

    def __init__(self, delar: bool = False) -> None:
        self.delar = delar

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Accept ”sort:id” as text and keep it as a Ref."""

        def make(text: str, info: ValidationInfo) -> Ref[Thing]:
            kind, _, rest = text.partition(":")
            id, _, part = rest.partition("#")
            _known(kind, id, info)
            return Ref(kind, id, part)

        form = THING_TARGET.pattern if self.delar else f"{THING}$"
        return core_schema.with_info_after_validator_function(
            make, core_schema.str_schema(pattern=re.sub(r"\?P<\w+>", "", form))
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Text: the kind and the id with a colon between, and the part after #."""
        return {"type": "string", "pattern": f"^[a-zåäö]+:[a-z0-9-]+{'(#[a-z0-9-]+)?' if self.delar else ''}$"}


class Inom:
    """Marks a text as the id of a part of the same thing, in the list `lista`: `Annotated[Slug, Inom("steg")]`."""

    def __init__(self, lista: str) -> None:
        self.lista = lista


# A reference to each kind, as fields declare it: the class for the type checker, the name for pydantic.
AvtalRef = Annotated[Ref["Avtal"], Till("avtal")]
BegreppRef = Annotated[Ref["Begrepp"], Till("begrepp")]
BlankettRef = Annotated[Ref["Blankett"], Till("blankett")]
ChecklistaRef = Annotated[Ref["Checklista"], Till("checklista")]
ForumRef = Annotated[Ref["Forum"], Till("forum")]
FunktionRef = Annotated[Ref["Funktion"], Till("funktion")]
HuvudmanRef = Annotated[Ref["Huvudman"], Till("huvudman")]
KällaRef = Annotated[Ref["Källa"], Till("källa")]
LagrumRef = Annotated[Ref["Lagrum"], Till("lagrum")]
MetodRef = Annotated[Ref["Metod"], Till("metod")]
MötesplatsRef = Annotated[Ref["Mötesplats"], Till("mötesplats")]
NivåRef = Annotated[Ref["Nivå"], Till("nivå")]
PilotRef = Annotated[Ref["Pilot"], Till("pilot")]
RutinRef = Annotated[Ref["Rutin"], Till("rutin")]
SamverkansformRef = Annotated[Ref["Samverkansform"], Till("samverkansform")]
VerksamhetRef = Annotated[Ref["Verksamhet"], Till("verksamhet")]
# A step of the same routine.
StegId = Annotated[Slug, Inom("steg")]
# A page written by hand, by its file under docs/.
Sidfil = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)*\.md$")]
SidaRef = Annotated[Ref["Thing"], TillSida()]
DelRef = Annotated[Ref["Thing"], TillSida(delar=True)]
# Who says a thing that neither a law nor a source says.
Stöd = Literal["modellen"]


class Part(BaseModel):
    """A piece of a thing, and the base of things: unknown fields are refused, and what was read does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True, defer_build=True)


class MedRoller(Generic[Sort]):
    """A piece with the four roles of HUKI, each a list of references."""

    @property
    def roller(self) -> list[tuple[Roll, list[Ref[Sort]]]]:
        """The roles, with who has each, in the order H, U, K, I."""
        return [(roll, getattr(self, roll)) for roll in Roll]

    @property
    def berörda(self) -> list[str]:
        """The ids of all that have any of the roles, once each."""
        return list(dict.fromkeys(ref.id for _, refs in self.roller for ref in refs))

    def roll(self, id: str) -> list[Roll]:
        """The roles of the one with this id."""
        return [roll for roll, refs in self.roller if any(ref.id == id for ref in refs)]


class Källhänvisning(Part):
    """Varifrån ett påstående kommer: en källa och platsen i den."""

    källa: KällaRef = Field(description="Källan.", examples=["rapporten-2020"])
    plats: Rad = Field(
        title="Var i källan", description="Var i källan: avsnitt, sida eller rubrik.", examples=["avsnitt 6.1"]
    )

    @property
    def sort(self) -> str:
        """What the source is to the reader, as a label: a bill is no method, nor is a law."""
        källa = self.källa.saken
        if källa.typ == "lag":
            return "Lag"
        if källa.typ == "förarbete":
            return "Förarbete"
        if källa.beslutad:
            return "Beslut"
        return "Metod" if källa.metod else "Källa"


class Påstående(Part):
    """Ett påstående med egen källa, i listor där varje rad kommer från sitt ställe."""

    text: Text = Field(description="Påståendet, med egna ord.")
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan till just det påståendet.")


class Handling(Part):
    """Något som läsaren gör, och vad som säger att det ska göras."""

    id: Slug = Field(description="Unikt i filen.")
    text: Rad = Field(title="Vad du gör", description="Vad du gör, i du-form, så kort det går.")
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagen som säger att det ska göras.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan som säger att det ska göras.")
    stöd: Stöd | None = Field(
        None,
        description="modellen när varken lag eller källa säger det, eller bara en del: resten är modellens eget råd.",
    )


class Avbockning(Handling):
    """Något att bocka av, och när det gäller."""

    om: Rad | None = Field(
        None,
        title="När punkten gäller",
        description="Villkoret, när punkten inte gäller varje gång; står före punkten, också på checklistan.",
        examples=["Barnet bor i en annan kommun"],
    )


class Jurist(Part):
    """En jurists granskning av texten."""

    datum: Datum = Field(description="Dagen då juristen granskade texten.")
    av: Rad = Field(description="Juristens funktion, aldrig ett namn.", examples=["Kommunjurist"])


class Kommande(Part):
    """Hur saken lyder från och med en dag, till exempel när lagen ändras."""

    från: Datum = Field(description="Dagen då det nya gäller, ÅÅÅÅ-MM-DD.")
    nytt: dict[str, Any] = Field(
        description="De fält som byts den dagen. Delar med id byts en och en; ”utgår: ja” tar bort en del.",
        examples=["{enskilda: OSL gäller nu hos dig.}"],
    )


class Utsaga(Part):
    """Vad en källa säger, när källorna säger olika; visas bredvid vad de andra säger."""

    säger: Rad = Field(description="Vad källan säger.")
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan som säger det.")


class Avsnitt(Part):
    """Ett avsnitt på en sida: rubrik, text, punkter med egna källor."""

    id: Slug = Field(description="Unikt på sidan; blir avsnittets adress.")
    rubrik: Rad = Field(description="Avsnittets rubrik.")
    text: Text | None = Field(None, description="Text före punkterna.")
    punkter: list[Påstående] = Field(default_factory=list, description="Punkter, var och en med källa.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan till texten.")

    @property
    def namn(self) -> str:
        """The heading, as links name the section."""
        return self.rubrik


class Thing(Part):
    """What every kind has: an id, a name, its sources; and where in the files it stands."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    plural: ClassVar[str]
    # False: all things of the kind share the page <folder>/index.md, each with its anchor.
    own_page: ClassVar[bool] = True
    # True: a kommun may add its own, never change or remove the common one.
    locked: ClassVar[bool] = False
    # True: what a kommun writes of the kind is its own, and never a deviation from the county's.
    always_own: ClassVar[bool] = False
    # The field that says in a sentence what the thing is; lists of things show it.
    ingress_field: ClassVar[str] = "namn"

    id: Slug = Field(description="Samma som filnamnet utan .yml; bara a–z, 0–9 och bindestreck.")
    namn: Rad = Field(description="Vad saken heter på sidan.")
    ersätter: list[Slug] = Field(
        default_factory=list, description="Id:n på saker som den här har ersatt; gamla adresser leder hit."
    )
    källor: list[Källhänvisning] = Field(
        default_factory=list, description="Källorna till det som står här, var och en med plats i källan."
    )

    _marks: dict[Place, Mark] = PrivateAttr(default_factory=dict)
    _deviation: Deviation | None = PrivateAttr(default=None)
    _used_by: list[tuple[Thing, Place]] = PrivateAttr(default_factory=list)

    def at(self, *path: str | int) -> Mark:
        """The place in the model file of the value at `path`, or of what holds it."""
        while path and path not in self._marks:
            path = path[:-1]
        return self._marks[path]

    @property
    def url(self) -> str:
        """The page of the thing as a Markdown link target, absolute from the docs folder."""
        if self.utgår and not self.own_page:
            return f"/lokalt/skillnader.md#skillnad-{self.folder}-{self.id}"
        return f"/{self.folder}/{self.id}.md" if self.own_page else f"/{self.folder}/index.md#{self.id}"

    @property
    def files(self) -> tuple[str, ...]:
        """The model files that it comes from, under the project's root: the kommun's own first, then the county's."""
        own = [self._deviation.file] if self._deviation else []
        return tuple(dict.fromkeys([*own, self._marks[()].file]))

    @property
    def file(self) -> str:
        """The model file in which the publisher changes it."""
        return self.files[0]

    @property
    def sidtitel(self) -> str:
        """The title of its page; says the kind where the name alone could be something else's."""
        return self.namn

    @property
    def sidbeskrivning(self) -> str:
        """What its page is about, for those who have not opened it; method is said to be method."""
        method = f" ({self.märken[0][0].lower()}{self.märken[0][1:]})" if self.märken else ""
        return f"{self.kortnamn}{method}: {self.ingress}"

    @property
    def kortnamn(self) -> str:
        """What a link to the thing says."""
        return self.namn

    @property
    def avvikelse(self) -> Deviation | None:
        """How the kommun's version differs from the common one; None if it does not."""
        # Asked of every thing in every list: pydantic's own way to a private attribute takes ten times as long.
        private: dict[str, Any] = self.__pydantic_private__ or {}
        return private.get("_deviation")

    @property
    def utgår(self) -> bool:
        """Whether the kommun whose web it is has none of it; it stays, so that what points at it can say so."""
        deviation = self.avvikelse
        return deviation is not None and deviation.verb == "utgår"

    @property
    def ingress(self) -> str:
        """What the thing is, in a sentence or two."""
        return str(getattr(self, self.ingress_field))

    @property
    def sökord(self) -> list[str]:
        """Words that a search should find the thing by, beside those on its page."""
        return []

    @property
    def sort_key(self) -> tuple[Any, ...]:
        """What things of the kind are ordered by: the name, in Swedish order."""
        return (swedish(self.namn),)

    @property
    def används_av(self) -> list[tuple[Thing, Place]]:
        """The things that point at this one, and where in them, in the order of kinds and names."""
        return self._used_by

    @property
    def märken(self) -> list[str]:
        """The marks of the sources of method that the whole thing rests on (see Källa.märke)."""
        sources = [hänvisning.källa.saken for hänvisning in self.källor]
        return sorted({källa.märke for källa in sources if källa.metod and källa.märke})


class MedKommande(Thing):
    """A thing whose text follows the law, and so may have a new wording decided for a day to come."""

    kommande: list[Kommande] = Field(
        default_factory=list, description="Det som byts en viss dag; webben visar det som gäller den dag den byggs."
    )
