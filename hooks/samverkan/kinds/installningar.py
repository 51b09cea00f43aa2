"""Inställningar: what a publisher says of its own web, and what the law wants it to tell."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import Datum, JaNej, Part, Rad, Thing
from samverkan.kinds.ways import Epost, Färg, Logotyp, Mottagare, Ursprung, Webbadress, Webbplats


class Brist(Part):
    """En känd brist i tillgängligheten."""

    vad: Rad = Field(description="Vad som inte fungerar, och för vem.")
    varför: Rad = Field(description="Orsaken, eller undantaget i lagen.")
    åtgärdas: Rad | None = Field(None, description="När den ska vara åtgärdad.")


class Tillgänglighet(Part):
    """Det som tillgänglighetsredogörelsen ska innehålla (lagen 2018:1937)."""

    uppfyller: Literal["helt", "delvis", "inte"] | None = Field(
        None, title="Hur väl kraven uppfylls", description="Hur väl webben uppfyller kraven."
    )
    bedömd: Datum | None = Field(None, title="Dagen då webben bedömdes", description="Dagen då webben bedömdes.")
    uppdaterad: Datum | None = Field(
        None, title="Dagen då redogörelsen uppdaterades", description="Dagen då redogörelsen uppdaterades."
    )
    metod: Rad | None = Field(
        None,
        title="Hur webben bedömdes",
        description="Hur den bedömdes, och av vem.",
        examples=["Självskattning med stöd av axe"],
    )
    rapportera: Webbadress | None = Field(
        None,
        title="Formulär för att anmäla brister",
        description="Formulär för att anmäla brister. Ska gå att använda anonymt.",
        examples=["https://www.kommunen.se/tillganglighet"],
    )
    brister: list[Brist] = Field(default_factory=list, title="Kända brister", description="Kända brister.")


class Inställningar(Thing):
    """En webbs namn, utseende och utgivare."""

    kind: ClassVar[str] = "inställningar"
    folder: ClassVar[str] = "installningar"
    plural: ClassVar[str] = "Inställningar"
    own_page: ClassVar[bool] = False

    standard: JaNej = Field(
        False,
        title="Webben som byggs när ingen annan väljs",
        description="ja: den här kommunens webb byggs när ingen annan väljs.",
    )
    logotyp: Logotyp | None = Field(
        None,
        description="Bildfil under docs/, svg eller png, lättare än 100 kB.",
        examples=["lokalt/exempelkommun/logotyp.svg"],
    )
    färg: Färg | None = Field(
        None, title="Huvudfärg", description="Huvudfärg som vit text syns mot.", examples=["#12495a"]
    )
    adress: Webbplats | None = Field(None, title="Webbens adress", description="Adressen där webben publiceras.")
    utgivare: Rad | None = Field(None, description="Organisationen som publicerar webben.", examples=["Exempelkommun"])
    kontakt: Epost | None = Field(
        None, title="Brevlåda för frågor om webben", description="Funktionsbrevlåda för frågor om webben."
    )
    samverkansavvikelser: Mottagare | None = Field(
        None,
        title="Vart den skriver som märker att samverkan inte fungerar",
        description="Vart den som arbetar skriver när samverkan inte går som en rutin säger: en funktionsbrevlåda "
        "eller en e-tjänst. Utelämnas den hos en kommun gäller länets.",
        examples=["samverkan@kommunen.se"],
    )
    dataskyddsombud: Epost | None = Field(
        None, title="Dataskyddsombudets brevlåda", description="Funktionsbrevlåda till dataskyddsombudet."
    )
    får_bäddas_in: list[Ursprung] = Field(
        default_factory=list,
        title="Webbar som får visa den här i en ram",
        description="Webbar som får visa den här i en ram, till exempel intranätet. Bara https:// och värden. "
        "Utelämnas raden får ingen.",
        examples=[["https://intranat.kommunen.se"]],
    )
    tillgänglighet: Tillgänglighet = Field(
        default_factory=Tillgänglighet, description="Uppgifterna till tillgänglighetsredogörelsen."
    )

    @property
    def saknas(self) -> list[str]:
        """The facts that the law asks the publisher for and that are not there, as field names."""
        own = [name for name in ("utgivare", "kontakt", "dataskyddsombud") if getattr(self, name) is None]
        needed = ("uppfyller", "bedömd", "uppdaterad", "metod", "rapportera")
        return own + [f"tillgänglighet › {name}" for name in needed if getattr(self.tillgänglighet, name) is None]


def unread(name: str = "Samverkanswebben") -> Inställningar:
    """What stands in for settings that are wrong or not there, so that what else the publisher has can be shown."""
    return Inställningar(id="installningar", namn=name)
