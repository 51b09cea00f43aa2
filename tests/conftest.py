"""What the tests of the built web share: the real model, the web built from it, and its address."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from filelock import FileLock
from golden import Golden
from html_page import HtmlPage
from project import ROOT, build, served
from sagolandet import copy_sagolandet
from samverkan import Model, build_model
from samverkan.pages.every_page import Page
from samverkan.pages.every_page import pages as model_pages
from samverkan.pages.render import Renderer
from two_webs import build_two


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--uppdatera", action="store_true", help="skriv om det som testerna minns: golden/ och cases/")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """What the tests remember; `--uppdatera` writes it anew."""
    return Golden(request.config.getoption("--uppdatera"))


# Tests with any of these wait for a whole web or a browser, or run a whole command; `make snabbtest` leaves them out.
BUILT = {"site", "two_webs", "sagolandet", "html", "address", "browser", "visit"}
COMMANDS = {"run", "build", "copy_project", "subprocess"}
# These go through the whole model, many times.
WHOLE = {
    "test_removed",
    "test_shown",
    "test_properties",
    "test_overlay",
    "test_locks",
    "test_migrate_forks",
    "test_payloads",
    "test_safe_pages",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a built web, so that nobody has to remember to."""
    for item in items:
        module = getattr(item, "module", None)
        named = vars(module).keys() if module else set()
        if BUILT & set(getattr(item, "fixturenames", ())) or COMMANDS & named or item.path.stem in WHOLE:
            item.add_marker("webb")


@pytest.fixture(scope="session")
def real_model() -> Model:
    """The project's own model, which has to be free of errors."""
    model, _ = build_model(ROOT)
    return model


@pytest.fixture(scope="session")
def made(real_model: Model) -> list[Page]:
    """The pages that the model gives, before any generator has seen them."""
    return list(model_pages(Renderer(real_model)))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web, built once for all tests."""
    return _once(tmp_path_factory, "webb", build)


@pytest.fixture(scope="session")
def two_webs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county's web and a kommun's own, with contacts and things that have new ids, built once for all tests."""
    return _once(tmp_path_factory, "två-webbar", build_two)


@pytest.fixture(scope="session")
def sagolandet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The web of another region, built once in the same way."""
    return _once(
        tmp_path_factory,
        "sagolandet",
        lambda target: build(target, root=copy_sagolandet(target.with_name("sagolandet-projekt"))),
    )


def _once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """The folder that `make` makes, made once also when several workers run tests side by side."""
    base = factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with FileLock(shared / f"{name}.lock"):
        if not (shared / name).exists():
            make(shared / f"{name}-byggs")
            (shared / f"{name}-byggs").rename(shared / name)
    return shared / name


@pytest.fixture(scope="session")
def html(site: Path) -> dict[str, HtmlPage]:
    """Every built page, by its file in the site."""
    pages = [HtmlPage.read(file, site) for file in sorted(site.rglob("*.html"))]
    return {page.path: page for page in pages}


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built web is served while the tests run."""
    with served(site) as url:
        yield url


@pytest.fixture
def base(tmp_path: Path) -> Model:
    """The small valid model of the golden cases."""
    return build_model(base_model(tmp_path), TODAY)[0]
