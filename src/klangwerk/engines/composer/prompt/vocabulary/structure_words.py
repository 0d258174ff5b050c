"""Words about form, and about the whole."""

from __future__ import annotations

from collections.abc import Iterator

from klangwerk.engines.composer.prompt.vocabulary.terms import SectionTerm, Wish, WishTerm
from klangwerk.engines.composer.score import SectionKind

_SECTIONS: dict[SectionKind, str] = {
    SectionKind.INTRO: "intro, introduction, einleitung, slow intro, vorspiel",
    SectionKind.VERSE: "verse, verses, strophe, strophen, vers",
    SectionKind.BUILD: (
        "build, build-up, buildup, build up, builds, riser, risers, build-ups, crescendo, "
        "steigerung, aufbau, builds "
        "up, building up, steigert sich, building"
    ),
    SectionKind.CHORUS: "chorus, hook, refrain, choruses, refrains, big chorus",
    SectionKind.DROP: "drop, drops, beat drop, bass drop, big drop, drop section, massive drop",
    SectionKind.BREAKDOWN: (
        "breakdown, breakdowns, break, breaks down, zwischenteil, quiet part, ruhiger teil"
    ),
    SectionKind.BRIDGE: "bridge, middle eight, middle 8, überleitung, brücke",
    SectionKind.SOLO: (
        "solos, solo section, solo part, instrumental solo, mit solo, with solo, with a solo, mit einem solo"
    ),
    SectionKind.OUTRO: "outro, coda, ausklang, nachspiel, fade out, fade-out, fadeout, ausblenden",
}

_WISHES: dict[Wish, str] = {
    Wish.LOOP: (
        "loop, loops, loopable, looping, looped, seamless, seamless loop, endless, endlos*, "
        "schleife, endlosschleife, "
        "nahtlos*, loopbar*, perfect loop, geloopt*, loop-fähig*"
    ),
    Wish.SLOW: (
        "slow, slowly, slower, langsam*, slow tempo, slow-paced, schleppend*, langsames tempo, "
        "ballad, ballade, "
        "balladesk*, half-time, halftime"
    ),
    Wish.FAST: (
        "fast, faster, quick, rapid, uptempo, up-tempo, speedy, high tempo, fast-paced, schnell*, "
        "flott*, rasant*, "
        "schnelles tempo"
    ),
    Wish.MEDIUM: "mid-tempo, midtempo, medium tempo, mittleres tempo, moderate tempo",
    Wish.MAJOR: "major, major key, in major, dur, in dur, durtonart",
    Wish.MINOR: "minor, minor key, in minor, moll, in moll, molltonart",
    Wish.INSTRUMENTAL: (
        "instrumental, instrumentals, instrumentalmusik, instrumentalstück, instrumental version"
    ),
    Wish.VOICE: (
        "vocals, vocal, singing, singer, lyrics, voice, voices, gesang, sänger, sängerin, stimme, "
        "stimmen, text, "
        "rapping, a cappella, song lyrics, female vocals, male vocals"
    ),
    Wish.ONLY: "only, solo, just, nur, ausschließlich, lediglich, nothing but, allein",
    Wish.NO_DRUMS: "drumless, beatless, schlagzeuglos*, percussion-free, drum-free",
    Wish.DIRECT: (
        "straight in, starts immediately, begins immediately, direct start, sofort, "
        "fängt sofort an, without intro, "
        "straight to the point"
    ),
}


def structure_terms() -> Iterator[tuple[str, SectionTerm | WishTerm]]:
    """Comma-separated phrases with what they mean."""
    for kind, names in _SECTIONS.items():
        yield names, SectionTerm(kind)
    for wish, names in _WISHES.items():
        yield names, WishTerm(wish)
