"""Hands the macros to mkdocs-macros, which shows them; what a page may write is checked before (samverkan.macros)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from samverkan.macros import Macros


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; `env.conf["extra"]` carries the renderer."""
    if "renderer" not in env.conf["extra"]:
        return  # the model has errors, and the preview shows them in place of every page
    for name, macro in Macros(env.conf["extra"]["renderer"]).named.items():
        env.macro(_shown(macro), name)


def _shown(macro: Callable[..., Callable[[], str]]) -> Callable[..., str]:
    return lambda *arguments, **keywords: macro(*arguments, **keywords)()
