"""What somebody types in any field stays text: no page gets an attribute or a tag of it, with the policy or without."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from casefiles import OWN_SETTINGS, TODAY, base_model, lay_local
from html_page import HtmlPage
from payloads import KOMMUN, QUOTES, poisoned
from project import ENVIRONMENT, build
from pydantic import TypeAdapter, ValidationError
from samverkan import examine
from samverkan.kinds.kalla import Källa
from samverkan.kinds.ways import Epost, Mottagare, Telefon, Webbadress, Webbplats
from samverkan.reading.folders import SETTINGS

TEXT = re.compile(r"onmouseover")
# An address made of a text has nothing of it but its letters.
WORDS = re.compile(r"[\w./:#-]+")
# A letter begun has the text too, with every other sign percent-encoded.
LETTER = re.compile(r"mailto:[\w.-]+@[\w.-]+\?subject=[A-Za-z0-9_.~%-]+&body=[A-Za-z0-9_.~%-]+")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, HtmlPage]:
    """Every page of a kommun's web in which each text has the payload last."""
    root = poisoned(tmp_path_factory.mktemp("gift") / "projekt", QUOTES)
    told = "".join(path.read_text(encoding="utf-8") for path in (root / "model").rglob("*.yml"))
    assert len(TEXT.findall(told)) > 5000, "nästan varje text tar emot det"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(ENVIRONMENT, "SAMVERKAN_KOMMUN", KOMMUN)
        site = build(root.parent / "site", root=root)
    made = [HtmlPage.read(file, site) for file in sorted(site.rglob("*.html"))]
    return {page.path: page for page in made}


def test_no_page_has_a_handler_or_an_attribute_from_a_text(pages: dict[str, HtmlPage]) -> None:
    assert sum(len(TEXT.findall(page.source)) for page in pages.values()) > 5000
    assert {path: page.inline for path, page in pages.items() if page.inline} == {}


def test_no_page_asks_another_host_or_gets_an_odd_address_from_a_text(pages: dict[str, HtmlPage]) -> None:
    odd = [
        (path, value)
        for path, page in pages.items()
        for tag, _, value in page.addresses
        if ("onmouseover" in value and not WORDS.fullmatch(value) and not LETTER.fullmatch(value))
        or (tag != "a" and value.startswith(("http", "//")) and "canonical" not in page.source)
    ]
    assert odd == []


# What would end the link, the attribute or the line that it stands in, or lead elsewhere than it says.
ADDRESSES = (
    "javascript:alert(1)",
    "//annan.se/x",
    "https://a.se/x){onmouseover=alert(1)}",
    "https://a.se/x){: onmouseover=alert(1) }",
    'https://a.se/" onmouseover="alert(1)',
    "https://a.se/' onmouseover='alert(1)",
    "https://a.se/<script>",
    "https://a.se/x [y](javascript:z)",
    "https://a.se/\n\n<script>",
)
FIELDS = (Webbadress, Webbplats, Epost, Mottagare, Telefon, Källa.model_fields["adress"].annotation)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("field", FIELDS)
def test_an_address_that_is_more_than_an_address_is_refused(field: Any, address: str) -> None:
    for tried in (address, address.removeprefix("https://") if field in (Epost, Telefon) else address):
        with pytest.raises(ValidationError):
            TypeAdapter(field).validate_python(tried)


@pytest.mark.parametrize("mail", ["a@b.se){onmouseover=x}", 'a"b@c.se', "a@b.se\nx@y.se", "mailto:a@b.se", "<a@b.se>"])
def test_a_mailbox_that_is_more_than_a_mailbox_is_refused(mail: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Epost).validate_python(mail)


@pytest.mark.parametrize("logo", ["//annan.se/x.png", "https://annan.se/x.png", "../../x.png", "lokalt/finns-inte.png"])
def test_a_logo_is_a_picture_of_the_webs_own(tmp_path: Path, logo: str) -> None:
    root = base_model(tmp_path)
    lay_local(root, "exempelkommun", {SETTINGS: f"{OWN_SETTINGS}logotyp: {logo}\n"})
    found = examine(root, TODAY, "exempelkommun")[1]
    assert [f.severity for f in found] == ["fel"]
