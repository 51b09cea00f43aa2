"""Things as Markdown: one template per kind, and the filters they share."""

from __future__ import annotations

import re
from re import Match
from statistics import median
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from samverkan.kinds import BY_NAME, KINDS, LINK, THING_TARGET, Forum, Huvudman, Region, Thing, labels
from samverkan.kinds.base import swedish
from samverkan.kinds.installningar import Inställningar
from samverkan.kinds.kontakt import Kontakt
from samverkan.kinds.labels import enumerate_words
from samverkan.local.own_words import mark_of
from samverkan.pages import contact_view, local_view, overview
from samverkan.pages.checklists import SituationsChecklista, checklists
from samverkan.pages.compiled import Compiled
from samverkan.pages.data.files import Data
from samverkan.pages.edit import file_links, folder_links
from samverkan.pages.law_day import day_before, law_read
from samverkan.pages.pictures import by_next, pictures
from samverkan.pages.plain_text import inline, literal, rows
from samverkan.pages.views import views
from samverkan.pages.views.editions import Editions
from samverkan.pages.views.feedback import as_link
from samverkan.pages.views.since import Since
from samverkan.pages.work import Work, marks, staff, words_of_roles
from samverkan.phrases import (
    NOT_HERE,
    answer_classes,
    capital,
    cited,
    cited_once,
    count_of,
    in_groups,
    lawyer_read,
    link,
    linked,
    swedish_date,
    way_up,
)
from samverkan.reading.past import Past
from samverkan.resolve import Model
from samverkan.slug import slug

HELD = "\ue000"  # private use: the check refuses it in a text


class Renderer:
    """Renders things of one model.

    `kommuner` are the models of the kommuner, where the county's web is to show their contacts.
    `forges` are the addresses of the project's own repository and of the county's, where they are known; `past` is
    what git remembers of the model's files.
    """

    def __init__(
        self,
        model: Model,
        kommuner: list[Model] | None = None,
        forges: tuple[str, str] = ("", ""),
        past: Past | None = None,
    ) -> None:
        self.model = model
        self.kommuner = kommuner or []
        # The files of the documents that belong to each page, by its address; none until they have been made.
        self.documents: dict[str, list[Any]] = {}
        self.forges = forges
        self.past = past = past or Past()
        self.since = Since(model, past.history)
        self.editions = Editions(model, past.editions)
        self.data = Data(model)
        self.env = Environment(
            loader=PackageLoader("samverkan.pages"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=Compiled(),
            optimized=False,
            auto_reload=False,
        )
        self.env.filters.update(
            text=self.text,
            rad=self.line,
            länk=link,
            ställen=cited,
            källan=cited_once,
            länkad=linked,
            mottagare=as_link,
            datum=swedish_date,
            uppräkning=enumerate_words,
            eller_och=lambda words, rule: enumerate_words(words, "eller" if rule else "och"),
            första_stor=capital,
            antal=count_of,
            i_grupper=in_groups,
            slug=slug,
            a_till_ö=lambda things: sorted(things, key=lambda thing: swedish(thing.namn)),
            som=marks,
            funktionerna=lambda refs: " ".join(staff(model, [ref.saken for ref in refs])),
            dagen_före=day_before,
            eget=mark_of,
            ordagrant=literal,
        )
        self.env.globals.update(
            modell=model,
            saker=lambda kind: model.all(BY_NAME[kind]),
            saken=lambda kind, id: model.get(BY_NAME[kind], id),
            ord=labels,
            checklistor=checklists,
            situationens_checklista=SituationsChecklista,
            dokumentfiler=lambda page: self.documents.get(page, []),
            sidans_filer=lambda thing: file_links(model, thing, *forges),
            mappens_filer=lambda kind: folder_links(model, BY_NAME[kind], forges[0]),
            arbete=lambda thing: Work(model, thing),
            rollernas_ord=words_of_roles,
            uppåt=way_up,
            stegarna=self.ladders,
            forumen=lambda: overview.here_and_method(model),
            sorter=KINDS,
            egna_sorter=(Region, Kontakt, Inställningar),
            lagen_läst=law_read,
            inställningar=model.settings,
            region=model.region,
            jurist=lambda what, thing=None: lawyer_read(what, model.lawyer(thing)),
            avvikelser=lambda: local_view.deviations(model),
            kontakter_till=lambda kind, id: contact_view.contacts(model, kind, id),
            offentliga=lambda kind, id: contact_view.public(model, kind, id),
            regionens=lambda kind, id: contact_view.regional(model, kind, id),
            regionens_verksamheter=lambda: contact_view.run_by_the_region(model),
            kommunerna_i_länet=sum(one.typ == "kommun" for one in model.all(Huvudman)),
            i_varje_kommun=lambda kind, id: contact_view.by_kommun(model, self.kommuner, kind, id),
            kontakter_som_behövs=lambda: local_view.contacts_needed(model),
            temana=lambda: overview.themes(model),
            ursprungen=lambda: overview.origins(model),
            ursprungets_sida=overview.origin_page,
            källavsnitt=lambda: overview.sections(model),
            utan_källa=lambda: overview.unsourced(model),
            täckning=lambda: overview.coverage(model),
            klasser=answer_classes,
            median=lambda positions: f"{median(positions):g}".replace(".", ","),
            **pictures(model),
            **views(model, self.kommuner, self.since),
            utgåvor=self.editions,
            data=self.data,
        )

    def thing(self, thing: Thing) -> str:
        """The Markdown of one thing: a whole page, or its section on the shared page; why, if there is none of it."""
        if thing.utgår:
            return self.template("utgar", ting=thing)
        return self.template(type(thing).__module__.rpartition(".")[2], ting=thing)

    def template(self, name: str, **values: Any) -> str:
        """The Markdown of any template."""
        return self.env.get_template(f"{name}.md").render(**values)

    def text(self, value: str) -> str:
        """Model text as Markdown: links to things lead to their pages, each line is a paragraph."""
        return "\n\n".join(first + self._linked(rest) for first, rest in rows(value)) + mark_of(value)

    def line(self, value: str) -> str:
        """Model text for a place that holds a single line: a cell, a point, a definition."""
        found = " ".join(first + self._linked(rest) for first, rest in rows(value, lists=False)) + mark_of(value)
        return " ".join(found.split())

    def _linked(self, row: str) -> str:
        """A row of model text with its links led to pages, and what else there is in it as it was written."""
        # A sign that no model text may have stands for each link meanwhile, so that bold can hold one.
        links = iter([self._link(match) for match in LINK.finditer(row)])
        return re.sub(HELD, lambda _: next(links), inline(LINK.sub(HELD, row)))

    def _link(self, match: Match[str]) -> str:
        target = THING_TARGET.match(match["target"])
        if target is None:
            return match[0]
        thing = self.model.things[target["kind"]][target["id"]]
        part = f"#{target['part']}" if target["part"] and not thing.utgår else ""
        return f"[{inline(match['text'])}]({thing.url}{part}){NOT_HERE if thing.utgår else ''}"

    def ladders(self) -> list[tuple[str, str, list[list[Forum]]]]:
        """The ways up: here, and as method; each a list of the forums that start at the same next one."""
        forums = self.model.all(Forum)
        targets = [forum.vidare_till.forum.id for forum in forums if forum.vidare_till]
        lowest = [forum for forum in forums if forum.id not in targets]
        result = []
        for heading, id, forums in overview.here_and_method(self.model):
            result.append((heading, id, by_next([forum for forum in forums if forum in lowest])))
        return result
