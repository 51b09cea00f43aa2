"""The roles are told apart by the eye, on the screen and on paper, and told to the visitor in the right words."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from samverkan import Model
from samverkan.kinds import Rutin, Steg

Visit = Callable[..., Page]
ROUTINE = "rutiner/orosanmalan/"
# Each label of a role that is seen, with all that could set it apart from the others.
ROLES = """() => [...document.querySelectorAll(".roll")].filter((one) => one.checkVisibility()).map((one) => {
  const style = getComputedStyle(one);
  const { width, height } = one.getBoundingClientRect();
  return { words: one.textContent, seen: width > 20 && height > 10 && style.opacity === "1",
    look: ["backgroundColor", "color", "fontWeight", "borderTopWidth", "borderTopStyle", "borderTopLeftRadius"]
      .map((name) => style[name]).join(" ") };
})"""


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_each_role_in_a_matrix_is_seen_and_looks_its_own_way(
    visit: Visit, real_model: Model, media: str, scheme: str, width: int
) -> None:
    page = visit(ROUTINE, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.emulate_media(media=media)
    shown = page.evaluate(ROLES)
    rutin = real_model.get(Rutin, "orosanmalan")
    assert [one["words"].lower() for one in shown] == [
        roll.value for steg in rutin.steg for f in rutin.funktioner for roll in steg.roll(f.id)
    ]
    assert all(one["seen"] for one in shown)
    looks = {words: {one["look"] for one in shown if one["words"] == words} for words in {o["words"] for o in shown}}
    assert len(looks) == 4
    assert all(len(own) == 1 for own in looks.values())
    assert len(set.union(*looks.values())) == 4


def test_the_visitor_is_told_the_role_that_the_model_gives(visit: Visit, real_model: Model) -> None:
    told: dict[str, set[str]] = {}
    for rutin in real_model.all(Rutin):
        for funktion in rutin.funktioner:
            for steg in rutin.steg:
                if len(only := _roles(steg, funktion.id)) == 1 and only[0] not in told:
                    told.setdefault(only[0], set()).add(_said(visit, rutin, steg, funktion.id))
    assert told == {
        "huvudansvarig": {"Du är huvudansvarig"},
        "utför": {"Du utför"},
        "konsulteras": {"du konsulteras"},
        "informeras": {"du informeras"},
    }


def _roles(steg: Steg, id: str) -> list[str]:
    """The keys of the roles that the model's file gives a funktion in a step."""
    return [key for key in ("huvudansvarig", "utför", "konsulteras", "informeras") if _has(steg, key, id)]


def _has(steg: Steg, key: str, id: str) -> bool:
    return any(ref.id == id for ref in getattr(steg, key))


def _said(visit: Visit, rutin: Rutin, steg: Steg, id: str) -> str:
    page = visit(f"rutiner/{rutin.id}/#som={id}")
    row = page.locator(f'.mitt li:has(a[href^="#steg-{steg.id}"])')
    own = row.locator(".vem")
    return own.inner_text() if own.count() else (row.text_content() or "").rpartition(": ")[2]
