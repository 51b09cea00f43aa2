"""Templates are compiled once: the next Renderer, and the next check, takes what was made before."""

from __future__ import annotations

from jinja2.bccache import Bucket, BytecodeCache

from samverkan.reading.remembered import templates


class Compiled(BytecodeCache):
    """What each template was compiled to, by its name and its text.

    The environment must not be optimized: what a filter makes of a constant belongs to one model.
    """

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the bucket what was made of the same text before, if anything was."""
        if raw := templates.get(bucket.key + bucket.checksum):
            bucket.bytecode_from_string(raw)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember what has been made."""
        templates[bucket.key + bucket.checksum] = bucket.bytecode_to_string()
