"""Vardagsord: words that people say and the model does not, with the pages that they lead to."""

from typing import ClassVar

from pydantic import Field

from samverkan.kinds.base import DelRef, JaNej, Rad, Thing


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
    visar: list[DelRef] = Field(
        min_length=1,
        description="Det som orden leder till, det bästa först: sidor, eller en sidas steg eller svar.",
        examples=[["situation:blamarken", "rutin:orosanmalan#steg-anmal"]],
    )
    om_barn: JaNej = Field(
        True, description="ja när orden kan betyda att ett barn far illa: då står vägen till hjälp överst."
    )
