"""Harmony of club music and of beats: loops that stay near the tonic."""

from __future__ import annotations

from klangwerk.engines.composer.composition.harmony.songbook import Songbook

HOUSE_MINOR = Songbook(
    verse=("i9|%|iv9|%", "i9|%|i9|bVIImaj9"),
    chorus=(
        "i9|iv9|i9|v7", "i9|bVImaj7|iv9|v7", "i9|i9|bVImaj7|iv9", "i9|bIIImaj7|iv9|i9", "i7|iv7|bVImaj7|v7",
        "i9|v7|iv9|i9",
    ),
    bridge=("bVImaj7|iv9|i9|%", "iv9|%|i9|%"),
    final=("i9",),
)  # fmt: skip
HOUSE_MAJOR = Songbook(
    verse=("Imaj7|%|IVmaj9|%", "Imaj9|%|ii9|%"),
    chorus=("Imaj9|vi9|ii9|V9sus4", "Imaj9|IVmaj9|Imaj9|V9sus4", "Imaj7|V6|IVmaj9|V7sus4"),
    bridge=("IVmaj9|V9sus4|Imaj9|%",),
    final=("Imaj9",),
)
HOUSE_DORIAN = Songbook(
    chorus=("i9|%|IV9|i9", "i9|bIIImaj7|i9|IV9", "i9|%|v7|IV9", "i9|bIIImaj7|v7|i9", "i9|v7|bIIImaj7|i9"),
    verse=("i9|%|%|%", "i9|%|%|v7", "i9|%|bIIImaj7|%"),
    bridge=("bIIImaj7|v7|i9|%", "v7|IV9|i9|%"),
    final=("i9",),
)
DEEP_MINOR = Songbook(
    chorus=("i9|%|iv9|%", "i11|%|bVImaj9|v7", "i9|bVImaj9|i9|iv11", "i9|%|%|v7", "i11|iv9|i11|bVII9sus4"),
    verse=("i9|%|%|%", "i11|%|iv9|%"),
    bridge=("bVImaj9|%|i9|%",),
    final=("i9",),
)
TECHNO_MINOR = Songbook(
    chorus=("i|%|%|%", "i|%|%|bVI", "i|%|%|iv", "i7|%|%|%", "i|%|%|bVII5"),
    verse=("i|%|%|%",),
    bridge=("i|%|bVI|%", "i|%|iv|%", "i|bVI|iv|i"),
    final=("i",),
)
TRANCE_MINOR = Songbook(
    chorus=(
        "i|bVI|iv|v",
        "i|bVI|i/b3|bVII",
        "i|iv|bVI|V",
        "i|v|bVI|iv",
        "i|bVI|bIII6|bVIIsus4",
        "iadd9|bVImaj7|iv|v",
    ),
    verse=("i|%|%|%", "i|%|iv|%", "i|%|bVI|%"),
    bridge=("i|v/2|bVI|iv", "bVI|iv|i|V", "i|bIII|iv|bVI"),
    turn=("V", "v"),
    close=("V",),
    final=("i",),
    stretch=2,
)
DRUM_AND_BASS_MINOR = Songbook(
    chorus=("i9|bVImaj7|iv9|v7", "i|%|bVI|iv", "i9|%|iv9|%", "i|bVI|i|v", "i9|iv9|bVImaj7|i9"),
    verse=("i9|%|%|%", "i|%|bVI|%"),
    bridge=("i9|bVImaj7|bIIImaj7|iv9", "bVImaj7|%|i9|%"),
    final=("i9",),
    stretch=2,
)
DUBSTEP_MINOR = Songbook(
    chorus=("i|%|bVI|v", "i|%|%|bVI", "i|bVI|i|iv", "i|%|iv|v"),
    verse=("i|bVI|iv|v", "i|%|bVI|%"),
    bridge=("i|bVI|bIII6|v", "iv|bVI|i|v", "i|v|bVI|iv"),
    final=("i",),
    stretch=2,
)
TRAP_MINOR = Songbook(
    chorus=("i|%|bVI|V", "i|bVI|i|v", "i|%|iv|%", "i|%|%|bVI V", "i|bVI|iv|i"),
    verse=("i|%|bVI|%", "i|%|%|v", "i|%|iv|i"),
    bridge=("bVI|%|i|%", "iv|i|bVI|V"),
    final=("i",),
    stretch=2,
)
GARAGE_MINOR = Songbook(
    chorus=("i9|v7|bVImaj7|iv9", "i9|iv9|v7|i9", "i9|bVImaj9|iv9|v7", "i9|iv9|bVImaj7|v7 i9"),
    verse=("i9|%|iv9|%", "i9|iv9|i9|v7"),
    bridge=("bVImaj9|v7|i9|%", "iv9|v7|i9|%"),
    final=("i9",),
)
SOUL_MAJOR = Songbook(  # keyboards of lo-fi, r&b
    chorus=(
        "Imaj9|vi9|ii9|V13", "Imaj7|iii7|IVmaj9|V9sus4", "Imaj9|VI7b13|ii9|V13",
        "Imaj7 I7|IVmaj7 iv6|Imaj7 vi7|ii9 V13",
        "IVmaj9|V13|Imaj9|vi9", "Imaj9|ii9|iii7 vi7|ii9 V13",
    ),
    verse=("Imaj9|IVmaj9|Imaj9|V9sus4", "Imaj9|%|ii9|V9sus4", "Imaj7|IVmaj9|Imaj7|ii9 V13",
    "Imaj9|vi7|IVmaj9|V9sus4"),
    bridge=("IVmaj9|iv6|Imaj9|%", "ii9|V13|Imaj9|VI7b13", "IVmaj9|iii7|ii9|V9sus4"),
    close=("ii9 V13", "V9sus4", "iv6"),
    final=("Imaj9", "I69"),
)  # fmt: skip
SOUL_MINOR = Songbook(
    chorus=(
        "i9|iv9|bVImaj7|V7b13", "i9|bVImaj9|iv9|v7", "i9|iv9|i9|V7#9", "i9|v7|iv9|i9", "i9|bVImaj7|iih7|V7b9",
        "iv9|v7|i9|%", "i9|i9|iv9|V7b13",
    ),
    verse=("i9|iv9|i9|iv9", "i9|%|iv9|%", "i9|bVImaj7|i9|v7", "i9|iv9|i9|v7"),
    bridge=("bVImaj9|v7|i9|%", "iv9|v7|i9|i9", "iv9|bVII13|i9|V7b13"),
    close=("iih7 V7b9", "V7b13", "v7"),
    final=("i9", "i69"),
)  # fmt: skip
SOUL_DORIAN = Songbook(
    chorus=(
        "i9|bIIImaj7|IV9|i9",
        "i9|%|IV9|i9",
        "i9|v7|IV9|i9",
        "i9|%|bIIImaj9|v7",
        "i9|IV13|i9|bIIImaj7 v7",
    ),
    verse=("i9|%|IV9|%", "i11|IV9|i11|v7", "i9|%|ii7|i9"),
    bridge=("IV9|%|i9|%", "bIIImaj9|IV9|i9|%"),
    close=("v7", "IV9"),
    final=("i9", "iadd9"),
)
BOOM_BAP_MINOR = Songbook(
    chorus=("i9|iv9|i9|iv9", "i9|bVImaj7|i9|v7", "i7|iv7|i7|V7#9", "i9|%|iv9|V7#9", "i9|bVImaj7 v7|i9|iv9"),
    verse=("i9|%|iv9|%", "i7|iv7|i7|iv7", "i9|%|%|v7"),
    bridge=("iv9|%|i9|%", "bVImaj7|v7|i9|%"),
    final=("i9",),
)
AFRO_MINOR = Songbook(
    chorus=("i7|iv7|i7|v7", "i9|%|iv9|i9", "i7|bVII|i7|bVII", "i7|iv7|v7|i7"),
    verse=("i9|%|%|%", "i7|%|iv7|%"),
    bridge=("iv7|v7|i7|%", "iv7|i7|iv7|i7"),
    final=("i9",),
)
AFRO_DORIAN = Songbook(
    chorus=("i7|IV7|i7|IV7", "i9|%|IV9|i9", "i7|v7|IV7|i7"),
    verse=("i9|%|%|%", "i7 IV7|i7|%|%"),
    bridge=("IV9|%|i9|%",),
    final=("i9",),
)
AFRO_MAJOR = Songbook(
    chorus=("I|IV|I|V", "I|IV|V|I", "I6|ii7|V7|I6"),
    verse=("I|%|IV|I", "I|V|I|V"),
    bridge=("IV|I|V|I", "vi7|IV|I|V"),
    turn=("V7",),
    close=("V7",),
    final=("I6",),
)
