"""Genres and the styles within them, with what people call them in English and German."""

from __future__ import annotations

from klangwerk.engines.language.phrases import Word, define


def _genre(name: str, synonyms: str) -> Word:
    return define("genre", name, synonyms)


def _style(name: str, synonyms: str, *, opposite: str | None = None) -> Word:
    return define("style", name, synonyms, opposite=opposite)


GENRES = (
    _genre("808", "tr-808, tr808, eight-oh-eight, eight o eight, roland 808, 808er, 808s, achthundertacht"),
    _genre("909", "tr-909, tr909, nine-oh-nine, nine o nine, roland 909, 909er, 909s, neunhundertneun"),
    _genre(
        "acoustic",
        "akustisch*, real drum, real drums, live drum, live drums, natural, natürlich*, organic, "
        "organisch*, drum kit, drumkit, drum set, drumset, schlagzeug, unplugged, echte trommel, "
        "mikrofoniert*",
    ),
    _genre(
        "house",
        "house music, housig*, chicago house, chicago, tech house, progressive house, french house, four to "
        "the floor, four on the floor, jackin",
    ),
    _genre(
        "techno",
        "techno music, technoid*, tekno, detroit, detroit techno, berlin, berlin techno, warehouse, rave, "
        "acid, acid techno, melodic techno, club",
    ),
    _genre(
        "hardstyle",
        "hard style, hard dance, euphoric hardstyle, euphoric, reverse bass, hardbass, hard bass, nustyle, "
        "qlimax",
    ),
    _genre("trap", "trap beat, trap music, trappig*, hip-hop, hiphop, rap, atlanta, southern rap"),
    _genre(
        "dnb",
        "drum and bass, drum & bass, drum'n'bass, drum und bass, drumandbass, drumnbass, d&b, d and b, "
        "d'n'b, dn'b, jungle, neurofunk, neuro, liquid, jump up, liquid drum and bass",
    ),
    _genre(
        "lofi",
        "lo-fi, low-fi, lowfi, low fidelity, lofi hip hop, lo-fi hip hop, lo-fi beats, lofi beats, niedrige "
        "qualität",
    ),
    _genre(
        "industrial",
        "industriell*, industrie, factory, fabrik, machine, machinery, maschine, maschinell*, mechanical, "
        "mechanisch*, power noise, rhythmic noise, powernoise",
    ),
)

STYLES = (
    _style(
        "gabber",
        "gabba, gabberig*, hardcore, hardcore techno, happy hardcore, speedcore, frenchcore, terrorcore, "
        "uptempo, uptempo hardcore, mainstream hardcore",
    ),
    _style("rawstyle", "raw style, raw hardstyle, zaag, zaagkick, xtra raw, extra raw"),
    _style(
        "minimal",
        "minimal*, minimal techno, minimal house, microhouse, micro house, minimalist, minimalistic, "
        "minimalistisch*, reduced, reduziert*",
    ),
    _style("psytrance", "psy-trance, psy, psychedelic, psychedelic trance, psychedelisch*, goa, goa trance"),
    _style(
        "rumble",
        "rumbling, techno rumble, rumble techno, rumpelnd*, rumpeln, grollend*, grollen, donnernd*, "
        "thunder, thunderous",
        opposite="dry",
    ),
    _style(
        "hardtechno",
        "hard techno, harter techno, schranz, schranzig*, industrial techno, peak time, peak-time techno",
    ),
    _style("deephouse", "deep house, organic house, lounge, soulful house, lounge house"),
    _style(
        "garage", "uk garage, ukg, 2-step, 2step, two step, speed garage, uk bass, bassline, future garage"
    ),
    _style(
        "bigroom",
        "big room, bigroom house, edm, festival, mainstage, main stage, stadium, stadion, electro house, "
        "future house",
    ),
    _style(
        "trance",
        "uplifting trance, uplifting, progressive trance, eurodance, euro dance, hard trance, trancig*",
    ),
    _style("disco", "disko, nu disco, italo, italo disco, 70s, seventies, siebziger, 70er"),
    _style(
        "electro", "elektro, electro funk, electroclash, miami bass, breakdance, elektrofunk, detroit electro"
    ),
    _style(
        "synthwave",
        "synth wave, retrowave, outrun, 80s, eighties, achtziger, 80er, darkwave, synthpop, synth pop, new "
        "wave, vaporwave",
    ),
    _style(
        "boombap", "boom bap, 90s hip hop, old school hip hop, oldschool hip hop, 90s rap, golden age hip hop"
    ),
    _style(
        "chillhop", "chill hop, study beats, jazzhop, jazz hop, chill beats, chillout, chill out, downtempo"
    ),
    _style(
        "rock",
        "rockig*, rock'n'roll, rock and roll, indie rock, classic rock, hard rock, hardrock, punk, grunge",
    ),
    _style("jazz", "jazzy, jazzig*, bebop, swing, swingend*, big band, bigband, jazz kit"),
    _style("funk", "funky, funkig*, soul, soulful, motown, r&b, rnb, r and b, soulig*"),
    _style(
        "metal",
        "heavy metal, death metal, black metal, thrash, thrash metal, metalcore, djent, double kick, "
        "doublebass, double bass",
    ),
    _style(
        "pop", "pop music, popmusik, poppig*, poppy, mainstream, radio, charts, top 40, indie pop, schlager"
    ),
    _style("drill", "uk drill, ny drill, chicago drill, grime, drill beat, brooklyn drill"),
    _style("phonk", "drift phonk, memphis, memphis rap, phonky, cowbell, phonkig*"),
    _style("dubstep", "dub step, brostep, riddim, bass music, tearout, wobble"),
    _style("breakbeat", "break beat, breakbeats, breaks, big beat, breakcore, amen, amen break"),
    _style(
        "cinematic",
        "cinema, film, filmisch*, kino, kinoreif*, movie, trailer, epic, episch*, orchestral, film score, "
        "filmmusik, soundtrack, dramatisch*, dramatic",
    ),
    _style(
        "ebm",
        "electronic body music, body music, dark electro, aggrotech, new beat, electro industrial, gothic",
    ),
)
