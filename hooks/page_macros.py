"""Hands the macros to mkdocs-macros, which shows them; what a page may write is checked before (pages/macros.py)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from samverkan.pages.macros import EXAMPLES, Macros


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; `env.conf["extra"]` carries the web."""
    for name, macro in Macros(env.conf["extra"]["web"].renderer).named.items():
        env.macro(_shown(macro), name)


class _Alone(Template):
    """A template that sees the macros and nothing of the build: no settings, no page, no files."""

    def render(self, *_: Any, **__: Any) -> str:
        return super().render()


class _Sandbox(ImmutableSandboxedEnvironment):
    template_class = _Alone


def close(plugin: Any) -> None:
    """Let mkdocs-macros run nothing but the macros, whatever the checks of the pages may have missed."""
    sandbox = _Sandbox(undefined=plugin.env.undefined)
    sandbox.globals = {name: macro for name, macro in plugin.macros.items() if name in EXAMPLES}
    plugin._env = sandbox


def _shown(macro: Callable[..., Callable[[], str]]) -> Callable[..., str]:
    return lambda *arguments, **keywords: macro(*arguments, **keywords)()
