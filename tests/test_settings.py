"""What a publisher's settings say of whose web it is, and of its logo."""

from __future__ import annotations

from pathlib import Path

import pytest
from casefiles import OWN_SETTINGS, TODAY, base_model, lay_local
from samverkan import examine
from samverkan.findings import ModelError
from samverkan.kinds.phone import link
from samverkan.pages.contact_view import reachable
from samverkan.reading.folders import SETTINGS
from samverkan.reading.logo import MAX_BYTES, PNG
from samverkan.reading.settings import chosen

LOGO = "lokalt/exempelkommun/logotyp"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def _logo(root: Path, name: str, content: bytes) -> list[str]:
    base_model(root)
    lay_local(root, "exempelkommun", {SETTINGS: f"{OWN_SETTINGS}logotyp: {LOGO}{name}\n"})
    path = root / "docs" / f"{LOGO}{name}"
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    return [finding.message for finding in examine(root, TODAY, "exempelkommun")[1]]


@pytest.mark.parametrize(
    ("name", "content"),
    [(".svg", SVG.encode()), (".png", PNG), (".svg", SVG.replace("<path", '<use href="#a"/><path').encode())],
    ids=["svg", "png", "hänvisar till sig själv"],
)
def test_a_logo_in_its_place_has_no_finding(tmp_path: Path, name: str, content: bytes) -> None:
    assert _logo(tmp_path, name, content) == []


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (".png", PNG + b"\0" * MAX_BYTES, "väger 100 kB"),
        (".png", b"GIF89a", "är ingen png-bild"),
        (".svg", PNG, "är ingen svg-bild"),
        (".svg", SVG.replace("<path", "<script>a</script><path").encode(), "skript"),
        (".svg", SVG.replace("<path", '<path onload="a()"').encode(), "skript"),
        (".svg", SVG.replace("<path", '<a href="javascript:a"/><path').encode(), "skript"),
        (
            ".svg",
            SVG.replace("<path", '<image href="https://exempel.se/a.png"/><path').encode(),
            "hämtar något utifrån",
        ),
        (".svg", SVG.replace("<path", "<style>a{fill:url(//b.se/c)}</style><path").encode(), "hämtar något utifrån"),
    ],
)
def test_a_logo_that_is_heavy_runs_or_fetches_is_told_of(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (message,) = _logo(tmp_path, name, content)
    assert told in message


@pytest.mark.parametrize(
    "text",
    [
        'id: installningar\nnamn: "Öppet\nstandard: ja\n',
        "id: installningar\nnamn: A: B\nstandard: ja\n",
        "id: installningar\n\tnamn: A\nstandard: ja\n",
        "id: installningar\nnamn: A\nstandard: true\n",
        "id: installningar\nnamn: A\nstandard: Ja\n",
        "",
    ],
    ids=["citattecken", "kolon", "tabb", "true", "Ja", "tom"],
)
def test_settings_that_cannot_be_read_are_never_a_no(tmp_path: Path, text: str) -> None:
    lay_local(base_model(tmp_path), "exempelkommun", {SETTINGS: text})
    with pytest.raises(ModelError):
        chosen(tmp_path, None)
    assert chosen(tmp_path, "gemensam") is None
    assert chosen(tmp_path, "exempelkommun") == "exempelkommun"


def test_settings_in_another_encoding_are_never_a_no(tmp_path: Path) -> None:
    lay_local(base_model(tmp_path), "exempelkommun", {})
    path = tmp_path / "model/lokalt/exempelkommun" / SETTINGS
    path.write_bytes(f"standard: ja\n{OWN_SETTINGS}".encode("cp1252"))
    with pytest.raises(ModelError, match="UTF-8"):
        chosen(tmp_path, None)


def test_a_kommun_with_wrong_settings_still_has_its_contacts(tmp_path: Path) -> None:
    contact = "id: socialtjanst\nnamn: Socialtjänsten\nverksamhet: socialtjanst\ntelefon: 0158-27 50 00\n"
    wrong = "id: installningar\nnamn: A\npåhitt: ja\n"
    lay_local(base_model(tmp_path), "exempelkommun", {SETTINGS: wrong, "kontakter/socialtjanst.yml": contact})
    model, findings = examine(tmp_path, TODAY, "exempelkommun")
    assert [finding.code for finding in findings] == ["okänt-fält"]
    assert [k.telefon for _, rows in reachable(model) for _, found in rows for k in found] == ["0158-27 50 00"]


def test_a_wrong_verksamhet_takes_no_contact_of_a_funktion_with_it(tmp_path: Path) -> None:
    contact = "id: handlaggare\nnamn: Handläggare\nfunktion: handlaggare\ntelefon: 0158-27 50 00\n"
    lay_local(base_model(tmp_path), "exempelkommun", {"kontakter/handlaggare.yml": contact})
    path = tmp_path / "model/gemensam/verksamheter/socialtjanst.yml"
    path.write_text(path.read_text(encoding="utf-8") + "påhitt: ja\n", encoding="utf-8")
    model, _ = examine(tmp_path, TODAY, "exempelkommun")
    assert [k.telefon for _, rows in reachable(model) for _, found in rows for k in found] == ["0158-27 50 00"]


@pytest.mark.parametrize(
    ("number", "address"),
    [
        ("0158-27 50 00", "tel:+46158275000"),
        ("+46 158-27 50 00", "tel:+46158275000"),
        ("114 14", "tel:11414"),
        ("112", "tel:112"),
        ("020-12 34 56", "tel:020123456"),
        ("0771-567 567", "tel:0771567567"),
    ],
)
def test_a_number_is_rung_from_anywhere_and_a_short_one_as_it_is(number: str, address: str) -> None:
    assert link(number) == address
