"""Genres and what people call them; names of genres that are not ours lead to the nearest."""

from __future__ import annotations

from collections.abc import Iterator

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.prompt.vocabulary.terms import GenreTerm

_G = Genre

_NAMES: dict[Genre, str] = {
    _G.LOFI: (
        "lo-fi, lofi, low-fi, lo-fi hip hop, lofi hip hop, lo-fi hip-hop beat, lofi beats, "
        "study beats, bedroom "
        "beats, lo-fi beats"
    ),
    _G.CHILLHOP: (
        "chill hop, chillhop, jazz hop, jazzhop, chilled hip hop, chill hip hop, "
        "instrumental hip hop, trip hop, "
        "triphop, downtempo, chillout, chill-out, lounge"
    ),
    _G.HOUSE: (
        "house, house music, tech house, disco house, french house, piano house, progressive house, "
        "electro house, "
        "club music, edm, dance, dance music, electronic dance music, four to the floor, "
        "four on the floor, big room, "
        "electronic, electronica, elektronisch*, electro, elektro, clubmusik, tanzmusik"
    ),
    _G.DEEP_HOUSE: "deep house, deephouse, melodic house, organic house, afro house, lounge house, balearic",
    _G.TECHNO: (
        "techno, minimal techno, minimal, melodic techno, berlin techno, detroit techno, "
        "acid techno, acid, hard "
        "techno, rave, warehouse techno, industrial techno, peak time techno, minimal house"
    ),
    _G.TRANCE: "trance, psytrance, psy trance, goa, goa trance, progressive trance, vocal trance, eurodance",
    _G.DRUM_AND_BASS: (
        "drum and bass, drum & bass, drum'n'bass, drum n bass, drum und bass, dnb, d&b, d'n'b, "
        "liquid drum and bass, "
        "liquid dnb, liquid, jungle, neurofunk, jump up"
    ),
    _G.DUBSTEP: "dubstep, brostep, riddim, wobble, deep dubstep, future bass, bass music",
    _G.TRAP: (
        "trap, trap beat, trap music, drill, uk drill, phonk, cloud rap, rap, rap beat, "
        "southern rap, plugg, hip hop "
        "trap"
    ),
    _G.BOOM_BAP: (
        "90er boom bap, boom bap, boombap, boom-bap, hip hop, hip-hop, hiphop, old school hip hop, "
        "oldschool hip hop, 90s hip hop, "
        "rap 90s, golden age hip hop, underground hip hop, breakbeat hip hop"
    ),
    _G.UK_GARAGE: (
        "uk garage, garage, ukg, 2-step, two-step, 2 step, speed garage, future garage, bassline house"
    ),
    _G.AMBIENT: (
        "ambient, drone, soundscape, soundscapes, klanglandschaft, meditation, meditation music, "
        "meditationsmusik, "
        "spa, spa music, sleep music, schlafmusik, yoga, new age, ambient music, healing music, "
        "background drone, "
        "sphärisch*, space music"
    ),
    _G.SYNTHWAVE: (
        "synthwave, synth wave, retrowave, retro wave, outrun, vaporwave, darksynth, 80s synth, "
        "eighties synth, 80s, "
        "eighties, 80er, achtziger, chillwave, italo disco, synth pop, synthpop, synth-pop"
    ),
    _G.POP: (
        "pop, pop music, popmusik, pop song, popsong, indie pop, electropop, dance pop, dance-pop, teen pop, "
        "corporate, commercial, advertising, werbung, werbemusik, ukulele, jingle"
    ),
    _G.RNB: (
        "r&b, rnb, r and b, r'n'b, rhythm and blues, neo soul, neosoul, neo-soul, soul, slow jam, "
        "contemporary r&b, "
        "soul music"
    ),
    _G.FUNK: "funk, funk music, p-funk, jazz funk, funk band, electro funk",
    _G.DISCO: (
        "disco, nu disco, nu-disco, disko, disco music, boogie, 70s disco, seventies disco, philly soul"
    ),
    _G.JAZZ: (
        "jazz, swing, bebop, hard bop, cool jazz, smooth jazz, jazz trio, jazz quartet, big band, "
        "jazz ballad, gypsy "
        "jazz, jazz music, modal jazz, vocal jazz, barjazz, bar jazz"
    ),
    _G.BLUES: (
        "blues, blues rock, delta blues, chicago blues, 12 bar blues, twelve bar blues, slow blues, "
        "rhythm & blues "
        "band, boogie woogie"
    ),
    _G.BOSSA_NOVA: "bossa nova, bossa, bossanova, samba, latin jazz, brazilian, brasilianisch*",
    _G.REGGAE: "reggae, roots reggae, dub, dub reggae, rocksteady, ska, dancehall, steppers",
    _G.ROCK: (
        "rock, rock music, indie rock, alternative rock, alternative, classic rock, hard rock, "
        "punk rock, pop rock, "
        "garage rock, grunge, stadium rock, rockmusik, rock'n'roll, rock and roll, soft rock, "
        "post rock, post-rock"
    ),
    _G.METAL: (
        "metal, heavy metal, thrash metal, thrash, death metal, black metal, metalcore, "
        "power metal, doom metal, "
        "djent, nu metal"
    ),
    _G.FOLK: (
        "folk, acoustic folk, folk music, indie folk, singer-songwriter, singer songwriter, "
        "folk song, irish folk, "
        "celtic, keltisch*, americana, campfire, lagerfeuer, volksmusik, acoustic, akustisch*, unplugged"
    ),
    _G.CINEMATIC: (
        "cinematic, film score, film music, filmmusik, soundtrack, score, movie soundtrack, "
        "trailer, trailer music, "
        "orchestral, orchestra, orchester, orchestral*, kino, kinoreif*, cinematic score, "
        "hybrid orchestral, game "
        "soundtrack, video game soundtrack"
    ),
    _G.CLASSICAL: (
        "classical, classical music, klassik, klassisch*, klassische musik, baroque, barock, "
        "romantic era, string "
        "quartet, streichquartett, chamber music, kammermusik, piano sonata, klaviersonate, sonata, "
        "minuet, menuett, "
        "mozart, bach, beethoven, symphony, sinfonie, symphonic, waltz, walzer, neoclassical, "
        "neo-classical, piano "
        "solo piece"
    ),
    _G.AFROBEAT: "afrobeat, afrobeats, afro beat, afro pop, afropop, amapiano, highlife, afro fusion, afro",
    _G.CHIPTUNE: (
        "chiptune, chip tune, 8-bit, 8 bit, 8bit, eight bit, 16-bit, 16 bit, bitpop, nintendo, "
        "game boy, gameboy, "
        "nes, arcade, retro game, retro gaming, video game, video game music, videospiel, "
        "videospielmusik, c64, "
        "commodore 64, pixel"
    ),
}

