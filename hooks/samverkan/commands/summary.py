"""What a change of the model means, in words as Markdown: for each web, and for the common model."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from samverkan.commands.before_after import COUNTY, Difference, place
from samverkan.local.changes import Change
from samverkan.local.history import Changed, impact_of, replacement


def summary(root: Path, all_changed: list[Changed], checked: dict[str, Difference], comparable: bool) -> Iterator[str]:
    """The lines of the summary: each kommun first, what stops its web before all else; the changes last."""
    yield "## Vad ändringen betyder\n"
    if not comparable:
        yield "Den gamla versionen gick inte att granska. Allt som granskningen säger i dag står därför som nytt.\n"
    touched_by = impact_of(root, all_changed)
    for web in sorted(checked, key=lambda web: (not checked[web].stops, web == COUNTY, web)):
        yield f"### {web or 'Länets webb'}\n"
        yield from _checked(checked[web])
        touched = touched_by.get(web, [])
        for file, changed in touched:
            yield f"- `{file}`: {_local(file, web, changed, all_changed)}"
        if not touched and not checked[web].new:
            yield "Inget av kommunens eget berörs." if web else "Granskningen säger inget nytt."
        yield ""
    yield "### I den gemensamma modellen\n"
    if not all_changed:
        yield "Inget har ändrats i den gemensamma modellen."
    for changed in all_changed:
        yield from _common(root, changed, all_changed)


def _checked(difference: Difference) -> Iterator[str]:
    for heading, findings in (("Stoppar bygget", difference.stops), ("Nya varningar", difference.warns)):
        if findings:
            yield f"**{heading}: {len(findings)}**\n"
        for finding in findings:
            message = escape(finding.message, quote=False).replace("\n", "\n    ")
            yield f"- `{place(finding.mark)}`: {message}\n  Så rättar du: {escape(finding.mend, quote=False)}"
        if findings:
            yield ""
    if difference.mended:
        yield f"Rättat med ändringen: {difference.mended}.\n"


def _common(root: Path, changed: Changed, all_changed: list[Changed]) -> Iterator[str]:
    name = escape(changed.name, quote=False)
    if not changed.before:
        yield f"**Ny: {name}** (`{changed.file}`)\n"
    elif not changed.after and not (root / changed.file).exists():
        replaced = escape(replacement(changed, all_changed), quote=False)
        yield f"**Borttagen: {name}** (`{changed.file}`)" + (f", ersatt av {replaced}\n" if replaced else "\n")
    elif not changed.after:
        yield f"**Går inte att läsa: {name}** (`{changed.file}`). Kör `make check`.\n"
    else:
        yield f"**Ändrad: {name}** (`{changed.file}`)\n"
        yield from (_change(change) for change in changed.changes)
        if changed.untold:
            yield "- Läsaren får inte veta det: skriv en rad under ”ändringar:” om det som är nytt."
        yield ""


def _change(change: Change) -> str:
    where, before, after = (escape(text or "", quote=False) for text in (change.rubrik, change.before, change.after))
    if change.before is None:
        return f"- Nytt: {where}: {after}"
    if change.after is None:
        return f"- Borttaget: {where}: {before}"
    return f"- Ändrat: {where}\n    - förut: {before}\n    - nu: {after}"


def _local(file: str, kommun: str, changed: Changed, all_changed: list[Changed]) -> str:
    name = escape(changed.name, quote=False)
    if "/kontakter/" in file:
        return f"en ny kontakt behövs, till {name}. `make kommun KOMMUN={kommun}` lägger dit en fil att fylla i."
    if not changed.before:
        return f"{name} finns nu också gemensamt. Jämför, och behåll bara det som skiljer."
    if not changed.after:
        replaced = escape(replacement(changed, all_changed), quote=False)
        return f"{name} finns inte längre." + (f" Flytta det som behövs till {replaced}." if replaced else "")
    return f"avvikelsen behöver granskas, {name} har ändrats: `make granska KOMMUN={kommun}`"
