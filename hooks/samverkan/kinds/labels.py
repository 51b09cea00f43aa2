"""The words that model files choose among, and what the web makes of each: key, label, class, meaning, order.

This is their one home. A label is changed here, on its own line, and nowhere else; the key in the model files stays.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Word(StrEnum):
    """A word to choose in a model file: its key there, what readers see, the class that shows it, what it means."""

    label: str
    css: str
    betyder: str

    def __new__(cls, key: str, label: str, css: str = "", betyder: str = "") -> Self:
        """One line of a table."""
        self = str.__new__(cls, key)
        self._value_, self.label, self.css, self.betyder = key, label, css, betyder
        return self

    @property
    def i_text(self) -> str:
        """The label within a sentence."""
        return self.label.lower()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A field of this type takes one of the keys, refuses others as any choice does, and holds the word."""
        keys = core_schema.literal_schema([word.value for word in cls])
        return core_schema.no_info_after_validator_function(cls, keys)


class Roll(Word):
    """A role in a step or a task, in the order of HUKI; the keys are the names of the fields."""

    HUVUDANSVARIG = (
        "huvudansvarig",
        "Huvudansvarig",
        "roll-h",
        "Svarar för att det blir gjort. I en rutin är det en för varje steg, om inte lagen lägger plikten på var och "
        "en. I en ansvarsmatris är det ingen på en del rader: där säger källan inte vem.",
    )
    UTFÖR = "utför", "Utför", "roll-u", "Gör arbetet. Kan vara flera, och kan vara den som svarar för det."
    KONSULTERAS = "konsulteras", "Konsulteras", "roll-k", "Tillfrågas eller ger råd innan det är klart."
    INFORMERAS = "informeras", "Informeras", "roll-i", "Får veta efteråt, så långt sekretessen tillåter."

    @property
    def bokstav(self) -> str:
        """The role's letter, in HUKI and in what a script reads."""
        return self.value[0]

    @property
    def sägs(self) -> str:
        """How the one who has it is told, after ”Du”."""
        return f"är {self.i_text}" if self is Roll.HUVUDANSVARIG else self.i_text

    @property
    def handlar(self) -> bool:
        """Whether the duty that the law ties to a step is theirs; who is asked or told has it not."""
        return self in (Roll.HUVUDANSVARIG, Roll.UTFÖR)


class Tidsgrund(Word):
    """What a time limit rests on."""

    LAG = "lag", "Lag", "tidsgrans", "Tiden står i lagen. Den gäller överallt."
    FÖRARBETE = "förarbete", "Förarbete", "tidsgrans", "Tiden står i propositionen. Så är lagen tänkt."
    BESLUTAD = (
        "beslutad",
        "Beslutad",
        "tidsgrans",
        "Tiden står i ett beslut som gäller här: ett avtal, en riktlinje eller en nämnds beslut.",
    )
    LOKAL = (
        "lokal",
        "Inte lag",
        "tidsgrans inte-lag",
        "Tiden kommer från ett arbetssätt någon annanstans. Fråga vad som gäller hos er.",
    )


class Period(Word):
    """How long it is between the times that something is done; last how so many times in it are said."""

    DAG = "dag", "Dag", "", "om dagen"
    VECKA = "vecka", "Vecka", "", "i veckan"
    MÅNAD = "månad", "Månad", "", "i månaden"
    TERMIN = "termin", "Termin", "", "per termin"
    LÄSÅR = "läsår", "Läsår", "", "per läsår"
    ÅR = "år", "År", "", "om året"


class Månad(Word):
    """A month, in the order of the year."""

    JANUARI = "januari", "Januari"
    FEBRUARI = "februari", "Februari"
    MARS = "mars", "Mars"
    APRIL = "april", "April"
    MAJ = "maj", "Maj"
    JUNI = "juni", "Juni"
    JULI = "juli", "Juli"
    AUGUSTI = "augusti", "Augusti"
    SEPTEMBER = "september", "September"
    OKTOBER = "oktober", "Oktober"
    NOVEMBER = "november", "November"
    DECEMBER = "december", "December"


