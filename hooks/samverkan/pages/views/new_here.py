"""The first weeks in a funktion: the parts of its own work that somebody new reads first, each cut to be short."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from samverkan.kinds import Begrepp, Forum, Funktion, Rutin, Sekretess, Situation, Steg, Övning
from samverkan.pages.checklists import RutinChecklista
from samverkan.pages.work import Work
from samverkan.resolve import Model

T = TypeVar("T")

# What can be read in ten minutes, and printed on a few sheets: the rest is a link away.
ROUTINES, STEPS, LISTS, SITUATIONS, WORDS, EXERCISES = 6, 3, 5, 5, 6, 3


@dataclass(frozen=True)
class Cut(Generic[T]):
    """The first of a list, and how many more there are."""

    visas: list[T]
    fler: int


@dataclass(frozen=True)
class NewHere:
    """What somebody who is new as a funktion reads; each property is a part of the page."""

    model: Model
    funktion: Funktion

    @property
    def url(self) -> str:
        """The page as a Markdown link target, under the funktion's own."""
        return f"{self.funktion.url.removesuffix('.md')}/ny-pa-jobbet.md"

    @property
    def namn(self) -> str:
        """The title of its page."""
        return f"Ny på jobbet: {self.funktion.namn}"

    @property
    def sidbeskrivning(self) -> str:
        """What its page is about, for those who have not opened it."""
        return f"{self.funktion.kortnamn}: det du behöver veta den första dagen och de första veckorna, på tio minuter."

    @cached_property
    def arbete(self) -> Work:
        """All that the model holds for the funktion."""
        return Work(self.model, self.funktion)

    @cached_property
    def steg(self) -> Cut[tuple[Rutin, Cut[Steg]]]:
        """Its own steps, per routine; first the routines in which the funktion itself is named, most steps first."""
        found = [(rutin, [steg for steg, _ in own]) for rutin, own in self.arbete.egna]
        found.sort(key=lambda pair: -sum(self.funktion.id in steg.berörda for steg in pair[1]))
        return _cut([(rutin, _cut(own, STEPS)) for rutin, own in found], ROUTINES)

    @cached_property
    def forum(self) -> list[tuple[Forum, list[Funktion], list[Funktion]]]:
        """The forums it sits in (see Work.forum), but for those that are only a method that once was."""
        return [row for row in self.arbete.forum if not row[0].märken]

    @cached_property
    def metodens_forum(self) -> list[Forum]:
        """The forums of a method, which may not be here."""
        return [forum for forum, _, _ in self.arbete.forum if forum.märken]

    @cached_property
    def checklistor(self) -> Cut[RutinChecklista]:
        """Its checklists, its own before those of a broader funktion."""
        lists = sorted(self.arbete.checklistor, key=lambda lista: lista.funktion.id != self.funktion.id)
        return _cut(lists, LISTS)

    @cached_property
    def situationer(self) -> Cut[Situation]:
        """What is met most often in its verksamheter, then what everybody at work may meet."""
        everybody = [one for one in self.model.all(Situation) if not one.vanlig_i and not one.privat]
        found = [one for one in [*self.arbete.situationer, *everybody] if not one.utgår]
        return _cut(found, SITUATIONS)

    @cached_property
    def ord(self) -> list[Begrepp]:
        """The words of the glossary that its own steps use, the most used first."""
        texts = [self._read(steg).casefold() for _, own in self.arbete.egna for steg, _ in own]
        used: list[tuple[int, Begrepp]] = []
        for begrepp in self.model.all(Begrepp):
            forms = [word.casefold() for word in (begrepp.namn, begrepp.förkortning, *begrepp.former) if word]
            if begrepp.i_text and (count := sum(any(_says(text, form) for form in forms) for text in texts)):
                used.append((-count, begrepp))
        return [begrepp for _, begrepp in sorted(used, key=lambda pair: pair[0])[:WORDS]]

    @cached_property
    def sekretess(self) -> list[tuple[Sekretess, str]]:
        """What may be said where it works: each page, and its whole main rule; one sentence would lack conditions."""
        return [(page, page.huvudregel) for page in self.arbete.sekretess]

    @cached_property
    def övningar(self) -> list[Övning]:
        """Three exercises: those that name the funktion, in the editors' order, then a broader one's."""
        whose = [funktion.id for funktion in self.arbete.funktioner]
        found = [one for one in self.model.all(Övning) if not one.utgår and set(whose) & {ref.id for ref in one.för}]
        found.sort(key=lambda one: self.funktion.id not in {ref.id for ref in one.för})
        return found[:EXERCISES]

    def _read(self, steg: Steg) -> str:
        return " ".join([steg.namn, steg.vad, *(punkt.text for punkt in steg.punkter)])


def _says(text: str, form: str) -> bool:
    """Whether a form stands in the text as a word of its own; most do not stand there at all, which is seen fast."""
    return form in text and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text) is not None


def _cut(items: list[T], length: int) -> Cut[T]:
    return Cut(items[:length], max(0, len(items) - length))
