"""Region: what is true of one region alone; another one writes its own, and nothing else of the engine knows it."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import HuvudmanRef, JaNej, Jurist, Part, Rad, RutinRef, Slug, Text, Thing, VerksamhetRef

# The pages written by hand that have a place for the region's own words.
Sida = Literal[
    "forum",
    "handelser",
    "huvudman",
    "kallor",
    "lardomar",
    "metoder",
    "motesplatser",
    "nivaer",
    "om-inte",
    "om-lita",
    "rekommendationer",
    "samverkansformer",
    "stegen-uppat",
    "styrning",
]


class Områden(Part):
    """Delarna som regionen är indelad i, och vad de kallas."""

    kallas: Rad = Field(description="Vad en sådan del kallas.", examples=["Del av länet"])
    namn: list[Rad] = Field(min_length=1, description="Delarna, så som de står hos en huvudman.", examples=[["norra"]])


class Studie(Part):
    """En studie som lärdomar kommer från."""

    id: Slug = Field(description="Studiens adress bland lärdomarna.", examples=["intervjuerna"])
    namn: Rad = Field(description="Vad studien heter i tabellen över lärdomar.", examples=["Intervjuerna"])
    delar: list[Rad] = Field(
        default_factory=list,
        description="Studiens delar, när en lärdom säger vilken den kommer från.",
        examples=[["Rapportens slutsatser"]],
    )


class Akut(Part):
    """En rad om vad som är bråttom, överst där det handlar om fara."""

    text: Rad = Field(description="Vad läsaren gör, med numret som länk.", examples=["Ring [112](tel:112)."])
    verksamhet: VerksamhetRef | None = Field(None, description="Verksamheten vars telefonnummer står efter texten.")
    utan_nummer: Rad | None = Field(
        None, description="Vad som står efter texten när inget nummer är känt.", examples=["kommunens jourtelefon."]
    )


class Sidtext(Part):
    """Regionens egna ord på en sida."""

    sida: Sida = Field(description="Sidan som texten står på.")
    text: Text = Field(description="Texten.")


class BytFält(Part):
    """Ett fält som har fått ett nytt namn."""

    i: Slug = Field(description="Mappen för sorten.", examples=["rutiner"])
    förut: Rad = Field(description="Vad fältet hette.", examples=["gammalt_namn"])
    nu: Rad = Field(description="Vad fältet heter.", examples=["namn"])


class Region(Thing):
    """Vad som är regionens eget: namn, delar, teman, studier och nummer som är bråttom."""

    kind: ClassVar[str] = "region"
    folder: ClassVar[str] = "region"
    plural: ClassVar[str] = "Regionen"
    own_page: ClassVar[bool] = False

    namn: Rad = Field(description="Namnet så som det står efter ”i”.", examples=["Exempelregion"])
    beskrivning: Rad | None = Field(None, description="Vad webben är till för, i en mening för sökmotorer.")
    påhittad: JaNej = Field(
        False, description="ja: regionen finns inte. Varje sida säger det, också på papper, och sökmotorer lämnar den."
    )
    områden: Områden | None = Field(None, description="Delarna som regionen är indelad i.")
    teman: list[Rad] = Field(
        default_factory=list, description="Teman som en lärdom kan ha, i den ordning de visas.", examples=[["Möten"]]
    )
    studier: list[Studie] = Field(
        default_factory=list, description="Studier som lärdomar kommer från, i den ordning de visas."
    )
    akut: list[Akut] = Field(default_factory=list, description="Vad som är bråttom, det viktigaste först.")
    jurist: Jurist | None = Field(
        None,
        description="En jurists granskning av allt gemensamt. Utan den säger webben att ingen jurist har granskat.",
    )
    texter: list[Sidtext] = Field(default_factory=list, description="Regionens egna ord på sidor skrivna för hand.")
    exempel: HuvudmanRef | None = Field(
        None, description="Kommunen som sidan om att göra webben till sin egen har som exempel."
    )
    bytta_fält: list[BytFält] = Field(
        default_factory=list, description="Fält som har fått nya namn. Kommandot migrera byter dem i en kommuns filer."
    )
    sidfot: Rad | None = Field(None, description="Vad som står sist på varje sida om vad innehållet är.")
    licens: Rad | None = Field(
        None, description="Vad den som använder texten och datan får göra, med länk.", examples=["Licensen är MIT."]
    )
    orolig: RutinRef | None = Field(
        None, description="Rutinen för den som är orolig för ett barn. Kontaktsidan leder dit."
    )

    @property
    def nya_fältnamn(self) -> dict[tuple[str, str], str]:
        """What each field with another name than before is called now, by the kind's folder and its old name."""
        return {(byte.i, byte.förut): byte.nu for byte in self.bytta_fält}
