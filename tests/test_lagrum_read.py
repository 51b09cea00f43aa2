"""The sections of law: when each was read, what comes, and the conditions that must not be lost."""

from __future__ import annotations

import re

from samverkan import Model
from samverkan.kinds import Lagrum


def test_a_section_read_in_a_stored_copy_has_the_day_of_that_copy(real_model: Model) -> None:
    """The day on the page is that of the wording, not of whoever opened the copy later."""
    copied = [lagrum for lagrum in real_model.all(Lagrum) if "lagrad kopia" in (lagrum.underlag or "")]
    assert len(copied) > 50
    assert [lagrum.id for lagrum in copied if str(lagrum.kontrollerad) not in lagrum.underlag] == []


def test_a_coming_wording_is_told_in_full(real_model: Model) -> None:
    """On the day it takes the place of the text, so it cannot only say what is new."""
    coming = [lagrum for lagrum in real_model.all(Lagrum) if lagrum.ny_lydelse and lagrum.ny_lydelse.innebär]
    assert coming
    assert [x.id for x in coming if len(x.ny_lydelse.innebär) < len(x.innebär) / 2] == []


def test_a_text_that_says_a_condition_as_the_law_page_does_has_said_it(real_model: Model) -> None:
    """The words that show a condition are found in the condition itself."""
    lost = [
        f"{lagrum.id}/{villkor.id}"
        for lagrum in real_model.all(Lagrum)
        for villkor in lagrum.villkor
        if not any(re.search(rf"(?<!\w){re.escape(ord)}", villkor.text, re.IGNORECASE) for ord in villkor.ord)
    ]
    assert lost == []
