"""A publisher's whole web in one object: what the theme, the search and the preview take what they show from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from samverkan.kinds import Fråga, Huvudman
from samverkan.kinds.installningar import Inställningar
from samverkan.markup.markdown import as_html, tree
from samverkan.markup.terms import Terms
from samverkan.pages.contact_view import huvudman, with_public_ways
from samverkan.pages.every_page import Page, pages, publisher_pages
from samverkan.pages.local_view import progress
from samverkan.pages.qr import square
from samverkan.pages.render import Renderer
from samverkan.pages.work import choices
from samverkan.phrases import address
from samverkan.reading.past import Past
from samverkan.resolve import Model
from samverkan.web.policy import content_security_policy
from samverkan.web.search_index import SearchIndex


# Written out whole by who looks at the settings, were it written out: it is large.
@dataclass(frozen=True, repr=False)
class Web:
    """What is published: the pages that the model gives, and what every page carries."""

    renderer: Renderer
    made: list[Page]
    # Collects the pages as they are made.
    search: SearchIndex
    # The words of the ordlista, which explain themselves where a page uses them.
    terms: Terms
    # Whose work the pages can be about: (heading, key, [(thing, ids)]), and in which kommun.
    arbetsval: list[Any]
    kommunval: list[Huvudman]
    # The address and the words of each question, where a page is missing; and what is urgent, as HTML.
    frågor: list[tuple[str, str]]
    fara: str
    policy: str = field(default_factory=lambda: content_security_policy(meta=True))

    @property
    def model(self) -> Model:
        """The model that it is made of."""
        return self.renderer.model

    @property
    def settings(self) -> Inställningar:
        """The publisher's settings."""
        return self.model.settings

    @property
    def ort(self) -> str:
        """Where it is about, in a word: the kommun, or the region."""
        return huvudman(self.model).ort if self.kommun else self.model.region.namn

    @property
    def whose(self) -> str:
        """Who publishes it, and where it is about, as paper says it."""
        place = huvudman(self.model).namn if self.kommun else self.model.region.namn
        return " · ".join(dict.fromkeys(filter(None, [self.settings.utgivare, place])))

    @property
    def påhittad(self) -> str:
        """What every page of an invented web says first, on a screen and on paper; nothing on a real one."""
        return self.model.påhittad

    def qr(self, address: str) -> str:
        """The address of a page as a square to point a phone at, as SVG."""
        return square(address)

    @property
    def kommun(self) -> str | None:
        """The kommun whose web it is; None for the county's."""
        return self.model.local.kommun if self.model.local else None


def web_of(model: Model, kommuner: list[Model], forges: tuple[str, str], past: Past, example: bool = False) -> Web:
    """The web of a model without errors, with the way to an invented kommun's or not; the rest as Renderer has it."""
    renderer = Renderer(model, kommuner, forges, past)
    return Web(
        renderer,
        made=[*pages(renderer), *publisher_pages(renderer, [progress(other) for other in kommuner], example)],
        search=SearchIndex(model),
        terms=Terms(model),
        arbetsval=choices(model),
        kommunval=_kommuner(model, kommuner),
        frågor=[(address(fråga.url), fråga.namn) for fråga in model.all(Fråga)],
        fara=as_html(tree(renderer.template("fara"))),
    )


def _kommuner(model: Model, kommuner: list[Model]) -> list[Huvudman]:
    """Those that a visitor of the county's web can choose: each with something filled in, or a public way in."""
    if model.local:
        return []
    there = {other.own.kommun for other in kommuner} | {one.id for one in with_public_ways(model)}
    return [one for one in model.all(Huvudman) if one.id in there]
