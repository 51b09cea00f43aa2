"""The rule for questions: an answer rests on something that the reader can go to."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Fråga
from samverkan.resolve import Model


def answer_rests_on_something(model: Model) -> Iterator[Finding]:
    """A fråga has a rutin, a sida, a lagrum or a källa behind it; what is `låst` names its law."""
    for fråga in model.all(Fråga):
        if not (fråga.rutin or fråga.sida or fråga.lagrum or fråga.källor):
            yield Finding(
                fråga.at("svar"),
                "svar-utan-grund",
                f"svaret på ”{fråga.namn}” säger inte vad det vilar på.",
                "Skriv rutinen, lagrummet, källan eller sidan som resten av svaret står på.",
            )
        if fråga.låst and not fråga.lagrum:
            yield Finding(
                fråga.at("låst"),
                "låst-utan-lagrum",
                f"frågan ”{fråga.namn}” är låst men inget lagrum kräver det.",
                "Skriv lagrummet under ”lagrum:”, eller ta bort ”låst”.",
            )
