"""Rules for stairs of need: each level is known by something, rests on something, and leads up until the last."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Trappa
from samverkan.resolve import Model


def level_is_known(model: Model) -> Iterator[Finding]:
    """A level has signs or a limit, says what it rests on, and when one goes up; from the last there is no way up."""
    for trappa in model.all(Trappa):
        for i, nivå in enumerate(trappa.trappsteg):
            mark = trappa.at("trappsteg", i)
            if not (nivå.tecken or nivå.gäller):
                mend = "Skriv vad som visar det under ”tecken:”, eller gränsen under ”gäller:”."
                yield Finding(mark, "nivå-utan-tecken", f"ingen ser när barnet är på ”{nivå.namn}”.", mend)
            if not (nivå.lagrum or nivå.källor or nivå.stöd):
                mend = "Skriv ”lagrum:” eller ”källor:”. Säger varken lag eller källa det: skriv ”stöd: modellen”."
                yield Finding(mark, "stöd-saknas", f"nivån ”{nivå.namn}” säger inte vad den vilar på.", mend)
            last = i == len(trappa.trappsteg) - 1
            if last == bool(nivå.upp):
                message = f"från ”{nivå.namn}” " + (
                    "går det inte att komma högre." if last else "står det inte när det går upp till nästa nivå."
                )
                yield Finding(mark, "nivå-upp", message, "Ta bort ”upp:”." if last else "Skriv det under ”upp:”.")
            if i == 0 and nivå.ned:
                message = f"”{nivå.namn}” är den lägsta nivån: det går inte att komma lägre."
                yield Finding(trappa.at("trappsteg", i, "ned"), "nivå-ned", message, "Ta bort ”ned:”.")
