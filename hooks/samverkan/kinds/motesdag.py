"""Mötesdag: a day on which a forum meets, or a series of days with an end."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from samverkan.kinds.base import Datum, Heltal, Part, Slug

WEEK = timedelta(weeks=1)
DAYS_OF_WEEK = 7
MONTHS_OF_YEAR = 12
# The weekday that a month may have five times is the fifth only in some months.
EVERY_MONTH = 4

Klockslag = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class Mötesdag(Part):
    """En dag då forumet möts, eller flera med samma mellanrum."""

    id: Slug = Field(description="Unikt i forumet. Ändra det inte när mötet flyttas: då följer kalendrarna med.")
    dag: Datum = Field(description="Dagen, eller den första av flera.", examples=["2027-01-19"])
    börjar: Klockslag | None = Field(None, description="När mötet börjar. Utelämnas det är det en heldag.")
    slutar: Klockslag | None = Field(None, description="När mötet slutar.")
    period: Literal["vecka", "månad"] | None = Field(
        None, description="Mellanrummet. vecka: samma veckodag. månad: samma veckodag i ordningen, som tredje tisdagen."
    )
    var: Heltal | None = Field(None, description="Var hur många: 2 och vecka är varannan vecka.", examples=["2"])
    sista: Datum | None = Field(None, description="Den dag då serien slutar.", examples=["2027-06-08"])
    utom: list[Datum] = Field(default_factory=list, description="Dagar i serien då ni inte möts, som på ett lov.")

    @property
    def i_ordningen(self) -> int:
        """Which of its weekday the first day is in its month: 3 for the third Tuesday."""
        return (self.dag.day - 1) // DAYS_OF_WEEK + 1

    @property
    def serien(self) -> list[date]:
        """Every day of it, also those excepted, in order."""
        if not (self.period and self.sista):
            return [self.dag]
        days = self._weeks() if self.period == "vecka" else self._months()
        found = [self.dag]
        for day in days:
            if day > self.sista:
                return found
            found.append(day)
        return found

    @property
    def dagar(self) -> list[date]:
        """The days on which the forum meets, in order."""
        return [day for day in self.serien if day not in self.utom]

    def _weeks(self) -> Iterator[date]:
        day = self.dag
        while True:
            day += WEEK * max(self.var or 1, 1)
            yield day

    def _months(self) -> Iterator[date]:
        number = self.dag.year * MONTHS_OF_YEAR + self.dag.month - 1
        while True:
            number += max(self.var or 1, 1)
            first = date(number // MONTHS_OF_YEAR, number % MONTHS_OF_YEAR + 1, 1)
            weekday = (self.dag.weekday() - first.weekday()) % DAYS_OF_WEEK
            yield first + timedelta(days=weekday) + WEEK * (min(self.i_ordningen, EVERY_MONTH) - 1)
