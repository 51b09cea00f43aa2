"""Build the county's web and every kommun's, in parallel: site/ and site/<kommun>/."""

import os
import re
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path

from build import CACHE, ROOT, SITE, count_pages, mkdocs_build, put_in_place
from samverkan.local import NONE, kommuner

PARTS = CACHE / "alla"
WHOLE = CACHE / "alla-ny"
TOTALS = re.compile(r"^\d+ fel, [1-9]\d* varning(ar)?\.$", re.MULTILINE)


@dataclass
class Build:
    """One web: whose it is, where it was built, and what was said."""

    kommun: str
    lines: list[str] = field(default_factory=list)
    good: bool = False

    @property
    def name(self) -> str:
        """What the lines of progress call it."""
        return "länet" if self.kommun == NONE else self.kommun

    @property
    def target(self) -> Path:
        """Where it is built, beside the last good one."""
        return PARTS / self.kommun

    def run(self) -> "Build":
        """Build it in a process of its own."""
        self.good = mkdocs_build(self.target, self.lines.append, self.kommun) == 0
        return self

    def __str__(self) -> str:
        if not self.good:
            return f"  gick inte: {self.name}"
        warnings = ""
        if found := TOTALS.search("".join(self.lines)):
            warnings = f"; {found[0].partition(', ')[2]} Se dem: make check KOMMUN={self.kommun}"
        return f"  klar: {self.name} ({count_pages(self.target)} sidor{warnings})"


def together(builds: list[Build]) -> Path:
    """One folder with every web: the new where it was built, else the last good one of the same."""
    county, *others = builds
    own = [build.kommun for build in others]
    if county.good:
        county.target.rename(WHOLE)
    else:
        WHOLE.mkdir(parents=True)
        for path in sorted(SITE.iterdir()) if SITE.exists() else ():
            if path.name not in own:
                shutil.copytree(path, WHOLE / path.name) if path.is_dir() else shutil.copy2(path, WHOLE)
    for build in others:
        if build.good:
            build.target.rename(WHOLE / build.kommun)
        elif (SITE / build.kommun).exists():
            shutil.copytree(SITE / build.kommun, WHOLE / build.kommun)
    return WHOLE


def main() -> int:
    """Build all, put what was built in place, and name what was not; exit 1 if any failed."""
    builds = [Build(kommun) for kommun in (NONE, *kommuner(ROOT))]
    for leftover in (PARTS, WHOLE):
        shutil.rmtree(leftover, ignore_errors=True)
    at_once = min(len(builds), os.cpu_count() or 1)
    print(f"Bygger länets webb och {len(builds) - 1} kommuners, {at_once} i taget …", flush=True)
    with ThreadPoolExecutor(at_once) as pool:
        for done in as_completed([pool.submit(build.run) for build in builds]):
            print(done.result(), flush=True)
    failed = [build for build in builds if not build.good]
    if len(failed) < len(builds):
        put_in_place(together(builds))
    shutil.rmtree(PARTS, ignore_errors=True)
    for build in failed:
        print(f"\nDet här är fel i webben för {build.name}:\n\n{''.join(build.lines)}")
    if failed:
        names = ", ".join(build.name for build in failed)
        print(f"Byggdes inte: {names}. Den förra webben där är orörd. Rätta det som står ovan och kör igen.")
    else:
        print(f"Klart: {len(builds)} webbar, länets i site/ och varje kommuns i site/<kommun>/.")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
