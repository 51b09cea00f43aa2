"""What a form says when it is sent: plain data as a model file has it."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from samverkan.editor.shapes import Shape, shape_of
from samverkan.slug import slug

Data = dict[str, Any]
Sent = dict[str, list[str]]
# The names of the fields that a form shows; a field that it does not show stays as it was.
SHOWN = "fält"


def posted(model: type[BaseModel], sent: Sent, at: str, old: Data) -> Data:
    """The data of a part whose fields are named from `at`."""
    result = {key: value for key, value in old.items() if _name(at, key) not in sent.get(SHOWN, [])}
    for key, field in model.model_fields.items():
        name = _name(at, key)
        if name in sent.get(SHOWN, []):
            value = _value(shape_of(field), sent, name, old.get(key))
            if value not in (None, "", [], {}):
                result[key] = value
    return result


def rows(sent: Sent, name: str) -> list[int]:
    """The numbers of the rows that a form has of a list, in the order that they stand."""
    return [int(one) for one in sent.get(f"rader:{name}", []) if one.isdigit()]


def _name(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


def _text(sent: Sent, name: str) -> str:
    return "\n".join(" ".join(line.split(" ")).strip() for line in sent.get(name, [""])[0].splitlines()).strip()


def _value(shape: Shape, sent: Sent, name: str, old: Any) -> Any:
    if shape.form == "ja":
        return "ja" if name in sent else ("nej" if old == "nej" else None)
    if shape.form == "del" and shape.model:
        return posted(shape.model, sent, name, old if isinstance(old, dict) else {})
    if shape.form != "lista" or not shape.inner:
        return _text(sent, name)
    if shape.inner.form == "del" and shape.inner.model:
        return _parts(shape.inner.model, sent, name, old if isinstance(old, list) else [])
    if shape.inner.form in ("hänvisning", "val"):
        return [one for one in sent.get(name, []) if one]
    return [line for line in _text(sent, name).split("\n") if line]


def _parts(model: type[BaseModel], sent: Sent, name: str, old: list[Any]) -> list[Data]:
    result: list[Data] = []
    for number in rows(sent, name):
        id = sent.get(f"{name}.{number}.id", [""])[0]
        before = next((one for one in old if id and one.get("id") == id), {"id": id} if id else {})
        part = posted(model, sent, f"{name}.{number}", before)
        if "id" in model.model_fields and not id and part:
            words = next((part[key] for key in ("namn", "rubrik", "text", "fråga") if key in part), "ny")
            taken = {one.get("id") for one in (*old, *result)}
            part = {"id": free(str(words), taken), **part}
        if part.keys() - {"id"} or (not id and part):
            result.append(part)
    return result


def free(words: str, taken: set[Any]) -> str:
    """An id made of words, and that nothing else has."""
    stem = "-".join(slug(words).split("-")[:5]) or "ny"
    return next(id for id in (stem, *(f"{stem}-{n}" for n in range(2, 1000))) if id not in taken)
