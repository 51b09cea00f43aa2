"""The kinds of things in the model, in the order that pages, schemas and exports use."""

from samverkan.kinds.ansvarsmatris import Ansvarsmatris
from samverkan.kinds.avtal import Avtal
from samverkan.kinds.base import LINK, THING_TARGET, Källhänvisning, Part, Ref, Thing, Till
from samverkan.kinds.begrepp import Begrepp
from samverkan.kinds.beslut import Beslut
from samverkan.kinds.blankett import Blankett
from samverkan.kinds.checklista import Checklista
from samverkan.kinds.enkat import Enkät
from samverkan.kinds.forum import Forum
from samverkan.kinds.fraga import Fråga
from samverkan.kinds.funktion import Funktion
from samverkan.kinds.handelse import Händelse
from samverkan.kinds.huvudman import Huvudman
from samverkan.kinds.kalla import Källa
from samverkan.kinds.kontakt import Kontakt
from samverkan.kinds.lagrum import Lagrum
from samverkan.kinds.lardom import Lärdom
from samverkan.kinds.lucka import Lucka
from samverkan.kinds.mal import Mål
from samverkan.kinds.metod import Metod
from samverkan.kinds.motesplats import Mötesplats
from samverkan.kinds.niva import Nivå
from samverkan.kinds.ovning import Övning
from samverkan.kinds.pilot import Pilot
from samverkan.kinds.region import Region
from samverkan.kinds.rutin import Rutin
from samverkan.kinds.samverkansform import Samverkansform
from samverkan.kinds.sekretess import Sekretess
from samverkan.kinds.situation import Situation
from samverkan.kinds.steg import Steg, Väg
from samverkan.kinds.tid import Tid
from samverkan.kinds.trappa import Trappa
from samverkan.kinds.vardagsord import Vardagsord
from samverkan.kinds.verksamhet import Verksamhet

KINDS: tuple[type[Thing], ...] = (
    Huvudman,
    Verksamhet,
    Funktion,
    Nivå,
    Forum,
    Situation,
    Fråga,
    Rutin,
    Trappa,
    Ansvarsmatris,
    Checklista,
    Sekretess,
    Blankett,
    Avtal,
    Beslut,
    Lucka,
    Övning,
    Samverkansform,
    Metod,
    Mötesplats,
    Lärdom,
    Mål,
    Pilot,
    Händelse,
    Enkät,
    Begrepp,
    Vardagsord,
    Lagrum,
    Källa,
)

# Kinds that only a kommun's own model has.
LOCAL_KINDS: tuple[type[Thing], ...] = (Kontakt,)

# Each kind by what it is called in links and references.
BY_NAME: dict[str, type[Thing]] = {kind.kind: kind for kind in (*KINDS, *LOCAL_KINDS)}

# Kinds with one thing only, in a file of its own beside the folders of the common model: region.yml.
ALONE: tuple[type[Thing], ...] = (Region,)

__all__ = [
    "ALONE",
    "BY_NAME",
    "KINDS",
    "LINK",
    "LOCAL_KINDS",
    "THING_TARGET",
    "Ansvarsmatris",
    "Avtal",
    "Begrepp",
    "Beslut",
    "Blankett",
    "Checklista",
    "Enkät",
    "Forum",
    "Fråga",
    "Funktion",
    "Huvudman",
    "Händelse",
    "Kontakt",
    "Källa",
    "Källhänvisning",
    "Lagrum",
    "Lucka",
    "Lärdom",
    "Metod",
    "Mål",
    "Mötesplats",
    "Nivå",
    "Part",
    "Pilot",
    "Ref",
    "Region",
    "Rutin",
    "Samverkansform",
    "Sekretess",
    "Situation",
    "Steg",
    "Thing",
    "Tid",
    "Till",
    "Trappa",
    "Vardagsord",
    "Verksamhet",
    "Väg",
    "Övning",
]
