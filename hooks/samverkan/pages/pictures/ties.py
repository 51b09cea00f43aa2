"""Which forums hang together, in which order, and where one is missing: what the picture and its list show."""

from __future__ import annotations

from samverkan.kinds import Forum
from samverkan.kinds.forum import Samband
from samverkan.kinds.labels import Bekräftelse
from samverkan.pages.pictures.words import first_sentence
from samverkan.resolve import Model

GAP = "Känd lucka"


def structure_rows(model: Model) -> list[list[Forum]]:
    """The forums that hang together, the highest first."""
    tied = [f for f in model.all(Forum) if f.samband]
    found = {f.id: f for f in [*(s.forum.saken for f in tied for s in f.samband), *tied]}
    rows: list[list[Forum]] = []
    for forum in found.values():
        depth = _depth(forum)
        rows += [[] for _ in range(depth + 1 - len(rows))]
        rows[depth].append(forum)
    return rows


def lacks_one_above(forum: Forum) -> bool:
    """Whether a forum that is not the highest has nobody over it, as the model says."""
    return bool(forum.vidare_saknas) and _depth(forum) > 0


def told(model: Model) -> str:
    """The whole picture in words."""
    parts = []
    for forum in [forum for row in structure_rows(model) for forum in row]:
        ties = [f"{s.läge} {s.forum.saken.namn}{unsure(s)}: {s.hur}" for s in forum.samband]
        parts.append(f"{forum.namn}, {'; '.join(ties)}." if ties else f"{forum.namn}, överst.")
        if lacks_one_above(forum):
            parts.append(f"{GAP} över {forum.namn}: {first_sentence(forum.vidare_saknas or '')}")
    return " ".join(parts)


def _depth(forum: Forum) -> int:
    over = [s.forum.saken for s in forum.samband if s.läge == "under"]
    beside = [s.forum.saken for s in forum.samband if s.läge == "bredvid"]
    return 1 + max(map(_depth, over)) if over else max(map(_depth, beside), default=0)


def unsure(samband: Samband) -> str:
    """What is added in words to a relation that no source confirms; nothing to one that is."""
    return f" ({samband.status.i_text})" if samband.status is Bekräftelse.EJ_BEKRÄFTAD else ""
