"""How often something is done is said as one says it."""

from __future__ import annotations

import pytest
from samverkan.kinds.tid import Återkommer


@pytest.mark.parametrize(
    ("says", "words"),
    [
        ({"period": "vecka"}, "varje vecka"),
        ({"period": "vecka", "var": 2}, "varannan vecka"),
        ({"period": "år", "var": 2}, "vartannat år"),
        ({"period": "månad", "var": 3}, "var tredje månad"),
        ({"period": "läsår", "var": 7}, "vart 7:e läsår"),
        ({"period": "år", "gånger": 4}, "fyra gånger om året"),
        ({"period": "termin", "gånger": 2}, "två gånger per termin"),
        ({"period": "vecka", "gånger": 13}, "13 gånger i veckan"),
        ({"månader": ["mars", "oktober"]}, "varje år i mars och oktober"),
        ({"månader": ["mars"], "dag": 1}, "varje år senast den 1 mars"),
        ({"före_varje": "möte", "inom": 7}, "senast 7 dagar före varje möte"),
        ({"före_varje": "möte"}, "före varje möte"),
        ({"efter_varje": "möte", "inom": 1}, "inom 1 dag efter varje möte"),
        ({"period": "månad", "tills": "eleven är tillbaka"}, "varje månad tills eleven är tillbaka"),
    ],
)
def test_a_recurrence_in_words(says: dict[str, object], words: str) -> None:
    assert Återkommer.model_validate(says).lyder == words