class Skolform(Word):
    """A form of school, as skollagen 1:1 and 14:1 name them."""

    FÖRSKOLA = "förskola", "förskola"
    FÖRSKOLEKLASS = "förskoleklass", "förskoleklass"
    GRUNDSKOLA = "grundskola", "grundskola"
    ANPASSAD_GRUNDSKOLA = "anpassad_grundskola", "anpassad grundskola"
    SPECIALSKOLA = "specialskola", "specialskola"
    SAMESKOLA = "sameskola", "sameskola"
    FRITIDSHEM = "fritidshem", "fritidshem"
    GYMNASIESKOLA = "gymnasieskola", "gymnasieskola"
    ANPASSAD_GYMNASIESKOLA = "anpassad_gymnasieskola", "anpassad gymnasieskola"


class FårSägas(Word):
    """Whether something may be said, from must to must not."""

    SKA = "ska", "Ska sägas", "svar-ja"
    FÅR = "får", "Får sägas", "svar-ja"
    MED_SAMTYCKE = "med_samtycke", "Bara med samtycke", "svar-kanske"
    PRÖVAS = "prövas", "Prövas varje gång", "svar-kanske"
    FÅR_INTE = "får_inte", "Får inte sägas", "svar-nej"


class Finns(Word):
    """Whether a form of collaboration is there; a source may be silent."""

    JA = "ja", "Ja", "finns-ja"
    NEJ = "nej", "Nej"
    FRAMGÅR_INTE = "framgår_inte", "Okänt", "finns-okant"


class Bekräftelse(Word):
    """Whether a source says it outright."""

    BEKRÄFTAD = "bekräftad", "Bekräftad"
    EJ_BEKRÄFTAD = "ej_bekräftad", "Ej bekräftad"


class Uppfylld(Word):
    """Whether the model does what a recommendation says."""

    JA = (
        "ja",
        "Ja",
        "",
        "En rutin eller ett forum här svarar på den. En rutin är ett förslag tills någon har beslutat den.",
    )
    DELVIS = "delvis", "Delvis", "", "Något saknas, eller så svarar bara en metod från annat håll."
    NEJ = "nej", "Nej", "saknas", "Inget i modellen svarar på den."


class Situationsgrupp(Word):
    """What has happened, in groups as the one who meets it thinks."""

    BARNET = "barnet", "Något har hänt ett barn"
    FAMILJEN = "familjen", "Föräldrar, vårdnad och flytt"
    FRÅGAR = "fragar", "Någon frågar eller säger nej"
    ARBETET = "arbetet", "Ditt eget ansvar"
    PRIVAT = "privat", "Du är inte här i ditt arbete"


class Berätta(Word):
    """Whether something is told in a situation."""

    GÖR = "berätta", "Berätta", "svar-ja"
    GÖR_INTE = "berätta_inte", "Berätta inte", "svar-nej"


class Läge(Word):
    """How it went with a pilot, as far as the sources say."""

    PÅGÅR = "pågår", "Pågår"
    AVSLUTAD = "avslutad", "Avslutad"
    EJ_BEKRÄFTAD = "ej_bekräftad", "Inte bekräftat"


class Osäkert(Word):
    """What is not known about an event."""

    TID = "tid", "Tiden är inte bekräftad."
    SAK = "sak", "Vi vet inte om det blev av."


class Driver(Word):
    """Who runs something, or has its staff employed."""

    REGION = "region", "Region", "", "regionen"
    KOMMUN = "kommun", "Kommun", "", "kommunen"
    STAT = "stat", "Stat", "", "staten"
    ENSKILD = "enskild", "Enskilda", "", "en enskild huvudman"


def both(one: Word, other: Word) -> str:
    """The label of two at once: ”Huvudansvarig och utför”."""
    return f"{one.label} och {other.i_text}"


def enumerate_words(values: Iterable[str], between: str = "och") -> str:
    """Words in a row: ”a, b och c”."""
    *first, last = list(values) or [""]
    return f"{', '.join(first)} {between} {last}" if first else last
