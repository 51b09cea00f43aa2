"""A template places what a view has decided: it is read at a glance, and no deeper than two levels."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from project import ROOT

ENGINE = ROOT / "hooks" / "samverkan"
TEMPLATES = sorted([*(ENGINE / "pages/templates").glob("*.md"), *(ENGINE / "editor/templates").glob("*.html")])
# What decides: a loop, a choice (also within an expression), and a block handed to a macro.
LOGIC = (nodes.For, nodes.If, nodes.CallBlock, nodes.CondExpr)
DEEPEST, LONGEST = 2, 160


def depth(node: nodes.Node) -> int:
    """How deep the logic in a template lies; `elif` lies beside its `if`, a macro begins anew."""
    own = isinstance(node, LOGIC)
    # What a loop goes over and what a choice asks stand on the line of the tag itself.
    asked = [part for part in (getattr(node, "test", None), getattr(node, "iter", None)) if part]
    inside = [part for part in node.iter_child_nodes() if part not in asked]
    beside = inside if not isinstance(node, nodes.If) else [part for part in inside if part not in node.elif_]
    return max(deepest(asked), own + deepest(beside), deepest(part for part in inside if part not in beside))


def deepest(parts: Iterable[nodes.Node]) -> int:
    return max(map(depth, parts), default=0)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_at_most_two_levels_deep(path: Path) -> None:
    found = depth(Environment().parse(path.read_text(encoding="utf-8")))
    assert found <= DEEPEST, (
        f"{path.name} är {found} nivåer djup: låt en vy i pages/views bestämma, eller dela i makron"
    )


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_line_of_logic_can_be_read_without_scrolling(path: Path) -> None:
    # A line of words alone may be a whole paragraph: Markdown keeps the breaks that it is given.
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    assert [number for number, line in lines if len(line) > LONGEST and ("{{" in line or "{%" in line)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_keeps_no_list_of_its_own(path: Path) -> None:
    calls = Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call)
    called = {call.node.attr for call in calls if isinstance(call.node, nodes.Getattr)}
    assert not called & {"append", "extend", "insert", "update", "setdefault", "pop"}


@pytest.mark.parametrize(
    ("template", "levels"),
    [
        ("{{ a }}", 0),
        ("{% if a %}{% elif b %}{% else %}{{ c }}{% endif %}", 1),
        ("{% for a in b if c %}{{ ', ' if d }}{% endfor %}", 2),
        ("{% for a in (b if c else d) %}{% endfor %}", 1),
        ("{% if a %}{% elif b %}{% for c in d %}{% if e %}{% endif %}{% endfor %}{% endif %}", 3),
        ("{% call a() %}{% if b %}{% for c in d %}{% endfor %}{% endif %}{% endcall %}", 3),
        ("{% macro a() %}{% if b %}{% endif %}{% endmacro %}{% for c in d %}{% if e %}{% endif %}{% endfor %}", 2),
    ],
)
def test_the_levels_are_counted_as_one_reads_them(template: str, levels: int) -> None:
    assert depth(Environment().parse(template)) == levels
