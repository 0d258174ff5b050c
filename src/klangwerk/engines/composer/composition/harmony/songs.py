"""Harmony of songs: pop, rock, metal, folk, funk, disco, reggae and their kin."""

from __future__ import annotations

from klangwerk.engines.composer.composition.harmony.songbook import Songbook

POP_MAJOR = Songbook(
    chorus=("I|V|vi|IV", "I|IV|I|V", "I|vi|IV|V", "IV|I|V|I", "I|V/7|IV|V", "I|iii|IV|V", "Iadd9|V|IVadd9|V"),
    verse=("I|%|IV|%", "I|IV|I|IV", "I|IVadd9|vi|V", "I|V/7|vi|IV", "Iadd9|%|ii7|IV"),
    bridge=("ii7|V|I|%", "vi|V|IV|V", "IV|iv|I|V", "ii7|I/3|IV|Vsus4 V"),
    turn=("V", "IV V", "Vsus4 V"),
    close=("V", "IV V", "Vsus4 V"),
    final=("I", "Iadd9"),
)
POP_MINOR = Songbook(
    chorus=("i|bVI|iv|v", "i|bVI|bIII6|bVII", "i|iv|bVI|V", "i|v|bVI|iv", "iadd9|bVImaj7|iv7|v"),
    verse=("i|%|bVI|%", "i|iv|i|v", "iadd9|%|iv|v", "i|bVI|i|bVII"),
    bridge=("iv|v|i|%", "bVI|iv|i|V", "iv|i|bVI|V"),
    turn=("V", "v"),
    close=("V", "iv V"),
    final=("i", "iadd9"),
)
SYNTHWAVE_MINOR = Songbook(
    chorus=("i|bVI|bVIIsus4|i", "i|bVI|iv|v", "i|bVImaj7|bIII6|bVIIsus2", "i|iv|bVI|v", "i|v|bVI|iv"),
    verse=("i|%|bVI|%", "i|%|iv|bVI", "iadd9|%|%|v", "i|%|bVI|bVIIsus4"),
    bridge=("bVI|iv|i|v", "iv|bVI|i|%", "i|v/2|bVI|iv"),
    turn=("v", ""),
    close=("V", "bVI bVII"),
    final=("i", "iadd9"),
)
ROCK_MAJOR = Songbook(
    chorus=("I|IV|I|V", "I|V|IV|I", "I|V|vi|IV", "I|IV|V|I", "I|vi|IV|V"),
    verse=("I|%|IV|%", "I|IV|I|IV", "I|%|V|IV", "I|IV|V|IV"),
    bridge=("vi|IV|I|V", "ii|IV|I|V", "IV|%|I|V"),
    turn=("V", "IV V"),
    close=("V", "IV V"),
    final=("I",),
)
ROCK_MINOR = Songbook(
    chorus=("i|bVI|bVII|i", "i|iv|bVI|v", "i|bVII|bVI|i", "i|bIII|iv|i", "i|bVI|i|v"),
    verse=("i|%|bVII|i", "i|%|iv|%", "i|%|bVI|bVII", "i|iv|i|bVI"),
    bridge=("iv|bVI|i|V", "bVI|bVII|i|%", "iv|i|iv|v"),
    turn=("V", "bVII", "v"),
    close=("V", "bVI bVII", "iv v"),
    final=("i",),
)
ROCK_MIXOLYDIAN = Songbook(
    chorus=("I|bVII|IV|I", "I|IV|bVII|I", "I|%|bVII|IV", "I|V|IV|I"),
    verse=("I|%|bVII|I", "I|IV|I|bVII", "I|%|IV|I"),
    bridge=("IV|I|IV|V", "ii|IV|I|V"),
    turn=("bVII IV", "V"),
    close=("bVII IV", "IV V"),
    final=("I",),
)
METAL_MINOR = Songbook(
    chorus=("i5|bVI5|bVII5|i5", "i5|bVI5|bIII5|v5", "i5|bIII5|bVI5|v5", "i5|bIII5|iv5|bVI5 v5"),
    verse=("i5|%|%|bVI5", "i5|%|bIII5|i5", "i5|%|%|bIII5 v5", "i5|%|bVI5|i5"),
    bridge=("iv5|i5|bVI5|v5", "bVI5|%|i5|%", "i5|bII5|i5|v5"),
    turn=("V5", ""),
    close=("bVI5 V5", "v5"),
    final=("i5",),
)
METAL_PHRYGIAN = Songbook(
    chorus=("i5|bVI5|bIII5|bII5", "i5|bVI5|i5|bII5", "i5|bIII5|i5|bII5", "i5|bII5|bIII5|i5"),
    verse=("i5|%|%|bII5", "i5|%|bIII5 bII5|i5", "i5|%|%|bIII5 bII5"),
    bridge=("bVI5|bII5|i5|%", "bVI5|iv5|i5|bIII5"),
    turn=("bII5", ""),
    close=("iv5 bII5",),
    final=("i5",),
)
FOLK_MAJOR = Songbook(
    chorus=("I|IV|I|V", "IV|I|V|I", "I|V|IV|I", "I|IV|V|I", "I|vi|IV|V"),
    verse=("I|%|IV|I|I|%|V|%", "I|IV|I|V|I|IV|V|I", "I|V/7|vi|IV|I|IV|V|I", "I|Iadd9|IVadd9|I"),
    bridge=("vi|IV|I|V", "ii|IV|I|V"),
    turn=("V", "V7"),
    close=("IV V", "V"),
    final=("I", "Iadd9"),
)
FOLK_DORIAN = Songbook(
    chorus=("i|IV7|i|bVII", "i|bIII|bVII|i", "i|v7|bIII|i", "i|%|bVII|i"),
    verse=("i|%|bVII|i|i|bIII|v7|i", "i|bVII|i|v7", "i|%|IV7|i"),
    bridge=("IV7|i|bVII|i", "bIII|IV7|i|v7"),
    turn=("v7", "bVII"),
    close=("v7", "bVII"),
    final=("i",),
)
FUNK_DORIAN = Songbook(
    chorus=("i9|IV9|i9|IV9", "i9|%|IV9|i9", "i7|IV13|i7|v7", "i9|i9|i9|IV9 v7"),
    verse=("i9|%|%|%", "i7|%|i7|IV9", "i9|%|%|IV13"),
    bridge=("IV9|%|IV9|v7", "v7|IV9|i9|%", "IV9|%|i9|%"),
    final=("i9",),
)
FUNK_MIXOLYDIAN = Songbook(
    chorus=("I9|IV9|I9|IV9", "I9|%|IV9|I9", "I7#9|%|IV9|V9sus4", "I13|%|bVII|IV9"),
    verse=("I9|%|%|%", "I9|%|%|IV9", "I13|%|I13|v7"),
    bridge=("IV9|%|I9|%", "IV9|%|%|V9sus4", "v7|IV9|I9|%"),
    final=("I9",),
)
DISCO_MINOR = Songbook(
    chorus=("i7|iv7|bVImaj7|v7", "i9|iv9|v7|i9", "i7|bVImaj7|iv7|V7", "i7|v7|iv7|i7", "i9|%|iv9|v7"),
    verse=("i7|%|iv7|%", "i9|%|i9|v7", "i7|iv7|i7|iv7"),
    bridge=("bVImaj7|v7|i7|%", "iv9|%|i9|%"),
    turn=("V7sus4 V7", "v7"),
    close=("V7",),
    final=("i7",),
)
DISCO_MAJOR = Songbook(
    chorus=("Imaj7|vi7|ii7|V9sus4", "I|ii7|IVmaj7|V9sus4", "Imaj7|IVmaj7|Imaj7|V9sus4", "I|IV|ii7|V7"),
    verse=("Imaj7|%|ii7|%", "Imaj7|IVmaj7|Imaj7|IVmaj7"),
    bridge=("IVmaj7|iii7|ii7|V9sus4", "vi7|ii7|Imaj7|V9sus4"),
    turn=("V7sus4 V7",),
    close=("V7",),
    final=("I6",),
)
REGGAE_MAJOR = Songbook(
    chorus=("I|IV|I|IV", "I|V|I|V", "I|IV|I|V", "I|vi|IV|V", "I|ii|I|V"),
    verse=("I|%|IV|%", "I|IV|I|IV", "I|ii|I|ii"),
    bridge=("IV|V|I|%", "ii|V|I|%"),
    turn=("V", ""),
    close=("V",),
    final=("I",),
)
REGGAE_MINOR = Songbook(
    chorus=("i|iv|i|iv", "i|v|i|v", "i|iv|v|i", "i|bVI|iv|v", "i7|iv7|i7|v7"),
    verse=("i|%|iv|%", "i|%|v|%", "i|iv|i|v"),
    bridge=("iv|v|i|%", "bVI|v|i|%"),
    turn=("v", ""),
    close=("v",),
    final=("i",),
)
SYNTHWAVE_DORIAN = Songbook(
    chorus=("i|bIII|IV7|i", "i|%|bIII6|v7", "i|bIII6|IV7|i", "iadd9|v7|bIII|i"),
    verse=("i|%|IV7|i", "iadd9|%|%|v7", "i|%|bIII|i"),
    bridge=("IV7|i|bIII|i", "v7|bIII|i|%"),
    turn=("v7", ""),
    close=("v7", "IV7 v7"),
    final=("i", "iadd9"),
)
CHIP_MAJOR = Songbook(
    chorus=("I|V|vi|IV", "I|IV|V|I", "I|I|IV|V", "I|iii|IV|V", "I|IV|I|V"),
    verse=("I|%|IV|V", "I|vi|IV|V", "I|V/7|IV|V"),
    bridge=("IV|V|I|vi|IV|V|I|%", "bVI|bVII|I|%", "ii|V|I|%"),
    turn=("V", "bVI bVII"),
    close=("bVI bVII", "V"),
    final=("I",),
)
CHIP_MINOR = Songbook(
    chorus=("i|bVI|bVII|i", "i|iv|bVI|V", "i|bIII|iv|V", "i|bVI|iv|V"),
    verse=("i|%|bVI|V", "i|iv|i|V", "i|bVII|bVI|V"),
    bridge=("iv|i|V|i", "bVI|iv|i|V"),
    turn=("V",),
    close=("bVI bVII", "V"),
    final=("i", "I"),
)
