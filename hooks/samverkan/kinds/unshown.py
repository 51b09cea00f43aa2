"""The fields that no page shows, each with the reason why; every other field stands on some page, under its label."""

from __future__ import annotations

# A field of every kind by its last name, or one of a kind by its whole path.
UNSHOWN = {
    "id": "är adressen: filens namn, sidans eller styckets",
    "ersätter": "leder en gammal adress hit; ingen läsare behöver det gamla namnet",
    "ordning": "ordnar en lista",
    "kommande": "visas när dagen har kommit; till dess säger sidan bara att texten ändras",
    "kontakt_behövs": "säger vilka kontakter en kommun ska fylla i; vad som saknas står under Läget",
    "rutin.synonymer": "är ord att söka med, inte att läsa",
    "situation.synonymer": "är ord att söka med, inte att läsa",
    "situation.låst": "styr vad en kommun får ändra",
    "lucka.synonymer": "är ord att söka med, inte att läsa",
    "rutin.steg.tider.dagar": "är för uträkningen; gränsen står i ord i ”när”",
    "rutin.steg.tider.efter.rutin": "säger vad tiden räknas ihop med; summan står på sidan",
    "rutin.steg.tider.efter.steg": "säger vad tiden räknas ihop med; summan står på sidan",
    "forum.rapporterar.tid.dagar": "är för uträkningen; gränsen står i ord i ”när”",
    "forum.rapporterar.tid.efter.rutin": "säger vad tiden räknas ihop med; summan står på sidan",
    "forum.rapporterar.tid.efter.steg": "säger vad tiden räknas ihop med; summan står på sidan",
    "trappa.trappsteg.tider.dagar": "är för uträkningen; gränsen står i ord i ”när”",
    "trappa.trappsteg.tider.efter.rutin": "säger vad tiden räknas ihop med; summan står på sidan",
    "trappa.trappsteg.tider.efter.steg": "säger vad tiden räknas ihop med; summan står på sidan",
    "situation.tider.dagar": "är för uträkningen; gränsen står i ord i ”när”",
    "situation.tider.efter.rutin": "säger vad tiden räknas ihop med; summan står på sidan",
    "situation.tider.efter.steg": "säger vad tiden räknas ihop med; summan står på sidan",
    "trappa.synonymer": "är ord att söka med, inte att läsa",
    "vardagsord.ord": "är ord att söka med, inte att läsa",
    "begrepp.former": "är böjningar, som löpande text känns igen på",
    "begrepp.i_text": "styr om ordet förklaras i löpande text",
    "fråga.sida": "är sidan som frågan själv visas på",
    "fråga.låst": "styr vad en kommun får ändra",
    "rutin.steg.öppet_lokalt.fält": "styr vad en kommun får ändra; varför står på sidan",
    "lagrum.villkor.ord": "är ord som granskningen letar efter",
    "verksamhet.parter.huvudman": "knyter parten till länets huvudman; partens eget namn står på sidan",
    "händelse.till": "håller tiden i ordning; läsaren får den i ord, i ”när”",
    "händelse.typ": "säger vad för slags händelse det är; namnet och texten säger det i ord",
    "enkät.frågor.typ": "styr hur svaren visas: på en linje eller i ord",
    "enkät.frågor.positioner": "visas aldrig ett och ett: bilden och tabellen visar dem i fem grupper",
    "region.beskrivning": "är för sökmotorer",
    "region.studier.delar": "är namn som en lärdom kan ha i ”studie”; där står de",
    "region.påhittad": "står överst på varje sida, utanför det som är sidans eget",
    "region.sidfot": "står sist på varje sida, utanför det som är sidans eget",
    "region.bytta_fält.i": "är för kommandot migrera",
    "region.bytta_fält.förut": "är för kommandot migrera",
    "region.bytta_fält.nu": "är för kommandot migrera",
    "region.texter.sida": "är sidan som texten står på",
    "region.texter.text": "står på sidor skrivna för hand (tests/test_region_words.py)",
    "region.exempel": "är kommunen i exemplen på sidan om att publicera (tests/test_region_words.py)",
    "region.orolig": "är rutinen som kontaktsidan leder till",
    "region.bytta_fält": "är för kommandot som byter namn på fält i en kommuns filer",
    "beslut.källor": "beslutet är sin egen källa",
    "region.källor": "det är regionens egna uppgifter",
    "kontakt.källor": "en kontakt är kommunens egen uppgift",
    "inställningar.källor": "inställningarna är utgivarens egna",
    "inställningar.standard": "väljer vems webb som byggs",
    "inställningar.färg": "färgar webben",
    "inställningar.logotyp": "är bilden i sidhuvudet",
    "inställningar.får_bäddas_in": "står i rubrikerna som servern skickar",
    "inställningar.adress": "är webbens egen adress",
}


def why_unshown(kind: str, field: str) -> str | None:
    """Why a field of a kind stands on no page (`field` is its path: steg.id); None for one that is to be shown."""
    parts = field.split(".")
    paths = [f"{kind}.{'.'.join(parts[:end])}" for end in range(1, len(parts) + 1)]
    return next((UNSHOWN[name] for name in (*paths, *parts) if name in UNSHOWN), None)
