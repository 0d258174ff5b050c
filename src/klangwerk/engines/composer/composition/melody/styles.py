"""Melodies by genre."""

# ruff: noqa: E501 - tables read better in long rows

from __future__ import annotations

from klangwerk.engines.composer.composition.melody import cells
from klangwerk.engines.composer.composition.melody.ladder import Scale
from klangwerk.engines.composer.composition.melody.style import Layer, MelodyStyle, Solo
from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.instruments.catalog import Instrument as I

_P, _B = Scale.PENTATONIC, Scale.BLUES

STYLES: dict[Genre, MelodyStyle] = {
    Genre.LOFI: MelodyStyle(
        leads=(I.ELECTRIC_PIANO, I.MUSIC_BOX, I.FLUTE, I.CLEAN_GUITAR, I.VIBRAPHONE, I.KALIMBA),
        cells=cells.LAZY, scale=_P, register=74, sparseness=0.55, echo_beats=0.5, layers=((Layer.ECHO, None), (Layer.OCTAVE, I.MUSIC_BOX)), layer_chance=0.3, looseness=0.7,
    ),
    Genre.CHILLHOP: MelodyStyle(
        leads=(I.FLUTE, I.CLEAN_GUITAR, I.ELECTRIC_PIANO, I.MUTED_TRUMPET, I.TENOR_SAX),
        cells=cells.LAZY + cells.SYNCOPATED[:2], lively=cells.SYNCOPATED, scale=_P, sparseness=0.4, layers=((Layer.THIRDS, None), (Layer.ECHO, None)), layer_chance=0.3, looseness=0.6,
    ),
    Genre.HOUSE: MelodyStyle(
        leads=(I.SYNTH_PLUCK, I.DRAWBAR_ORGAN, I.SAW_STAB, I.TENOR_SAX, I.FM_BELL),
        cells=cells.RIFF, scale=_P, sparseness=0.45, gate=0.7, layers=((Layer.OCTAVE, None), (Layer.ECHO, None)), arps=(I.SYNTH_PLUCK,), arp_chance=0.25, hypnotic=True, filtered=True, looseness=0.3,
    ),
    Genre.DEEP_HOUSE: MelodyStyle(
        leads=(I.ELECTRIC_PIANO, I.SYNTH_PLUCK, I.VIBRAPHONE, I.SINE_LEAD, I.MARIMBA),
        cells=cells.RIFF[:4] + cells.BELL, scale=_P, sparseness=0.55, gate=0.8, layers=((Layer.ECHO, None),), layer_chance=0.5, hypnotic=True, filtered=True, looseness=0.4,
    ),
    Genre.TECHNO: MelodyStyle(
        leads=(I.SAW_STAB, I.SYNTH_PLUCK, I.FM_BELL, I.SQUARE_LEAD),
        cells=("x..x..x..x..x...", "x...x..x..x.x...", "..x...x...x..x..", "x..x....x..x....", "....x.......x..x"), scale=Scale.FULL, register=67, sparseness=0.5, gate=0.55, leapiness=0.1, layers=((Layer.ECHO, None),), arps=(I.SYNTH_PLUCK, I.SAW_STAB), arp_chance=0.5, hypnotic=True, filtered=True, looseness=0.0,
    ),
    Genre.TRANCE: MelodyStyle(
        leads=(I.SUPERSAW, I.SAW_LEAD, I.SYNTH_PLUCK),
        cells=cells.ANTHEM, lively=("x--xx-x-x--xx-x-|x--x--x-x---x---", "x-x.x-x.x--x--x-|x--x--x-----....", *cells.ANTHEM), register=74, sparseness=0.4, layers=((Layer.OCTAVE, I.SAW_LEAD), (Layer.OCTAVE, I.FM_BELL)), layer_chance=0.6, arps=(I.SYNTH_PLUCK,), arp_chance=0.9, filtered=True, looseness=0.0,
    ),
    Genre.DRUM_AND_BASS: MelodyStyle(
        leads=(I.SAW_LEAD, I.FM_BELL, I.SYNTH_PLUCK, I.SINE_LEAD, I.FLUTE),
        cells=cells.LONG[:4] + cells.SINGABLE[1:2], lively=cells.NIGHT_DRIVE[1:3] + cells.SINGABLE[:2] + cells.LONG[3:4], scale=_P, register=74, sparseness=0.5, slides=0.15, layers=((Layer.OCTAVE, None), (Layer.ECHO, None)), arps=(I.SYNTH_PLUCK, I.FM_BELL), arp_chance=0.35, filtered=True, looseness=0.3,
    ),
    Genre.DUBSTEP: MelodyStyle(
        leads=(I.FM_BELL, I.SQUARE_LEAD, I.SAW_LEAD, I.SYNTH_PLUCK),
        cells=cells.BELL + cells.LONG[:2], lively=("x--x--x---------|x--x--x-x-x-....", "x-x...x---..x---|................", *cells.BELL), register=72, sparseness=0.5, slides=0.2, layers=((Layer.OCTAVE, None),), filtered=True, looseness=0.2,
    ),
    Genre.TRAP: MelodyStyle(
        leads=(I.FM_BELL, I.MUSIC_BOX, I.FLUTE, I.SINE_LEAD, I.KALIMBA, I.GRAND_PIANO),
        cells=cells.BELL, register=77, sparseness=0.3, slides=0.15, leapiness=0.3, echo_beats=0.5, layers=((Layer.ECHO, None), (Layer.OCTAVE, None)), layer_chance=0.4, looseness=0.3,
    ),
    Genre.BOOM_BAP: MelodyStyle(
        leads=(I.VIBRAPHONE, I.MUTED_TRUMPET, I.FLUTE, I.ELECTRIC_PIANO, I.TENOR_SAX, I.PIZZICATO),
        cells=cells.LAZY, lively=cells.SYNCOPATED, scale=_P, sparseness=0.45, solo=Solo.LICKS, looseness=0.5,
    ),
    Genre.UK_GARAGE: MelodyStyle(
        leads=(I.SYNTH_PLUCK, I.DRAWBAR_ORGAN, I.SINE_LEAD, I.FM_BELL, I.VIBRAPHONE),
        cells=cells.STEPPING, lively=cells.STEPPING + cells.SYNCOPATED[2:3], scale=_P, sparseness=0.4, gate=0.75, slides=0.1, echo_beats=1.0, layers=((Layer.ECHO, None),), filtered=True, looseness=0.4,
    ),
    Genre.AMBIENT: MelodyStyle(
        leads=(I.FELT_PIANO, I.FM_BELL, I.KALIMBA, I.HARP, I.FLUTE, I.SINE_LEAD),
        cells=cells.DRIFT, scale=_P, register=74, sparseness=0.5, gate=1.0, echo_beats=1.0, layers=((Layer.ECHO, I.FM_BELL), (Layer.OCTAVE, I.GLASS_PAD)), layer_chance=0.5, looseness=0.8,
    ),
    Genre.SYNTHWAVE: MelodyStyle(
        leads=(I.SAW_LEAD, I.SQUARE_LEAD, I.SYNTH_BRASS, I.FM_BELL),
        cells=cells.NIGHT_DRIVE, lively=cells.ANTHEM + cells.NIGHT_DRIVE, register=74, sparseness=0.4, slides=0.2, layers=((Layer.OCTAVE, I.SQUARE_LEAD), (Layer.THIRDS, None)), arps=(I.SYNTH_PLUCK, I.SQUARE_LEAD), arp_chance=0.6, looseness=0.3,
    ),
    Genre.POP: MelodyStyle(
        leads=(I.GRAND_PIANO, I.SYNTH_PLUCK, I.CLEAN_GUITAR, I.SAW_LEAD, I.MARIMBA),
        cells=cells.SINGABLE + cells.SYNCOPATED[:1], lively=cells.SYNCOPATED + cells.ANTHEM, sparseness=0.25, layers=((Layer.OCTAVE, I.FM_BELL), (Layer.THIRDS, None), (Layer.OCTAVE, I.STRING_ENSEMBLE)), layer_chance=0.6,
    ),
    Genre.RNB: MelodyStyle(
        leads=(I.ELECTRIC_PIANO, I.SINE_LEAD, I.CLEAN_GUITAR, I.TENOR_SAX, I.FM_BELL),
        cells=cells.LAZY + cells.SYNCOPATED[:2], lively=cells.SYNCOPATED, scale=_P, sparseness=0.45, slides=0.25, solo=Solo.LICKS, layers=((Layer.THIRDS, None),), layer_chance=0.3,
    ),
    Genre.FUNK: MelodyStyle(
        leads=(I.BRASS_SECTION, I.TENOR_SAX, I.CLAVINET, I.SQUARE_LEAD),
        cells=cells.HORN, scale=_B, register=69, sparseness=0.4, gate=0.75, solo=Solo.LICKS, layers=((Layer.OCTAVE, I.TENOR_SAX), (Layer.THIRDS, None)), layer_chance=0.4, looseness=0.4,
    ),
    Genre.DISCO: MelodyStyle(
        leads=(I.STRING_ENSEMBLE, I.BRASS_SECTION, I.FLUTE, I.SQUARE_LEAD),
        cells=cells.SINGABLE[2:] + cells.HORN[:2], lively=("x-x-x-x-x-x-x-x-|x---x---x-------", "..x-x-x-x-x-x---|x-x-x-x-x---....", *cells.ANTHEM[:2]), register=76, sparseness=0.35, layers=((Layer.OCTAVE, None), (Layer.THIRDS, None)), layer_chance=0.5, looseness=0.3,
    ),
    Genre.JAZZ: MelodyStyle(
        leads=(I.TENOR_SAX, I.MUTED_TRUMPET, I.VIBRAPHONE, I.GRAND_PIANO),
        cells=cells.SWING, register=70, sparseness=0.25, leapiness=0.3, solo=Solo.LINES, looseness=0.6,
    ),
    Genre.BLUES: MelodyStyle(
        leads=(I.OVERDRIVEN_GUITAR, I.TENOR_SAX, I.GRAND_PIANO, I.CLEAN_GUITAR),
        cells=cells.BLUE, scale=_B, register=69, sparseness=0.3, slides=0.25, solo=Solo.LICKS, looseness=0.6,
    ),
    Genre.BOSSA_NOVA: MelodyStyle(
        leads=(I.FLUTE, I.NYLON_GUITAR, I.TENOR_SAX, I.VIBRAPHONE, I.GRAND_PIANO),
        cells=cells.BOSSA, register=72, sparseness=0.25, solo=Solo.LINES, layers=((Layer.THIRDS, None),), layer_chance=0.2, looseness=0.5,
    ),
    Genre.REGGAE: MelodyStyle(
        leads=(I.ACCORDION, I.BRASS_SECTION, I.DRAWBAR_ORGAN, I.TENOR_SAX, I.CLEAN_GUITAR),
        cells=cells.LAZY[:4] + cells.HORN[:1], lively=cells.HORN + cells.SYNCOPATED[:1], scale=_P, register=70, sparseness=0.45, layers=((Layer.THIRDS, None), (Layer.ECHO, None)), layer_chance=0.5,
    ),
    Genre.ROCK: MelodyStyle(
        leads=(I.OVERDRIVEN_GUITAR, I.CLEAN_GUITAR, I.OVERDRIVEN_GUITAR, I.GRAND_PIANO),
        cells=cells.SINGABLE[2:] + cells.SYNCOPATED[:2], lively=cells.ANTHEM + cells.SYNCOPATED[:1], scale=_P, register=71, sparseness=0.4, slides=0.15, solo=Solo.LICKS, layers=((Layer.OCTAVE, None), (Layer.THIRDS, None)), layer_chance=0.4,
    ),
    Genre.METAL: MelodyStyle(
        leads=(I.OVERDRIVEN_GUITAR, I.DISTORTED_GUITAR),
        cells=cells.ANTHEM + cells.LONG[:2], lively=cells.SHRED + cells.ANTHEM, register=74, sparseness=0.45, slides=0.1, solo=Solo.LINES, layers=((Layer.THIRDS, None),), layer_chance=0.7, looseness=0.3,
    ),
    Genre.FOLK: MelodyStyle(
        leads=(I.SOLO_VIOLIN, I.FLUTE, I.STEEL_GUITAR, I.ACCORDION),
        cells=cells.SINGABLE, lively=cells.REEL + cells.SINGABLE[:2], scale=_P, register=74, sparseness=0.3, layers=((Layer.THIRDS, None), (Layer.OCTAVE, I.FLUTE)), layer_chance=0.35, looseness=0.5,
    ),
    Genre.CINEMATIC: MelodyStyle(
        leads=(I.SOLO_VIOLIN, I.FRENCH_HORNS, I.SOLO_CELLO, I.GRAND_PIANO, I.CHOIR),
        cells=cells.LONG, lively=cells.ANTHEM + cells.LONG[:2], register=70, sparseness=0.35, gate=1.0, leapiness=0.3, layers=((Layer.OCTAVE, I.STRING_ENSEMBLE), (Layer.OCTAVE, I.FRENCH_HORNS), (Layer.THIRDS, I.CHOIR)), layer_chance=0.7,
    ),
    Genre.CLASSICAL: MelodyStyle(
        leads=(I.SOLO_VIOLIN, I.FLUTE, I.GRAND_PIANO, I.SOLO_CELLO, I.HARPSICHORD),
        cells=cells.COURTLY, lively=cells.COURTLY + cells.SINGABLE[:2], register=74, sparseness=0.1, gate=0.95, layers=((Layer.THIRDS, I.FLUTE), (Layer.OCTAVE, I.SOLO_VIOLIN)), layer_chance=0.4, looseness=0.5,
    ),
    Genre.AFROBEAT: MelodyStyle(
        leads=(I.BRASS_SECTION, I.TENOR_SAX, I.CLEAN_GUITAR, I.DRAWBAR_ORGAN, I.KALIMBA),
        cells=cells.SYNCOPATED + cells.HORN[:2], lively=cells.HORN + cells.SYNCOPATED, scale=_P, register=70, sparseness=0.4, gate=0.8, solo=Solo.LICKS, layers=((Layer.OCTAVE, I.TENOR_SAX), (Layer.THIRDS, None)), layer_chance=0.4,
    ),
    Genre.CHIPTUNE: MelodyStyle(
        leads=(I.PULSE_LEAD, I.SQUARE_LEAD),
        cells=cells.CHIP, lively=cells.CHIP + cells.REEL[:2], register=76, sparseness=0.15, gate=0.8, leapiness=0.3, layers=((Layer.ECHO, None), (Layer.THIRDS, None)), layer_chance=0.5, arps=(I.CHIP_ARP,), arp_chance=0.5, looseness=0.0,
    ),
}  # fmt: skip
