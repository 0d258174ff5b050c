"""Forms: which sections follow one another, in words of the field.

A form is text: kinds of section with their usual bars, and after a colon who plays if not all do (b bass,
c chords, m melody,
p percussion). The form is stretched to the bars that there are.
"""

from __future__ import annotations

from klangwerk.engines.composer.genres import Genre

DANCE = (
    "drop4", "drop8", "intro2:cp drop6", "build4:cmp drop8", "intro4:cp drop8",
    "intro4:cp build4:cmp drop8",
    "intro4:cp build4:cmp drop8 breakdown4:cm drop4",
    "intro4:cp build4:cmp drop8 breakdown4:cm build4:cmp drop8",
    "intro8:cp build4:cmp drop16 breakdown8:cm build4:cmp drop8",
    "intro8:cp verse8 build4:cmp drop16 breakdown8:cm build8:cmp drop16 outro4:bcp",
    "intro8:cp verse16 build8:cmp drop16 breakdown16:cm build8:cmp drop24 outro8:bcp",
    "intro16:cp verse16 build8:cmp drop32 breakdown16:cm build8:cmp drop32 outro16:bp",
)  # fmt: skip
GROOVE = (
    "chorus4", "chorus8", "verse4 chorus4", "intro4:cp chorus8", "intro4:bp verse4 chorus8",
    "intro4:cp verse8 chorus8", "verse8 chorus8 breakdown4:bp chorus8",
    "intro4:bp verse8 chorus8 breakdown4:cp chorus8",
    "intro4:bcp verse8 chorus8 verse8 chorus8 breakdown4:bp chorus8",
    "intro8:cp verse16 chorus8 verse8 chorus8 breakdown8:bp solo8 chorus16",
    "intro8:bcp verse16 chorus16 verse16 chorus16 breakdown8:bp solo16 chorus16 outro8",
)  # fmt: skip
SONG = (
    "chorus4", "chorus8", "verse4 chorus4", "verse4 chorus8", "intro4:cp verse4 chorus8", "verse8 chorus8",
    "intro4:cm verse8 chorus8", "intro4:cp verse8 chorus8 bridge4 chorus8",
    "intro4:cmp verse8 chorus8 verse8 chorus8 outro4:bcp",
    "intro4:cmp verse8 chorus8 verse8 chorus8 bridge8 chorus8",
    "intro8:cmp verse16 chorus8 verse8 chorus8 bridge8 chorus16",
    "intro8:cmp verse16 chorus16 verse16 chorus16 solo8 bridge8 chorus16 outro8",
)  # fmt: skip
BEATS = (
    "verse4", "chorus8", "intro2:c chorus6", "intro4:cm chorus8", "intro4:cm verse4 chorus8",
    "verse8 chorus8",
    "intro4:cm verse8 chorus8", "intro4:cm verse8 chorus8 breakdown4:cm chorus8",
    "intro4:cm verse8 chorus8 verse8 breakdown4:cm chorus8",
    "intro4:cm verse8 chorus8 verse16 chorus8 breakdown8:cm chorus8 outro4:cm",
    "intro8:cm verse16 chorus8 verse16 chorus8 breakdown8:cm verse8 chorus16 outro8:cmp",
)  # fmt: skip
JAZZ = (
    "verse4", "verse8", "intro4:bcp verse8", "verse8 solo8", "intro4:bcp verse8 solo4", "verse8 solo8 verse8",
    "intro4:bcp verse16 solo16", "intro4:bcp verse16 solo16 verse8", "verse16 bridge8 verse8 solo16",
    "intro4:bcp verse16 bridge8 verse8 solo16 verse8",
    "intro4:bcp verse16 bridge8 verse8 solo32 verse16",
    "intro8:bcp verse16 bridge8 verse8 solo32 bridge8 verse8 solo32 verse16",
)  # fmt: skip
AMBIENT = (
    "verse4:bcm", "intro2:c verse4:bcm", "intro4:c chorus8:bcm", "intro4:cm verse4:bcm chorus8",
    "intro4:c verse8:bcm chorus8 outro4:cm",
    "intro8:c verse8:bcm chorus16 breakdown8:cm chorus8 outro8:c",
    "intro8:c verse16:bcm chorus16 breakdown8:cm verse8:bcm chorus16 outro8:cm",
)  # fmt: skip
CINEMATIC = (
    "chorus4", "build2:bcm chorus4", "verse4:bcm chorus4", "intro4:c chorus8", "intro4:cm verse4 chorus8",
    "intro4:c verse8:bcm build4 chorus8",
    "intro4:c verse8:bcm verse8 build4 chorus16",
    "intro8:cm verse16:bcm build8 chorus16 breakdown8:cm build8 chorus16",
    "intro8:cm verse16:bcm verse16 build8 chorus16 breakdown8:cm bridge16 build8 chorus24",
)  # fmt: skip
CLASSICAL = (
    "verse4", "verse8", "verse4 chorus4", "verse8 chorus8", "verse8 chorus8 verse8",
    "verse8 verse8 bridge8 verse8",
    "intro4:bc verse8 verse8 bridge8 verse8 chorus8",
    "verse16 chorus16 bridge16 verse16 chorus8",
    "intro4:bc verse16 chorus16 bridge16 verse16 bridge16 chorus16 outro8",
)  # fmt: skip

FORMS: dict[Genre, tuple[str, ...]] = {
    **dict.fromkeys(
        (Genre.HOUSE, Genre.DEEP_HOUSE, Genre.TECHNO, Genre.TRANCE, Genre.DRUM_AND_BASS, Genre.DUBSTEP,
        Genre.UK_GARAGE),
        DANCE,
    ),
    **dict.fromkeys((Genre.FUNK, Genre.DISCO, Genre.REGGAE, Genre.AFROBEAT), GROOVE),
    **dict.fromkeys(
        (Genre.POP, Genre.SYNTHWAVE, Genre.RNB, Genre.ROCK, Genre.METAL, Genre.FOLK, Genre.CHIPTUNE),
        SONG,
    ),
    **dict.fromkeys((Genre.LOFI, Genre.CHILLHOP, Genre.BOOM_BAP, Genre.TRAP), BEATS),
    **dict.fromkeys((Genre.JAZZ, Genre.BOSSA_NOVA), JAZZ),
    Genre.AMBIENT: AMBIENT,
    Genre.CINEMATIC: CINEMATIC,
    Genre.CLASSICAL: CLASSICAL,
}  # fmt: skip
"""By genre, shortest first. The blues has choruses instead (see `choruses`)."""
