"""A model file with other data than it has: what is alike stays letter by letter, comments and all."""

from __future__ import annotations

import re
from typing import Any

import yaml

from samverkan.kinds import Thing
from samverkan.reading.document import Document, Stop
from samverkan.reading.read_yaml import Builder
from samverkan.writing.fresh import field
from samverkan.writing.order import Data
from samverkan.writing.text import NotWritten, Text


def changed(text: str, data: Data, kind: type[Thing]) -> str:
    """The text of a file of a kind, changed so that it says `data`; the same text where it says so already.

    Raises NotWritten where the result would say anything else.
    """
    try:
        if _read(text, kind) == data:
            return text
        bom, plain = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
        crlf = "\r\n" in plain
        plain = _uncommented(plain.replace("\r\n", "\n"), data)
        result = Text(plain, kind, "motivering" in data).with_data(data)
        result = bom + (result.replace("\n", "\r\n") if crlf else result)
        if _read(result, kind) != data:
            raise NotWritten
        return result
    except (yaml.YAMLError, Stop, IndexError) as error:
        raise NotWritten from error


def new_file(data: Data) -> str:
    """The text of a file that was not there before."""
    return "".join(f"{field(key, value, 0)}\n" for key, value in data.items())


def _read(text: str, kind: type[Thing]) -> Any:
    return Builder(Document("", kind)).build(text.removeprefix("\ufeff").replace("\r\n", "\n"))


def _uncommented(text: str, data: Data) -> str:
    """The text where each field that waits behind a # and now has a value waits without one."""
    for key in data:
        if not re.search(rf"^{re.escape(key)}\s*:", text, re.MULTILINE):
            text = re.sub(rf"^#\s?{re.escape(key)}\s*:[ \t]*(?:ja)?$", f"{key}:", text, count=1, flags=re.MULTILINE)
    return text
