"""Keys of drum kits: those of General MIDI, and transition effects below them."""

from __future__ import annotations

from enum import IntEnum


class Drum(IntEnum):
    """A key of a kit. Every kit answers every key of General MIDI listed here with something that fits its style."""

    # of Instrument.TRANSITIONS only
    RISER = 12  # as long as the note
    DOWNLIFTER = 13
    IMPACT = 14
    REVERSE_CYMBAL = 15  # ends where the note ends
    VINYL = 16  # crackle and hiss, as long as the note
    # General MIDI
    KICK_SOFT = 35
    KICK = 36
    RIM = 37
    SNARE = 38
    CLAP = 39
    SNARE_ALT = 40  # ghost note, brush or layered snare
    TOM_FLOOR = 41
    HAT_CLOSED = 42
    HAT_PEDAL = 44
    TOM_LOW = 45
    HAT_OPEN = 46
    TOM_MID = 48
    CRASH = 49
    TOM_HIGH = 50
    RIDE = 51
    RIDE_BELL = 53
    TAMBOURINE = 54
    COWBELL = 56
    BONGO_HIGH = 60
    BONGO_LOW = 61
    CONGA_MUTE = 62
    CONGA_HIGH = 63
    CONGA_LOW = 64
    TIMBALE = 65
    AGOGO_HIGH = 67
    AGOGO_LOW = 68
    CABASA = 69
    MARACAS = 70  # shaker
    CLAVES = 75
    WOODBLOCK = 76
    TRIANGLE = 81
