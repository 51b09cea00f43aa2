"""Forum: where people meet, what they may decide, and where a stuck question goes next."""

from typing import ClassVar, Literal

from pydantic import Field

from samverkan.kinds.base import ForumRef, FunktionRef, JaNej, Källhänvisning, NivåRef, Part, Rad, Slug, Text, Thing
from samverkan.kinds.labels import Bekräftelse
from samverkan.kinds.motesdag import Mötesdag
from samverkan.kinds.tid import Frist, Tid, Återkommer


class Vidare(Part):
    """Nästa instans för en fråga som har fastnat."""

    forum: ForumRef = Field(description="Forumet dit frågan går.")
    status: Bekräftelse = Field(Bekräftelse.BEKRÄFTAD, description="Om en källa säger det rent ut.")
    hur: Rad | None = Field(None, description="Hur frågan förs vidare.")
    högst: Frist | None = Field(
        None, title="Så länge får frågan ligga här", description="Hur länge frågan får ligga innan den förs vidare."
    )


class Rapport(Part):
    """Det som forumet är skyldigt ett annat, och när."""

    id: Slug = Field(description="Unikt i forumet.")
    till: ForumRef = Field(description="Forumet som tar emot det.")
    vad: Rad = Field(description="Vad som lämnas.", examples=["Årets uppföljning"])
    tid: Tid = Field(description="När det lämnas, och vad tiden bygger på.")


class Samband(Part):
    """Hur forumet hänger ihop med ett annat i strukturen, när en fråga inte har fastnat."""

    forum: ForumRef = Field(description="Det andra forumet.")
    läge: Literal["under", "bredvid"] = Field(
        description="under: det andra forumet står över det här i strukturen. bredvid: de två är parter i samma arbete."
    )
    hur: Rad = Field(description="Vad sambandet är, kort.", examples=["Verkställer nämndens beslut"])
    status: Bekräftelse = Field(Bekräftelse.BEKRÄFTAD, description="Om en källa säger det rent ut.")
    källor: list[Källhänvisning] = Field(min_length=1, description="Källan till sambandet.")


class Forum(Thing):
    """Ett forum: en grupp som möts med ett syfte och ett mandat."""

    kind: ClassVar[str] = "forum"
    folder: ClassVar[str] = "forum"
    plural: ClassVar[str] = "Forum"
    ingress_field: ClassVar[str] = "syfte"

    nivå: NivåRef = Field(description="Nivån som forumet hör till.")
    syfte: Text = Field(description="Vad forumet är till för.")
    sammankallande: FunktionRef | None = Field(
        None, description="Funktionen som kallar. Utelämnas när källan inte säger det."
    )
    deltagare: list[FunktionRef] = Field(default_factory=list, description="Funktionerna som sitter med.")
    andra_deltagare: list[Rad] = Field(
        default_factory=list, description="Deltagare som inte är en funktion i modellen."
    )
    möts: Rad | None = Field(None, description="Hur ofta. Utelämnas när källan inte säger det.")
    möten: list[Återkommer] = Field(
        default_factory=list,
        title="Återkommer",
        description="Mötena med jämna mellanrum eller månader, för årshjul och kalender.",
    )
    mötesdagar: list[Mötesdag] = Field(
        default_factory=list, description="Dagarna som är bestämda, för kalendern. Utelämnas när ingen dag är bestämd."
    )
    rapporterar: list[Rapport] = Field(
        default_factory=list, title="Vad forumet lämnar", description="Vad forumet är skyldigt andra, och när."
    )
    mandat: Text | None = Field(None, description="Vad forumet får besluta.")
    tar_upp: list[Rad] = Field(default_factory=list, title="Tas upp här", description="Frågor som hör hemma i forumet.")
    dokumenteras: Rad | None = Field(None, description="Vad som skrivs ned och var.")
    samband: list[Samband] = Field(
        default_factory=list, description="Forumen som står över eller bredvid, som bilden av strukturen visar."
    )
    vidare_till: Vidare | None = Field(
        None, title="Om ni inte kommer vidare här", description="Dit en fråga går när forumet inte kan lösa den."
    )
    slutinstans: JaNej = Field(False, title="Sista instansen", description="ja för det forum där stegen uppåt slutar.")
    vidare_saknas: Rad | None = Field(
        None,
        title="Om ni inte kommer vidare här",
        description="Varför det inte finns någon väg uppåt: en känd lucka i strukturen.",
    )
    oklart: list[Rad] = Field(default_factory=list, description="Det som källorna inte säger, eller säger olika.")
    mandat_källor: list[Källhänvisning] = Field(
        default_factory=list, title="Källor till mandatet", description="Källan till mandatet, om den är en annan."
    )
