"""Build the county's web and every kommun's, in parallel: site/ and site/<kommun>/."""

import os
import re
import shutil
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from samverkan.cli.building import count_pages, mkdocs_build, said_yes, tell_place
from samverkan.cli.example import example_web
from samverkan.cli.place import SITE, WHOSE, Refused, incomplete, may_take, own_folder, put_in_place
from samverkan.cli.project import ROOT
from samverkan.reading.folders import kommuner
from samverkan.reading.settings import NONE

TOTALS = re.compile(r"^\d+ fel, [1-9]\d* varning(ar)?\.$", re.MULTILINE)


@dataclass
class Build:
    """One web: whose it is, where it was built, and what was said."""

    kommun: str
    parts: Path
    lines: list[str] = field(default_factory=list)
    good: bool = False

    @property
    def name(self) -> str:
        """What the lines of progress call it."""
        return "länet" if self.kommun == NONE else self.kommun

    @property
    def target(self) -> Path:
        """Where it is built, beside the last good one."""
        return self.parts / self.kommun

    def run(self) -> "Build":
        """Build it in a process of its own."""
        example = example_web(self.parts) if self.kommun == NONE else {}
        self.good = mkdocs_build(self.target, self.lines.append, self.kommun, more=example) == 0
        if self.good and (lacking := incomplete(self.target)):
            self.good = False
            self.lines.append(f"Bygget blev inte helt: {lacking}.\n")
        if self.good:
            (self.target / WHOSE).write_text(f"{self.kommun}\n", encoding="utf-8")
        return self

    def __str__(self) -> str:
        if not self.good:
            return f"  gick inte: {self.name}"
        warnings = ""
        if found := TOTALS.search("".join(self.lines)):
            warnings = f"; {found[0].partition(', ')[2]} Se dem: make check KOMMUN={self.kommun}"
        return f"  klar: {self.name} ({count_pages(self.target)} sidor{warnings})"


def together(builds: list[Build]) -> Path:
    """One folder with every web that was built, around the county's: the new, or else the last good one."""
    county, *others = builds
    if not county.good:
        shutil.rmtree(county.target, ignore_errors=True)
        county.target.mkdir()
    if not county.good and SITE.exists():
        shutil.copytree(SITE, county.target, ignore=lambda path, _: _webs(Path(path), builds), dirs_exist_ok=True)
    for build in others:
        if build.good:
            build.target.rename(county.target / build.kommun)
    return county.target


def _webs(path: Path, builds: list[Build]) -> set[str]:
    return {build.kommun for build in builds} if path == SITE else set()


def build_all() -> int:
    """Build all, put what was built in place, and name what was not; exit 1 if any failed."""
    own = kommuner(ROOT)
    try:
        may_take(NONE, said_yes())
        with own_folder() as folder:
            builds = [Build(kommun, folder) for kommun in (NONE, *own)]
            at_once = min(len(builds), os.cpu_count() or 1)
            print(f"Bygger länets webb och {len(own)} kommuners, {at_once} i taget …", flush=True)
            with ThreadPoolExecutor(at_once) as pool:
                for done in as_completed([pool.submit(build.run) for build in builds]):
                    print(done.result(), flush=True)
            failed = [build for build in builds if not build.good]
            if len(failed) < len(builds):
                put_in_place(together(builds), NONE, said_yes(), tuple(own))
    except Refused as error:
        print(f"{error}\n\nWebbarna byggdes inte. De förra i site/ är orörda.")
        return 1
    for build in failed:
        print(f"\nDet här är fel i webben för {build.name}:\n\n{''.join(build.lines)}")
    if failed:
        names = ", ".join(build.name for build in failed)
        print(f"Byggdes inte: {names}. Den förra webben där är orörd. Rätta det som står ovan och kör igen.")
    else:
        print(f"Klart: {len(builds)} webbar, länets i site/ och varje kommuns i site/<kommun>/.")
        tell_place()
    return int(bool(failed))
