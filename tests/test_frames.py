"""No free text is glued into a sentence unseen: every sentence that a template makes stands in a list to read.

`pytest tests/test_frames.py --uppdatera` writes the list anew; read what changed before it is kept.
"""

from __future__ import annotations

from pathlib import Path

from frames import frames
from golden import Golden
from samverkan import Model
from samverkan.kinds import Lärdom

LIST = Path(__file__).parent / "golden" / "meningar.txt"
ABOUT = """\
# Alla meningar där en mall lägger egna ord runt en text ur modellen. … är modellens text, N ett tal.
# Läs listan: blir varje rad en riktig mening? Skriv om den med: pytest tests/test_frames.py --uppdatera
"""


def test_every_sentence_a_template_makes_has_been_read(real_model: Model, golden: Golden) -> None:
    found = frames(real_model)
    now = ABOUT + "".join(
        f"\n{frame}\n" + "".join(f"    {sentence}\n" for sentence in sentences) for frame, sentences in found.items()
    )
    golden.same(LIST, now)


def test_a_text_glued_into_a_sentence_is_seen(base: Model) -> None:
    # The list is worth something only if a new frame comes into it.
    from samverkan.pages.render import Renderer

    first = base.all(Lärdom)[0]
    lärdom = first.model_copy(update={"vem_säger": "ofta i intervjuerna"})
    base.things["lärdom"][first.id] = lärdom
    template = Renderer.template

    def glued(renderer: Renderer, name: str, **values: object) -> str:
        said = renderer.env.from_string("Enligt {{ ting.vem_säger }} är det så.").render(ting=lärdom)
        return template(renderer, name, **values) + (f"\n{said}\n" if name == "tema" else "")

    Renderer.template = glued  # type: ignore[method-assign]
    try:
        assert frames(base)["Enligt … är det så."] == ["Enligt ofta i intervjuerna är det så."]
    finally:
        Renderer.template = template  # type: ignore[method-assign]
