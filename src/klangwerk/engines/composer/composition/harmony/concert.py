"""Harmony of jazz, blues, bossa nova, classical, cinematic and ambient music."""

from __future__ import annotations

from klangwerk.engines.composer.composition.harmony.songbook import Songbook

JAZZ_MAJOR = Songbook(
    chorus=(
        "I69 VI7b9|ii9 V13|I69 VI7b9|ii9 V13|Imaj7 I9|IVmaj7 iv6|I69/3 VI7b9|ii9 V13",
        "Imaj9|vi7|ii9|V13|I69/3|VI7b9|ii9 V13|Imaj9",
        "I69|%|ii7|V13|I69|VI7b9|ii9 V13|I69",
        "Imaj9|IVmaj9|iii7|VI7b13|ii9|V13|Imaj7 VI7b9|ii9 V13",
        "ii9|V13|Imaj9|%|ii9|V13|Imaj9|VI7b9",
    ),
    bridge=("v7|I7|IVmaj7|%|iv7|bVII9|Imaj7|ii9 V13", "IVmaj7|iv6|Imaj7|VI7b9|ii9|II9|ii9|V13",
    "III7|%|VI9|%|II9|%|ii9|V13"),
    turn=("ii9 V13",),
    close=("ii9 V13",),
    final=("I69", "Imaj9"),
)  # fmt: skip
JAZZ_MINOR = Songbook(
    chorus=(
        "i69|iih7 V7b9|i69|%|iv9|bVII13|iih7|V7b9",
        "i69|%|iih7|V7b13|i69|iv7|iih7 V7b9|i69",
        "i9|iv9|iih7 V7b9|i69|i9|bVImaj7|iih7|V7b9",
        "i69|bVI7|V7b13|i69|iv9|i69|iih7|V7b9",
    ),
    bridge=("iv9|bVII13|bIIImaj7|%|iih7|V7b9|i69|V7b9", "iv9|%|i69|%|iih7|%|V7b9|%"),
    turn=("iih7 V7b9",),
    close=("iih7 V7b9",),
    final=("i69",),
)
JAZZ_DORIAN = Songbook(
    chorus=("i11|%|%|%|i11|%|%|%", "i9|%|ii7|i9|i9|bIIImaj7|v7|i9", "i11|%|%|%|IV13|%|i11|%"),
    bridge=("iv9|%|%|%|i11|%|%|v7", "bII9|%|%|%|i11|%|%|%", "IV13|%|v7|%|i9|%|%|%"),
    final=("i69", "i11"),
)
BOSSA_MAJOR = Songbook(
    chorus=(
        "Imaj9|%|II9|%|ii9|V13|Imaj9|V13", "Imaj9|vi9|ii9|V13|Imaj9|IVmaj7|ii9 V13|I69",
        "I69|%|ii9|V13|iii7|VI7b9|ii9|V13",
    ),
    bridge=("iv9|bVII13|Imaj9|VI7b9|ii9|II9|ii9|V13", "IVmaj9|iv6|iii7|VI7b13|II9|%|ii9|V13"),
    turn=("ii9 V13",),
    close=("ii9 V13",),
    final=("I69", "Imaj9"),
)  # fmt: skip
BOSSA_MINOR = Songbook(
    chorus=(
        "i9|%|iv9|%|iih7|V7b13|i9|V7b13",
        "i9|iv9|i9|V7b13|i69|bVImaj7|iih7 V7b13|i9",
        "i9|iv9|bVImaj7|V7b13",
    ),
    bridge=("iv9|bVII13|bIIImaj7|%|iih7|V7b9|i9|V7b13", "iv9|%|i9|%|bVI7|%|V7b13|%"),
    turn=("iih7 V7b13",),
    close=("iih7 V7b9",),
    final=("i69", "i9"),
)
BLUES_MAJOR = Songbook(
    chorus=(
        "I7|IV9|I7|%|IV9|%|I7|%|V9|IV9|I7|V9",
        "I7|%|%|%|IV9|%|I7|%|V9|IV9|I7|V9",
        "I7|IV9|I7|%|IV9|%|I7|VI7|ii7|V9|I7 IV9|I7 V9",
    ),
    close=("I7 V9",),
    final=("I9", "I7"),
    whole_chorus=True,
)
BLUES_MINOR = Songbook(
    chorus=("i7|%|%|%|iv7|%|i7|%|bVI7|V7#9|i7|V7#9", "i7|iv7|i7|%|iv7|%|i7|%|v7|iv7|i7|v7"),
    close=("i7 V7#9",),
    final=("i9", "i7"),
    whole_chorus=True,
)
CLASSICAL_MAJOR = Songbook(
    chorus=("I|V/7|I|V7|I|IV|V7|I", "I|IV|I/5 V7|I|I|ii/4|V7|I", "I|vi|ii/4|V7|I/3|IV|I/5 V7|I"),
    verse=(
        "I|V7/4|I/3|V|I|IV I/3|ii/4 V7|I", "I|ii/4|V7/7|I|vi|II7/#4|V|V7", "I|%|V7/2|%|V7|%|I|%",
        "I|IV/6 I|V7/4|I/3|vi|ii/4|V7|I",
    ),
    bridge=("vi|III7/#5|vi|%|ii|V7|I/3 IV|V", "V7|I|V7|vi|II7/#4|V|II7/#4|V7",
    "IV|I/3|viio/2|I|ii|VI7/#1|II7/#4|V7"),
    turn=("V7", "I/5 V7"),
    close=("I/5 V7", "ii/4 V7"),
    final=("I",),
)  # fmt: skip
CLASSICAL_MINOR = Songbook(
    chorus=("i|V7/7|i|V7|i|iv|V7|i", "i|iv|i/5 V7|i|bVI|iv|V7|i", "i|V|i/b3|iv|i/5|V7|i|%"),
    verse=("i|V7/2|i/b3|V|iv|i/5|V7|i", "i|viio7/7|i|V7|i|iv/b6|V|%", "i|bVI|iv|V7|i|iv|V7|i"),
    bridge=("bIII|bVII7|bIII|V7/7|i|iv|V|V7", "iv|i/b3|V7/2|i|bVI|iv|V|V7"),
    turn=("V7", "i/5 V7"),
    close=("i/5 V7", "iv V7"),
    final=("i",),
)
CINEMATIC_MINOR = Songbook(
    chorus=("i|bVI|bIII6|bVIIsus2", "i|bVI|iv|V", "i|v|bVI|iv", "i|iv|bVI|v", "i|bIII|bVI|iv"),
    verse=("i|%|bVI|%", "i|v|i|iv", "i|%|iv|%", "isus2|i|bVI|iv"),
    bridge=("iv|i|bVI|V", "i|bII|i|V", "bVI|%|iv|%|i|%|V|%"),
    turn=("V", "Vsus4 V"),
    close=("V", "Vsus4 V"),
    final=("i", "i5"),
)
CINEMATIC_MAJOR = Songbook(
    chorus=("I|V/7|vi|IV", "I|II/1|IV|I", "I|iii|IV|V", "I|IV|I|V"),
    verse=("I|%|IV/1|I", "Isus2|I|V/7|IV", "I|%|vi|IV"),
    bridge=("IV|I/3|ii|V", "bVI|bVII|I|%"),
    turn=("Vsus4 V",),
    close=("Vsus4 V", "bVI bVII"),
    final=("I", "Iadd9"),
)
CINEMATIC_LYDIAN = Songbook(
    chorus=("I|II/1|I|V", "I|II|V|I", "I|II/1|V|I", "Iadd9|V/7|II/1|I"),
    verse=("Iadd9|%|II/1|I", "I|%|II/1|I", "I|%|V/1|II/1"),
    bridge=("vi|II|I|V", "V|II|I|%"),
    close=("II/1", "V"),
    final=("I", "Iadd9"),
)
AMBIENT_MAJOR = Songbook(
    chorus=("Imaj9|%|IVmaj9|%", "Iadd9|IVmaj9|Iadd9|V6", "Imaj9|iii7|IVmaj9|Iadd9", "Isus2|Iadd9|IV69|Iadd9"),
    verse=("Iadd9|%|%|IVmaj9", "Isus2|%|Iadd9|%", "Imaj9|%|V6|%"),
    bridge=("IVmaj9|%|Iadd9|%", "vi9|IVmaj9|Iadd9|%"),
    final=("Iadd9", "Imaj9"),
    stretch=2,
)
AMBIENT_LYDIAN = Songbook(
    chorus=("Imaj7#11|%|II/1|%", "Imaj9|II/1|Imaj9|V6", "Iadd9|II|Imaj7#11|vi9", "Imaj9|%|iii7|II/1"),
    verse=("Iadd9|%|II/1|%", "Imaj9|%|%|II/1"),
    bridge=("vi9|II|Imaj9|%", "V6|%|Iadd9|%"),
    final=("Imaj9", "Iadd9"),
    stretch=2,
)
AMBIENT_MINOR = Songbook(
    chorus=("i9|bVImaj9|i9|iv9", "iadd9|%|bVImaj7|%", "i9|iv9|i9|v7", "iadd11|bVImaj9|iv9|i9"),
    verse=("iadd9|%|%|bVImaj7", "i9|%|iv9|%", "isus2|%|iadd9|%"),
    bridge=("bVImaj9|%|iv9|%", "iv9|%|i9|%"),
    final=("iadd9", "i9"),
    stretch=2,
)
AMBIENT_DORIAN = Songbook(
    chorus=("i9|IV9|i9|v7", "iadd9|%|bIIImaj7|i9", "i11|%|bIIImaj9|IV9"),
    verse=("iadd9|%|IV7/1|i9", "i9|%|%|bIIImaj7"),
    bridge=("IV9|%|i9|%", "bIIImaj9|%|iadd9|%"),
    final=("iadd9", "i9"),
    stretch=2,
)
