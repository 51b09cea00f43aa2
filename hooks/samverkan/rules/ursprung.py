"""Rules for origin: what is claimed has a source, and an open responsibility says why."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Ansvarsmatris, Checklista, Forum, Huvudman, Källa, Nivå, Rutin, Thing
from samverkan.resolve import Model

SOURCED: tuple[type[Thing], ...] = (Huvudman, Nivå, Forum, Checklista)


def has_source(model: Model) -> Iterator[Finding]:
    """What describes somebody else's facts names where they come from; a step or a task may rest on law alone."""
    for kind in SOURCED:
        for thing in model.all(kind):
            if not thing.källor:
                yield Finding(
                    thing.at("namn"),
                    "källa-saknas",
                    f"{kind.kind} ”{thing.namn}” har ingen källa.",
                    "Skriv källan och platsen i den under ”källor:”.",
                )
    for rutin in model.all(Rutin):
        for i, steg in enumerate(rutin.steg):
            if not steg.källor and not steg.lagrum:
                yield Finding(
                    rutin.at("steg", i),
                    "källa-saknas",
                    f"steget ”{steg.namn}” har varken källa eller lagrum.",
                    "Skriv var metoden kommer ifrån under ”källor:” eller lagen under ”lagrum:”.",
                )
    for matris in model.all(Ansvarsmatris):
        for i, uppgift in enumerate(matris.uppgifter):
            if not uppgift.källor and not uppgift.lagrum:
                yield Finding(
                    matris.at("uppgifter", i),
                    "källa-saknas",
                    f"raden ”{uppgift.namn}” har varken källa eller lagrum.",
                    "Skriv källan och platsen i den under ”källor:” eller lagen under ”lagrum:”.",
                )


def source_can_be_found(model: Model) -> Iterator[Finding]:
    """A source says where the reader can get it, or that no address is known."""
    for källa in model.all(Källa):
        if not källa.adress and not källa.finns:
            yield Finding(
                källa.at("namn"),
                "källa-var",
                f"källan ”{källa.namn}” säger inte var den finns.",
                "Skriv ”adress:”, eller skriv i ”finns:” hos vem den finns eller att ingen adress är känd.",
            )


def task_has_responsible(model: Model) -> Iterator[Finding]:
    """A row in a matrix has one huvudansvarig, or says in `oklart` why the source gives none."""
    for matris in model.all(Ansvarsmatris):
        for i, uppgift in enumerate(matris.uppgifter):
            count = len(uppgift.huvudansvarig)
            if count > 1 or (count == 0 and not uppgift.oklart):
                yield Finding(
                    matris.at("uppgifter", i),
                    "huvudansvarig",
                    f"raden ”{uppgift.namn}” har {count} huvudansvariga.",
                    "Skriv en under ”huvudansvarig:”, eller skriv i ”oklart:” vad källan inte säger.",
                )
