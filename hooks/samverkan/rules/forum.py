"""Rules for forums: a question that is stuck always has somewhere to go, and the structure has a top."""

from collections.abc import Iterator

from samverkan.findings import Finding
from samverkan.kinds import Forum
from samverkan.resolve import Model


def way_up(model: Model) -> Iterator[Finding]:
    """Each forum names the next one, is the last one, or says why there is none; never a circle."""
    for forum in model.all(Forum):
        ways = [field for field in ("vidare_till", "slutinstans", "vidare_saknas") if getattr(forum, field)]
        if len(ways) != 1:
            yield Finding(
                forum.at(ways[-1] if ways else "namn"),
                "vidare-dubbelt" if ways else "vidare-saknas",
                f"forumet ”{forum.namn}” har " + ("mer än ett besked om vägen uppåt." if ways else "ingen väg uppåt."),
                "Skriv en av de tre: ”vidare_till:” med nästa forum, ”slutinstans: ja”, "
                "eller ”vidare_saknas:” med orsaken.",
            )
        elif circle := _circle(forum):
            yield Finding(
                forum.at("vidare_till"),
                "vidare-rundgång",
                f"vägen uppåt går runt: {' → '.join(circle)}.",
                "Låt det sista forumet i ledet peka högre upp eller vara slutinstans.",
            )


def structure_has_a_top(model: Model) -> Iterator[Finding]:
    """No forum stands, by way of others, over or beside itself: the structure could not be drawn."""
    for forum in model.all(Forum):
        if forum.id in _tied(forum):
            yield Finding(
                forum.at("samband"),
                "samband-rundgång",
                f"forumet ”{forum.namn}” hänger i strukturen ihop med sig självt.",
                "Skriv sambandet bara hos det forum som står under, och bara hos ett av två som står bredvid varandra.",
            )


def _tied(forum: Forum) -> set[str]:
    """The ids of all forums that this one stands under or beside, directly or by way of others."""
    found: set[str] = set()
    ahead = [forum]
    while ahead:
        others = [samband.forum.till for samband in ahead.pop().samband if samband.forum.till]
        ahead += [other for other in others if other.id not in found]
        found |= {other.id for other in others}
    return found


def _circle(forum: Forum) -> list[str]:
    """The ids on the way up from this forum and back to it; empty if it does not come back."""
    path = [forum.id]
    current = forum
    while current.vidare_till and current.vidare_till.forum.till:
        current = current.vidare_till.forum.till
        if current.id in path:
            return [*path, current.id] if current is forum else []
        path.append(current.id)
    return []
