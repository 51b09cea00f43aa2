"""Months as a calendar counts them, and what they are called on its page."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

# The months that a date can lie in, counted from the year 0.
FIRST, LAST = date.min.year * 12, date.max.year * 12 + 11


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or earlier; the last one where that month is shorter."""
    number = min(max(day.year * 12 + day.month - 1 + months, FIRST), LAST)
    last = last_of_month(date(number // 12, number % 12 + 1, 1))
    return last.replace(day=min(day.day, last.day))


def last_of_month(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def month_id(day: date) -> str:
    """What the month of a day is called in addresses on the page: manad-2026-12."""
    return f"manad-{day.isoformat()[:7]}"
