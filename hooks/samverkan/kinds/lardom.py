"""Lärdom: what studies and those who work in a samverkansform have seen; each addressable, by theme."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import (
    ChecklistaRef,
    ForumRef,
    MetodRef,
    MötesplatsRef,
    Part,
    Rad,
    Ref,
    RutinRef,
    SamverkansformRef,
    Text,
    Thing,
)
from samverkan.kinds.labels import Uppfylld
from samverkan.slug import slug


class Svar(Part):
    """Vad i modellen som svarar på en rekommendation; en av raderna räcker."""

    rutin: RutinRef | None = Field(None, description="Rutinen som svarar.")
    forum: ForumRef | None = Field(None, description="Forumet som svarar.")
    checklista: ChecklistaRef | None = Field(None, description="Checklistan som svarar.")
    metod: MetodRef | None = Field(None, description="Metoden som svarar.")
    mötesplats: MötesplatsRef | None = Field(None, description="Mötesplatsen som svarar.")
    hur: Rad = Field(description="Hur den svarar, i en mening.")

    @property
    def refs(self) -> list[Ref[Thing]]:
        """The things that answer."""
        return [ref for ref in (self.rutin, self.forum, self.checklista, self.metod, self.mötesplats) if ref]

    @property
    def här(self) -> bool:
        """Whether something here answers: a routine of ours, or anything that is no method from elsewhere."""
        return self.rutin is not None or any(not ref.saken.märken for ref in self.refs)


class Lärdom(Thing):
    """En lärdom: något som fungerar, inte fungerar, riskerar, kan förbättras eller rekommenderas."""

    kind: ClassVar[str] = "lärdom"
    folder: ClassVar[str] = "lardomar"
    plural: ClassVar[str] = "Lärdomar"
    own_page: ClassVar[bool] = False
    ingress_field: ClassVar[str] = "text"

    typ: Literal["framgångsfaktor", "svaghet", "risk", "förbättring", "slutsats", "rekommendation", "efterfrågan"] = (
        Field(description="Vad för slags lärdom. svaghet: fungerar mindre bra. efterfrågan: personal ber om det.")
    )
    tema: Rad = Field(description="Vad den handlar om: ett av temana i region.yml.", examples=["Möten"])
    form: SamverkansformRef | None = Field(None, description="Samverkansformen den gäller.")
    studie: Rad | None = Field(
        None,
        description="Studien den kommer från, när den inte gäller en samverkansform: en av studierna i region.yml.",
        examples=["Intervjuerna"],
    )
    text: Text = Field(description="Lärdomen, med egna ord, i en till fyra meningar.")
    vem_säger: Rad | None = Field(
        None,
        description="Vem som säger det, enligt källan: ett svar på frågan ”Vem säger det?”, inte en mening.",
        examples=["flera familjecentraler"],
    )
    gäller: Rad | None = Field(
        None,
        description="Vem det gäller, när det är någon annan än den som säger det.",
        examples=["vissa skolor och förskolor"],
    )
    svar: list[Svar] = Field(default_factory=list, description="Vad i modellen som svarar på en rekommendation.")
    delvis: Rad | None = Field(
        None, description="För en rekommendation som modellen bara svarar på till en del: det som saknas."
    )
    obesvarad: Rad | None = Field(
        None, description="För en rekommendation som inget i modellen svarar på: vad som saknas."
    )

    @property
    def uppfylld(self) -> Uppfylld:
        """Whether the model does what a recommendation says; in part when only a method from elsewhere answers."""
        if not self.svar:
            return Uppfylld.NEJ
        return Uppfylld.DELVIS if self.delvis or not any(svar.här for svar in self.svar) else Uppfylld.JA

    @property
    def url(self) -> str:
        """Its place on the page of its theme."""
        if self.utgår:
            return super().url
        return f"/{self.folder}/tema-{slug(self.tema)}.md#{self.id}"
