"""The samverkanswebb's core: from YAML to pages. Imports nothing of MkDocs.

The front door opens when somebody goes through it: a command that has its answer already starts at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samverkan.findings import Finding, ModelError
    from samverkan.pipeline import build_model, examine, think
    from samverkan.reading.sources import Sources, read
    from samverkan.resolve import Model

__all__ = ["Finding", "Model", "ModelError", "Sources", "build_model", "examine", "read", "think"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(name)
    from samverkan import pipeline

    return getattr(pipeline, name)
