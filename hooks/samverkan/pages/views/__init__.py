"""What each page shows, decided in Python: a template asks for its view by name and only places what is in it."""

from __future__ import annotations

from collections.abc import Callable

from samverkan.pages.views.reach import contact_page
from samverkan.pages.views.uses import uses
from samverkan.resolve import Model

__all__ = ["views"]


def views(model: Model, kommuner: list[Model]) -> dict[str, Callable[..., object]]:
    """What templates call each view by, and what makes it; `kommuner` are those whose contacts a county's web shows."""
    return {
        "används": uses,
        "kontaktsida": lambda: contact_page(model, kommuner),
    }
