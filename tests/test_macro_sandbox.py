"""Should a check have missed something, mkdocs-macros still runs nothing but the macros."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, TemplateError
from project import ROOT

sys.path.insert(0, str(ROOT / "hooks"))

from page_macros import close

WAYS_OUT = [
    "{{ ''.__class__.__mro__ }}",
    "{{ lista.__globals__ }}",
    "{{ config.docs_dir }}",
    "{{ page.file.abs_src_path }}",
    "{{ extra.renderer }}",
    "{{ context() }}",
    "{{ ''|attr('__class__') }}",
    "{{ lista.__init__.__globals__['os'] }}",
    "{% include 'index.md' %}",
    "{% import 'index.md' as x %}",
    "{{ self.__init__.__globals__ }}",
    "{{ cycler.__init__.__globals__.os }}",
    "{{ [].append.__self__.__class__ }}",
]


@pytest.fixture
def plugin() -> Any:
    """mkdocs-macros as the build has it, as far as a page can see."""
    macros = {"lista": lambda kind: f"lista {kind}", "context": lambda: "inställningarna"}
    plugin = SimpleNamespace(env=Environment(undefined=StrictUndefined), macros=macros)
    close(plugin)
    return plugin


@pytest.mark.parametrize("way", WAYS_OUT)
def test_nothing_but_a_macro_runs(plugin: Any, way: str) -> None:
    with pytest.raises((TemplateError, TypeError)):
        plugin._env.from_string(way).render(config=SimpleNamespace(docs_dir="x"), page=None, extra={})


def test_a_macro_runs(plugin: Any) -> None:
    assert plugin._env.from_string('{{ lista("rutin") }}').render(config=1) == "lista rutin"
