"""What may happen to a model file: an editor's slip, an editor's program, a broken disk."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

# The same examples every time, so that a run on one machine says what a run on another would.
FIXED = settings(derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))

ODD = [
    *("no", "yes", "ja", "null", "~", "3.10", "0484", "2026-13-40", "2026-02-29", "9999999999999999999999", "-1", "٣"),
    *("<script>alert(1)</script>", "[x](javascript:alert(1))", "[x](rutin:finns-inte)", "**fet**{onclick=x}"),
    *("![x](https://exempel.se/x.png)", "&a x", "*a", "!!str x", "{}", "[]", "[[x]]", "{a: b}", ": :", "- -", "'", '"'),
    *('"\\0"', '"\\u2028x: y"', "%", "@", "`", "#", ">-", "|", "||", "a: b", "---", "...", "Åäö é 🙂", "\u202eomvänt"),
    *("e\u0301", "\x07", "\x85", "\t", "x" * 5000, "[" * 60),
]
# What no file may hold, wherever in it somebody has pasted it.
NEVER = [
    *("150312-2387", "20150312-2387", "201503122387", "150312+2387", "150372-2387", "150312\u20112387"),
    *("SkolgÃ¥rden", "vÃ¤nta", "fÃ¶rÃ¤lder", "Elevh\u0160lsa", "\ufffd", "b\ufffdrn"),
    *("\u2066", "\u202e", "\u200b", "\u00ad", "\u2069", "\ue000"),
]
WAYS = ["delete", "double", "swap", "indent", "outdent", "value", "key", "tab", "insert", "cut", "flip", "bytes"]
Mutation = tuple[str, int, str]
MUTATIONS = st.lists(
    st.tuples(st.sampled_from(WAYS), st.integers(0, 10_000), st.sampled_from(ODD)), min_size=1, max_size=2
)


def mutate(raw: bytes, mutations: list[Mutation]) -> bytes:
    """The bytes of a file after each mutation in turn."""
    for way, place, odd in mutations:
        raw = _bytes(raw, way, place, odd) if way in {"cut", "flip", "bytes"} else _lines(raw, way, place, odd)
    return raw


def _bytes(raw: bytes, way: str, place: int, odd: str) -> bytes:
    at = place % (len(raw) + 1)
    if way == "cut":
        return raw[:at]
    if way == "flip":
        return raw[:at] + bytes([place % 256]) + raw[at + 1 :]
    return raw[:at] + odd.encode("utf-16") + raw[at:]


def _lines(raw: bytes, way: str, place: int, odd: str) -> bytes:
    lines = raw.decode("utf-8", "replace").split("\n")
    fields = [number for number, line in enumerate(lines) if ":" in line]
    i = fields[place % len(fields)] if way in {"value", "key"} and fields else place % len(lines)
    line, indent = lines[i], len(lines[i]) - len(lines[i].lstrip())
    match way:
        case "delete":
            del lines[i]
        case "double":
            lines.insert(i, line)
        case "swap":
            lines[i], lines[i - 1] = lines[i - 1], line
        case "indent":
            lines[i] = "  " + line
        case "outdent":
            lines[i] = line[min(2, indent) :]
        case "value":
            lines[i] = f"{line.partition(':')[0]}: {odd}"
        case "key":
            lines[i] = f"{' ' * indent}{odd}:{line.partition(':')[2]}"
        case "tab":
            lines[i] = "\t" + line.lstrip()
        case "insert":
            lines.insert(i, " " * indent + odd)
    return "\n".join(lines).encode()
