"""Tid: when something is done at the latest, or how often, and what says so."""

from pydantic import Field

from samverkan.kinds.base import Heltal, Källhänvisning, LagrumRef, Part, Rad, RutinRef, Slug
from samverkan.kinds.labels import Månad, Period, Tidsgrund, enumerate_words


class Återkommer(Part):
    """Hur ofta något görs om: med jämna mellanrum, så många gånger, vissa månader, eller kring något annat."""

    period: Period | None = Field(None, description="Mellanrummet.", examples=["termin"])
    var: Heltal | None = Field(None, description="Var hur många: 3 och månad är var tredje månad.", examples=["3"])
    gånger: Heltal | None = Field(
        None, description="Hur många gånger på en period: 4 och år är fyra gånger om året.", examples=["4"]
    )
    månader: list[Månad] = Field(default_factory=list, description="Månaderna då det görs.", examples=[["augusti"]])
    dag: Heltal | None = Field(None, description="Dagen i månaden då det senast är gjort.", examples=["1"])
    före_varje: Rad | None = Field(None, description="Det som det ska vara klart före, varje gång.", examples=["möte"])
    efter_varje: Rad | None = Field(None, description="Det som det följer på, varje gång.", examples=["möte"])
    inom: Heltal | None = Field(None, description="Hur många dagar före, eller inom hur många efter.", examples=["5"])
    tills: Rad | None = Field(None, description="När det upphör.", examples=["eleven är tillbaka"])

    @property
    def lyder(self) -> str:
        """All of it in words, in the order that one says it."""
        return " ".join(
            filter(None, (self._how_often, self._months, self._around, self.tills and f"tills {self.tills}"))
        )

    @property
    def _how_often(self) -> str:
        if self.period is None:
            return "varje år" if self.månader else ""
        if self.gånger:
            return f"{NUMBERS.get(self.gånger, str(self.gånger))} gånger {self.period.betyder}"
        if self.var in (None, 1):
            return f"varje {self.period}"
        each = "vart" if self.period in (Period.LÄSÅR, Period.ÅR) else "var"
        if self.var == 2:
            return f"{each}annat {self.period}" if each == "vart" else f"{each}annan {self.period}"
        return f"{each} {ORDINALS.get(self.var, f'{self.var}:e')} {self.period}"

    @property
    def _months(self) -> str:
        if not self.månader:
            return ""
        if self.dag:
            return f"senast den {self.dag} {enumerate_words(self.månader)}"
        return f"i {enumerate_words(self.månader)}"

    @property
    def _around(self) -> str:
        days = f"{self.inom} {'dag' if self.inom == 1 else 'dagar'}" if self.inom else ""
        if self.före_varje:
            return f"{f'senast {days} ' if days else ''}före varje {self.före_varje}"
        if self.efter_varje:
            return f"{f'inom {days} ' if days else ''}efter varje {self.efter_varje}"
        return ""


ORDINALS = {3: "tredje", 4: "fjärde", 5: "femte", 6: "sjätte", 8: "åttonde", 10: "tionde", 12: "tolfte"}
NUMBERS = dict(enumerate(["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"], 2))


class Föregående(Part):
    """Steget vars tidsgräns måste ha gått innan en annan börjar räknas."""

    rutin: RutinRef = Field(description="Rutinen.")
    steg: Slug = Field(description="Steget i rutinen.")

    @property
    def tid(self) -> "Tid | None":
        """The time limit in days of that step; None where it has none, or is none that exists."""
        steps = [steg for steg in self.rutin.till.steg if steg.id == self.steg] if self.rutin.till else []
        return next((tid for steg in steps for tid in steg.tider if tid.dagar), None)


class Frist(Part):
    """När något senast ska vara gjort, och vad som bestämmer det."""

    när: Rad | None = Field(
        None,
        title="Tidsgränsen",
        description="Tidsgränsen. Utelämnas när ”återkommer” säger den.",
        examples=["genast", "inom 14 dagar"],
    )
    om: Rad | None = Field(
        None,
        title="Villkor för tiden",
        description="Villkoret, när tiden inte gäller varje gång: en bisats, som följer med tiden överallt.",
        examples=["om det inte är olämpligt"],
    )
    typ: Tidsgrund = Field(
        title="Bygger på",
        description="lag: står i lagtexten. förarbete: står i propositionen. beslutad: står i ett beslut som gäller "
        "här. lokal: en metod från annat håll, eller föreslagen.",
    )
    räknas_från: Rad | None = Field(
        None,
        description="Det som tiden räknas från: ”beslutet om utredning”, eller en bisats med ”att”.",
        examples=["att anmälan kom in"],
    )
    lagrum: list[LagrumRef] = Field(default_factory=list, description="Lagrummet, när typen är lag.")
    källor: list[Källhänvisning] = Field(default_factory=list, description="Källan, när typen inte är lag.")

    @property
    def lyder(self) -> str:
        """The limit in words, with its condition: nobody is told the one without the other."""
        return ", ".join(filter(None, (self._when, self.om)))

    @property
    def _when(self) -> str:
        return self.när or ""


class Tid(Frist):
    """När steget ska vara gjort, eller hur ofta, och vad som bestämmer det."""

    återkommer: Återkommer | None = Field(None, description="Hur ofta, när det görs om och om igen.")
    dagar: Heltal | None = Field(
        None, description="Hur många dagar det är som längst, när gränsen står i dagar eller veckor."
    )
    efter: Föregående | None = Field(
        None, description="Steget vars tidsgräns går först; då räknar webben ihop dem från det som läsaren vet."
    )

    @property
    def _when(self) -> str:
        return self.när or (self.återkommer.lyder if self.återkommer else "")
