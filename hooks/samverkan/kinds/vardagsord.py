"""Vardagsord: words that people say and the model does not, with the pages that they lead to."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import JaNej, Rad, SidaRef, Thing


class Vardagsord(Thing):
    """Vad någon säger eller skriver om samma sak, och sidorna som det leder till i sökningen."""

    kind: ClassVar[str] = "vardagsord"
    folder: ClassVar[str] = "vardagsord"
    plural: ClassVar[str] = "Vardagsord"
    own_page: ClassVar[bool] = False

    ord: list[Rad] = Field(
        min_length=1,
        description="Orden som de sägs: tecken, personer, platser, medel, dialekt, gamla namn, lätt svenska, engelska.",
        examples=[["blåtira", "bruises"]],
    )
    visar: list[SidaRef] = Field(
        min_length=1, description="Sidorna som orden leder till, den bästa först.", examples=[["situation:blamarken"]]
    )
    om_barn: JaNej = Field(
        True, description="ja när orden kan betyda att ett barn far illa: då står vägen till hjälp överst."
    )
