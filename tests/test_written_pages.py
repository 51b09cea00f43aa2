"""Pages written by hand are checked as the model is: in Swedish, with file, line and mend, before anything is built."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from casefiles import TODAY, base_model
from project import ROOT
from samverkan import build_model
from samverkan.findings import Finding
from samverkan.written import examine_pages

KOMMUN = "exempelkommun"
FOLDER = f"docs/lokalt/{KOMMUN}"
Check = Callable[..., list[Finding]]
START = "# Start\n\n## Först {: #forst }\n\nText.\n"


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Write files, by path, beside a small whole model; what a check says of the pages."""
    root = base_model(tmp_path)
    model, _ = build_model(root, TODAY)

    def run(files: dict[str, str | bytes]) -> list[Finding]:
        for name, text in {"docs/index.md": START, "docs/bilder/karta.png": b"x", **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return examine_pages(root, KOMMUN, model)

    return run


def _one(found: list[Finding]) -> Finding:
    assert len(found) == 1, "\n".join(map(str, found))
    return found[0]


# A page's text, and the finding: line, column, code, a piece of the message, a piece of the mend.
TEXTS = [
    ("# Å\n\n[x](finns.md)", (3, 1, "död-länk", "”finns.md” leder ingenstans", "Kontrollera stavningen")),
    ("# Å\n\nTill [start](../../indx.md).", (3, 6, "död-länk", "indx.md", "Menade du ”../../index.md”?")),
    ("# Å\n\n[x](../../rutiner/anmal/)", (3, 1, "död-länk", "rutiner/anmal/", "Menade du ”../../rutiner/anmal.md”?")),
    (
        "# Å\n\n[x](../../rutiner/anmal.md#steg-rng)",
        (3, 1, "död-länk", "avsnittet ”#steg-rng”", "Menade du ”steg-ring”?"),
    ),
    ("# Å\n\n[x](../../index.md#frost)", (3, 1, "död-länk", "avsnittet ”#frost” finns inte", "Menade du ”forst”?")),
    ("# Å\n\n[x](#borta)", (3, 1, "död-länk", "avsnittet ”#borta” finns inte", "Välj bland")),
    ("# Å\n\n[x][y]\n\n[y]: finns.md", (5, 1, "död-länk", "finns.md", "stavningen")),
    ("# Å\n\n![Karta](bild.png)", (3, 1, "död-länk", "bilden ”bild.png” finns inte", "stavningen")),
    (
        "# Å\n\n[![Karta](krta.png)](../../index.md)",
        (3, 2, "död-länk", "krta.png", "Menade du ”../../bilder/karta.png”?"),
    ),
    ("# Å\n\n![Karta](../../bilder/krta.png)", (3, 1, "död-länk", "krta.png", "Menade du ”../../bilder/karta.png”?")),
    ("# Å\n\n[x](http://a.se)", (3, 1, "osäker-text", "http://a.se", "https://")),
    ("# Å\n\n[x](//a.se/x)", (3, 1, "osäker-text", "//a.se/x", "https://")),
    ("# Å\n\n[x](javascript:alert(1))", (3, 1, "osäker-text", "javascript:", "https://")),
    ("# Å\n\n![x](https://a.se/x.png)", (3, 1, "osäker-text", "annan värd", "mappen bredvid")),
    ("# Å\n\n![x](//a.se/x.png)", (3, 1, "osäker-text", "annan värd", "mappen bredvid")),
    ("# Å\n\n<script src='x.js'></script>", (3, 1, "osäker-text", "<script>", "körs inte")),
    ("# Å\n\n<iframe src='https://a.se'></iframe>", (3, 1, "osäker-text", "<iframe>", "Länka till det i stället")),
    ("# Å\n\n<meta http-equiv='refresh' content='0'>", (3, 1, "osäker-text", "<meta>", "skicka läsaren vidare")),
    ("# Å\n\n<p onclick='x()'>Hej</p>", (3, 4, "osäker-text", "”onclick” är ett skript", "Ta bort")),
    ("# Å\n\n<P\nONmouseover=x()>Hej</P>", (4, 1, "osäker-text", "”onmouseover” är ett skript", "Ta bort")),
    ("# Å\n\n<p style='color: red'>Hej</p>", (3, 4, "osäker-text", "stilen", "class")),
    ("# Å\n\n<img src='https://a.se/x.png' alt='x'>", (3, 1, "osäker-text", "annan värd", "mappen bredvid")),
    ("# Å\n\n<a href='javascript:x()'>x</a>", (3, 4, "osäker-text", "javascript:", "[text](adress)")),
    ("# Å\n\n<svg></svg>", (3, 1, "osäker-text", "<svg>", "Ta bort")),
    ('# Å\n\nHej\n{: onclick="x()" }', (4, 4, "osäker-text", "”onclick” är ett skript", "Ta bort")),
    ('# Å\n\n{{ lank("rutin", "anmal") }}', (3, 1, "makro", "”lank” finns inte", "Menade du ”länk”?")),
    ('# Å\n\n{{ länk("rutin", "anml") }}', (3, 1, "makro", "rutin ”anml” finns inte", "Menade du ”anmal”?")),
    ('# Å\n\n{{ länk("rutn", "anmal") }}', (3, 1, "makro", "sorten ”rutn” finns inte", "Menade du ”rutin”?")),
    ('# Å\n\n{{ länk("rutin") }}', (3, 1, "makro", "makrot länk kan inte ta de värdena", "kind, id, text")),
    ("# Å\n\n{{ länk(”rutin”, ”anmal”) }}", (3, 1, "makro", "går inte att läsa", "raka citattecken")),
    ('# Å\n\n{{ lista("rutin", "ordnin") }}', (3, 1, "makro", "inget fält ”ordnin”", "Menade du ”ordning”?")),
    ('# Å\n\n{{ mall("kontakt") }}', (3, 1, "makro", "mallen ”kontakt” finns inte", "Menade du ”kontakter”?")),
    ('# Å\n\nText {{ lista("rutin") }}', (3, 6, "makro", "står mitt i en text", "på en egen rad")),
    ('# Å\n\nText\n{{ lista("rutin") }}\n', (4, 1, "makro", "står mitt i en text", "på en egen rad")),
    ("# Å\n\n![Karta](ikon.png)\n{: .obs }", (3, 1, "död-länk", "ikon.png", "stavningen")),
    ("# Å\n\n{{ lista", (3, 1, "makro", "klamrarna", "ta bort dem")),
    ("---\ntitle: a: b\n---\n\n# Å\n", (2, 8, "ej-yaml", "kolon", "citattecken")),
    ("---\ntitle: a\n\n# Å\n", (1, 1, "ej-yaml", "tar inte slut", "---")),
    ("---\ntitle: '{{ config }}'\n---\n# Å\n", (2, 1, "makro", "överst i filen", "Ta bort")),
    ("# Å\n\n## Här {#har}\n", (3, 8, "makro", "klamrarna", "ta bort dem")),
    ("---\ntitel: a\n---\n# Å\n", (2, 1, "okänt-fält", "”titel”", "Menade du ”title”?")),
    ("---\ntitle: a\nsökord: vem\n---\n# Å\n", (3, 1, "fel-typ", "”sökord”", "en lista")),
    ("---\ntitle: a\n---\n\n# Å\n\n[x](finns.md)", (7, 1, "död-länk", "finns.md", "stavningen")),
]


@pytest.mark.parametrize(("text", "wanted"), TEXTS, ids=[repr(text)[:60] for text, _ in TEXTS])
def test_what_is_wrong_in_a_page_is_told_with_its_place_and_mend(
    check: Check, text: str, wanted: tuple[int, int, str, str, str]
) -> None:
    line, column, code, message, mend = wanted
    found = _one(check({f"{FOLDER}/sida.md": text}))
    assert (found.mark.file, found.mark.line, found.mark.column) == (f"{FOLDER}/sida.md", line, column)
    assert found.code == code
    assert message in found.message
    assert mend in found.mend


# A file that is not a page as it should be, and the finding's code and a piece of its mend.
FILES: list[tuple[str, str | bytes, str, str]] = [
    ("tider.MD", "# Tider\n", "fel-plats", "tider.md"),
    ("Tider.md", "# Tider\n", "filnamn", "”tider.md”"),
    ("öppet hus.md", "# Hus\n", "filnamn", "”oppet-hus.md”"),
    ("Blankett för oro.pdf", b"x", "filnamn", "”blankett-for-oro.pdf”"),
    ("README.md", "# Läs\n", "filnamn", "index.md"),
    ("sida.html", "<p>x", "osäker-fil", "Markdown"),
    ("x.js", "x", "osäker-fil", "Markdown"),
    ("sida.md", "# Öppet hus för föräldrar\n".encode("cp1252"), "ej-utf8", "UTF-8"),
    ("sida.md", "# Öppet hus\n".encode("utf-16"), "ej-utf8", "UTF-8"),
]


@pytest.mark.parametrize(("name", "content", "code", "mend"), FILES, ids=[name for name, *_ in FILES])
def test_a_file_that_cannot_be_a_page_is_told(
    check: Check, name: str, content: str | bytes, code: str, mend: str
) -> None:
    found = _one(check({f"{FOLDER}/{name}": content}))
    assert (found.mark.file, found.code) == (f"{FOLDER}/{name}", code)
    assert mend in found.mend


def test_a_page_saved_as_ansi_has_the_place_of_its_first_odd_sign(check: Check) -> None:
    found = _one(check({f"{FOLDER}/sida.md": "# Hus\n\nFör alla\n".encode("cp1252")}))
    assert (found.mark.line, found.mark.column) == (3, 2)


def test_a_page_as_it_should_be_gives_nothing(check: Check) -> None:
    page = """---
title: Blanketter
sökord: [blankett]
---

# Blanketter

[Start](../../index.md#forst) [rutin](/rutiner/anmal.md#steg-ring) [avsnitt](#har) [PDF](blankett.pdf)
[webb](https://a.se/x_(y)) [ring](tel:0158275000) [skriv](mailto:soc@exempel.se) <https://a.se> <soc@exempel.se>

## Här {: #har .obs }

![Karta](../../bilder/karta.png "Kartan")

<div class="svar" markdown="1">

Text.

</div>

`<script>` och

```
[x](finns.md) {: onclick=x }
```

{{ länk("rutin", "anmal", "anmäl") }} och {{ antal("rutin") }} rutiner.

{{ lista("forum", metod=False) }}

<!-- [x](y.md) -->
"""
    assert check({f"{FOLDER}/sida.md": page, f"{FOLDER}/blankett.pdf": b"x"}) == []


def test_another_kommuns_pages_are_its_own_business(check: Check) -> None:
    assert check({"docs/lokalt/annan/sida.md": "<script>", "model/lokalt/annan/installningar.yml": "id: x\n"}) == []


@pytest.mark.parametrize("name", ["exempelkomun/sida.md", "sida.md"])
def test_a_page_that_would_be_on_no_web_is_told(check: Check, name: str) -> None:
    found = _one(check({f"docs/lokalt/{name}": "# Å\n"}))
    assert found.mark.file == f"docs/lokalt/{name.partition('/')[0]}"
    assert (found.code, found.severity) == ("fel-plats", "varning")
    assert "”exempelkommun”" in found.mend or "Flytta den" in found.mend


def test_a_link_on_disk_does_not_publish_what_it_leads_to(check: Check, tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "lista.md").symlink_to("/etc/passwd")
    (tmp_path / FOLDER / "rund").symlink_to(tmp_path / FOLDER)
    assert {f.code for f in check({})} == {"osäker-fil"}


def test_a_question_that_stands_on_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    root = base_model(tmp_path)
    (root / "docs").mkdir()
    path = next((root / "model/gemensam/fragor").glob("*.yml"))
    text = "".join(row for row in path.read_text(encoding="utf-8").splitlines(True) if not row.startswith("rutin:"))
    path.write_text(f"{text}sida: kontakter/indx.md\n", encoding="utf-8")
    (root / "docs" / "kontakter").mkdir()
    (root / "docs" / "kontakter" / "index.md").write_text("# Kontakter\n", encoding="utf-8")
    model, _ = build_model(root, TODAY)
    found = _one([f for f in examine_pages(root, None, model) if f.code == "sida-saknas"])
    assert found.mark.file.endswith(f"fragor/{path.name}")
    assert "Menade du ”kontakter/index.md”?" in found.mend


def test_a_common_page_that_no_menu_leads_to_is_told(check: Check) -> None:
    menu = "nav:\n  - Start: index.md\n  - om/\nnot_in_nav: |\n  /sok/*.md\n"
    found = check({"mkdocs.yml": menu, "docs/om/bortglomd.md": "# B\n", "docs/sok/x.md": "# S\n"})
    assert {(f.mark.file, f.mark.line, f.code) for f in found} == {
        ("docs/om/bortglomd.md", 1, "utanför-menyn"),
        ("mkdocs.yml", 3, "död-länk"),
    }


# Ways out of the braces: to Python, to the settings, to files, to other templates, to HTML.
WAYS_OUT = [
    "''.__class__.__mro__",
    "lista.__globals__",
    "config",
    "(lambda: 1)()",
    "open('/etc/passwd').read()",
    "__import__('os').system('id')",
    "lista(mall('fara'))",
    "lista('rutin').upper()",
    "lista(*['rutin'])",
    "lista('rutin', '__class__')",
    "lista('rutin', 'model_fields')",
    "mall('../../../etc/passwd')",
    "länk('rutin', 'anmal', '<script>alert(1)</script>')",
    "länk('rutin', 'anmal', '](javascript:x) [')",
    "[x for x in ()]",
    "f'{config}'",
    "lista('rutin') if 1 else 2",
    "context()",
    "'x' | attr('__class__')",
    "lista(kind=__builtins__)",
    "y" * 100_000,
    "(" * 400,
]


@pytest.mark.parametrize("way", WAYS_OUT, ids=[way[:40] for way in WAYS_OUT])
def test_a_macro_reaches_nothing_but_what_it_shows(check: Check, way: str) -> None:
    assert [f.code for f in check({f"{FOLDER}/sida.md": f"# Å\n\n{{{{ {way} }}}}\n"})] == ["makro"]


@pytest.mark.parametrize("statement", ["{% include 'index.md' %}", "{% set x = 1 %}", "{% for x in y %}{% endfor %}"])
def test_a_page_has_no_statements(check: Check, statement: str) -> None:
    assert {f.code for f in check({f"{FOLDER}/sida.md": f"# Å\n\n{statement}\n"})} == {"makro"}


def test_every_macro_is_told_of_where_an_editor_reads() -> None:
    from samverkan.pages.macros import EXAMPLES

    page = (ROOT / "docs" / "om" / "publicera.md").read_text(encoding="utf-8")
    assert [name for name in EXAMPLES if f'exempel("{name}")' not in page] == []