_ADJECTIVES: dict[Genre, str] = {
    _G.JAZZ: "jazzy, jazzig*, swinging, swingend*",
    _G.FUNK: "funky, funkig*, groovy",
    _G.BLUES: "bluesy, bluesig*",
    _G.ROCK: "rocky, rockig*",
    _G.POP: "poppy, poppig*",
    _G.RNB: "soulful, soulig*",
    _G.TECHNO: "technoid*",
    _G.HOUSE: "housig*, clubby, clubbig*",
    _G.AMBIENT: "ambientes",
    _G.TRAP: "trappy",
    _G.FOLK: "folky, folkig*",
    _G.DISCO: "discoid",
}

_NEAREST: dict[Genre, str] = {
    _G.FOLK: "country, bluegrass, country music, schlager, polka, sea shanty, shanty, flamenco, western",
    _G.AFROBEAT: (
        "reggaeton, salsa, cumbia, latin, latino, latin pop, soca, moombahton, merengue, mambo, "
        "cha cha, dembow"
    ),
    _G.TECHNO: "hardstyle, gabber, hardcore, industrial, ebm, hardtechno, idm, glitch, noise music",
    _G.ROCK: "punk, indie, emo, britpop, surf rock, shoegaze, ska punk, krautrock",
    _G.POP: (
        "k-pop, kpop, j-pop, jpop, hyperpop, city pop, eurovision, bubblegum, bollywood, christmas, "
        "weihnachten, "
        "weihnachtslied, kids music, kinderlied, children's music"
    ),
    _G.CLASSICAL: "opera, oper, choral, requiem, medieval, mittelalter*, renaissance, tango, ragtime",
    _G.RNB: "gospel, motown, doo wop, quiet storm",
    _G.CINEMATIC: (
        "world music, arabic, oriental, asian, japanese, chinese, indian, tribal, march, marsch, "
        "anthem, hymne"
    ),
    _G.DRUM_AND_BASS: "breakcore, breakbeat, breaks, big beat, footwork, juke",
}


def genre_terms() -> Iterator[tuple[str, GenreTerm]]:
    """Comma-separated phrases (see `language.phrases.define` for the `*`) with what they mean."""
    for genre, names in _NAMES.items():
        yield names, GenreTerm(genre)
    for genre, names in _ADJECTIVES.items():
        yield names, GenreTerm(genre, is_adjective=True)
    for genre, names in _NEAREST.items():
        for name in names.split(","):
            yield name, GenreTerm(genre, nearest_to=name.strip().removesuffix("*"))
