"""Rules for who does what: nobody is both asked and told, and each point reaches somebody."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from samverkan.findings import Finding, Mark
from samverkan.kinds import Ansvarsmatris, Ref, Rutin, Sekretess, Steg, Thing
from samverkan.kinds.ansvarsmatris import Uppgift
from samverkan.kinds.labels import Roll
from samverkan.resolve import Model


def one_role_each(model: Model) -> Iterator[Finding]:
    """Who answers for a step may also do it; any other two roles at once say that the rest do something else."""
    for thing, place, part in _with_roles(model):
        for one, other in combinations(Roll, 2):
            if one.handlar and other.handlar:
                continue
            mine = {ref.id for ref in _in_role(part, one)}
            for i, ref in enumerate(_in_role(part, other)):
                if ref.id in mine:
                    yield Finding(
                        thing.at(*place, other, i),
                        "dubbel-roll",
                        f"{ref.id} står både under ”{one}” och ”{other}” i ”{part.namn}”.",
                        f"Behåll den under ”{one}” och ta bort den här.",
                    )


def point_reaches_somebody(model: Model) -> Iterator[Finding]:
    """A point for a funktion that has no role in the routine would be on no checklist; a routine has points."""
    for rutin in model.all(Rutin):
        roles = {funktion.id for funktion in rutin.funktioner}
        for i, steg in enumerate(rutin.steg):
            here = set(steg.berörda)
            for j, punkt in enumerate(steg.punkter):
                for k, ref in enumerate(punkt.för):
                    if ref.id not in here:
                        lost = ref.id not in roles
                        yield Finding(
                            rutin.at("steg", i, "punkter", j, "för", k),
                            "punkt-utan-roll",
                            f"punkten ”{punkt.text}” är för {ref.id}, som inte har någon roll i "
                            + ("rutinen: den hamnar inte på någon checklista." if lost else "steget."),
                            f"Skriv {ref.id} under ”utför:” i steget, eller rätta ”för:”.",
                            "fel" if lost else "varning",
                        )
        if not any(steg.punkter for steg in rutin.steg):
            yield Finding(
                rutin.at("steg"),
                "rutin-utan-punkter",
                f"rutinen ”{rutin.namn}” har inte en enda punkt, och ger ingen checklista.",
                "Skriv det som var och en gör under ”punkter:” i stegen.",
                "varning",
            )


def known_is_not_unclear(model: Model) -> Iterator[Finding]:
    """A row that says who answers does not also say why nobody is known."""
    for matris in model.all(Ansvarsmatris):
        for i, uppgift in enumerate(matris.uppgifter):
            if uppgift.huvudansvarig and uppgift.oklart:
                yield Finding(
                    matris.at("uppgifter", i, "oklart"),
                    "huvudansvarig",
                    f"raden ”{uppgift.namn}” har en huvudansvarig och säger ändå varför den saknas.",
                    "Ta bort ”oklart:”, eller ”huvudansvarig:” om källan inte säger vem.",
                )


def nobody_tells_himself(model: Model) -> Iterator[Finding]:
    """What may be said goes from one to another."""
    for mark, vem, till in _said(model):
        if vem.casefold() == till.casefold():
            yield Finding(
                mark, "sig-själv", f"”{vem}” lämnar uppgiften till sig själv.", "Skriv i ”till:” vem som får veta."
            )


def _said(model: Model) -> Iterator[tuple[Mark, str, str]]:
    """From whom to whom, of all that may be said, and where the latter stands."""
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            for j, säga in enumerate(steg.säga):
                yield rutin.at("steg", i, "säga", j, "till"), säga.vem, säga.till
    for sida in model.all(Sekretess):
        for i, svar in enumerate(sida.svar):
            yield sida.at("svar", i, "till"), svar.vem, svar.till


def _in_role(part: Steg | Uppgift, role: str) -> Sequence[Ref[Thing]]:
    refs: Sequence[Ref[Thing]] = getattr(part, role)
    return refs


def _with_roles(model: Model) -> Iterator[tuple[Thing, tuple[str, int], Steg | Uppgift]]:
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            yield rutin, ("steg", i), steg
    for matris in model.all(Ansvarsmatris):
        for i, uppgift in enumerate(matris.uppgifter):
            yield matris, ("uppgifter", i), uppgift
