"""Lagrum: one section of law, in our own words, with the date it was checked."""

import re
from datetime import date, timedelta
from typing import Annotated, ClassVar

from pydantic import Field

from samverkan.kinds.base import Datum, Jurist, Part, Rad, Slug, Text, Thing

# Six months, whatever their lengths: no half-year is longer.
READ_AGAIN = timedelta(days=184)


class Villkor(Part):
    """Ett villkor i lagrummet, som ska följa med till varje text som ber läsaren handla efter det."""

    id: Slug = Field(description="Unikt i lagrummet.")
    text: Rad = Field(description="Villkoret, så som det sägs.", examples=["om inte särskilda skäl talar emot det"])
    ord: list[Rad] = Field(
        min_length=1,
        description="Ord som visar att en text har med villkoret; ett av dem räcker. Små och stora bokstäver är lika.",
        examples=[["särskilda skäl", "säkert för barnet"]],
    )


class NyLydelse(Part):
    """Hur lagrummet lyder när det har ändrats."""

    från: Datum = Field(description="Dagen då den nya lydelsen börjar gälla.")
    innebär: Text | None = Field(None, description="Vad lagrummet då betyder för läsaren, med egna ord.")
    lydelse: Rad | None = Field(None, description="Ändringen.", examples=["Lag (2026:716)"])
    kontrollerad: Datum | None = Field(
        None, description="Dagen då den nya lydelsen lästes. Utelämnas tills någon har läst den."
    )
    underlag: Text | None = Field(None, description="Vad läsningen bygger på, om det inte är lagtexten själv.")


class Lagrum(Thing):
    """Ett lagrum, med egna ord."""

    kind: ClassVar[str] = "lagrum"
    folder: ClassVar[str] = "lagrum"
    plural: ClassVar[str] = "Lagstöd"
    ingress_field: ClassVar[str] = "innebär"
    locked: ClassVar[bool] = True

    lag: Rad = Field(description="Lagens namn.", examples=["Socialtjänstlagen"])
    förkortning: Rad = Field(description="Så skrivs lagen kort.", examples=["SoL"])
    sfs: Annotated[str, Field(pattern=r"^\d{4}:\d+$")] = Field(description="SFS-nummer.", examples=["2025:400"])
    kapitel: Annotated[str, Field(pattern=r"^\d+( [a-z])?$")] | None = Field(
        None, description="Kapitlet, om lagen har kapitel.", examples=["19"]
    )
    paragraf: Annotated[str, Field(pattern=r"^\d+( [a-z])?((–|, | och )\d+( [a-z])?)*$")] | None = Field(
        None, description="Paragrafen. Utelämnas när hela kapitlet eller lagen avses.", examples=["9 a"]
    )
    innebär: Text = Field(description="Vad lagrummet betyder för läsaren, med egna ord.")
    gäller_från: Datum | None = Field(None, description="När lydelsen började gälla, om det är känt.")
    lydelse: Rad | None = Field(None, description="Senaste ändring.", examples=["Lag (2025:1501)"])
    kontrollerad: Datum = Field(description="Dagen då lydelsen kontrollerades.")
    jurist: Jurist | None = Field(None, description="En jurists granskning, när någon har granskat texten.")
    underlag: Text | None = Field(None, description="Vad kontrollen bygger på, om det inte är lagtexten själv.")
    villkor: list[Villkor] = Field(
        default_factory=list, description="Villkoren i lagrummet: när det gäller, och när det inte gör det."
    )
    ny_lydelse: NyLydelse | None = Field(None, description="Den beslutade ändring som ännu inte har skrivits in.")
    ersatte: list[Rad] = Field(
        default_factory=list,
        description="Äldre bestämmelser som lagrummet har trätt i stället för.",
        json_schema_extra={"x-historisk": True},
    )

    @property
    def beteckning(self) -> str:
        """How the section is cited: ”19 kap. 1 § SoL”; a whole law by its short name alone."""
        chapter = f"{self.kapitel} kap. " if self.kapitel else ""
        sign = "§§" if self.paragraf and re.search(r"–|, | och ", self.paragraf) else "§"
        section = f"{self.paragraf} {sign} " if self.paragraf else ""
        return f"{chapter}{section}{self.förkortning}"

    @property
    def ingress(self) -> str:
        """The first paragraph of what it means: a list of a hundred sections has no room for more (see Thing)."""
        return self.innebär.partition("\n\n")[0]

    @property
    def sidtitel(self) -> str:
        """The title of its page (see Thing)."""
        return f"{self.beteckning}: {self.namn}"

    @property
    def kortnamn(self) -> str:
        """How the section is cited."""
        return self.beteckning

    @property
    def sökord(self) -> list[str]:
        """The law's name, and the older provisions that one may still look for (see Thing)."""
        return [self.lag, *self.ersatte]

    @property
    def läses_igen(self) -> date:
        """The last day on which the reading of it is not old."""
        return self.kontrollerad + READ_AGAIN

    @property
    def lagtext(self) -> str:
        """The address of the law's wording in the government's database of statutes."""
        return f"https://rkrattsbaser.gov.se/sfst?bet={self.sfs}"

    @property
    def sort_key(self) -> tuple[str, tuple[int, str], tuple[int, str]]:
        """By law, then chapter and section as numbers."""
        return (self.lag, _number(self.kapitel), _number(self.paragraf))


def _number(text: str | None) -> tuple[int, str]:
    first = re.match(r"(\d+)(?: ([a-z])(?!\w))?", text or "0")
    assert first
    return (int(first[1]), first[2] or "")
