"""Names of all instruments, their General MIDI programs and where their makers are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Instrument(StrEnum):
    """An instrument; the value is what people read."""

    # struck and plucked: decay by themselves
    GRAND_PIANO = "grand piano"
    FELT_PIANO = "felt piano"
    ELECTRIC_PIANO = "electric piano"
    CLAVINET = "clavinet"
    HARPSICHORD = "harpsichord"
    VIBRAPHONE = "vibraphone"
    MARIMBA = "marimba"
    KALIMBA = "kalimba"
    MUSIC_BOX = "music box"
    NYLON_GUITAR = "nylon guitar"
    STEEL_GUITAR = "steel-string guitar"
    CLEAN_GUITAR = "clean electric guitar"
    MUTED_GUITAR = "muted funk guitar"
    OVERDRIVEN_GUITAR = "overdriven guitar"
    DISTORTED_GUITAR = "distorted guitar"
    HARP = "harp"
    PIZZICATO = "pizzicato strings"
    # sustained
    DRAWBAR_ORGAN = "drawbar organ"
    CHURCH_ORGAN = "church organ"
    ACCORDION = "accordion"
    STRING_ENSEMBLE = "string ensemble"
    STRING_STACCATO = "staccato strings"
    SOLO_CELLO = "solo cello"
    SOLO_VIOLIN = "solo violin"
    BRASS_SECTION = "brass section"
    FRENCH_HORNS = "french horns"
    MUTED_TRUMPET = "muted trumpet"
    TENOR_SAX = "tenor saxophone"
    FLUTE = "flute"
    CHOIR = "choir"
    # synthesizers
    WARM_PAD = "warm pad"
    GLASS_PAD = "glass pad"
    DARK_PAD = "dark pad"
    SUPERSAW = "supersaw"
    SAW_STAB = "saw stab"
    SYNTH_PLUCK = "synth pluck"
    SYNTH_BRASS = "synth brass"
    SAW_LEAD = "saw lead"
    SQUARE_LEAD = "square lead"
    SINE_LEAD = "sine lead"
    FM_BELL = "fm bell"
    PULSE_LEAD = "pulse lead"
    CHIP_ARP = "chip arpeggio"
    # basses
    SUB_BASS = "sub bass"
    BASS_808 = "808 bass"
    FINGER_BASS = "finger bass"
    PICK_BASS = "pick bass"
    SLAP_BASS = "slap bass"
    UPRIGHT_BASS = "upright bass"
    SAW_BASS = "saw bass"
    ACID_BASS = "acid bass"
    REESE_BASS = "reese bass"
    WOBBLE_BASS = "wobble bass"
    FM_BASS = "fm bass"
    ORGAN_BASS = "organ bass"
    CHIP_BASS = "chip bass"
    ORCHESTRAL_BASS = "cellos and basses"
    # drum kits: `pitch` is a key of `drums.Drum`
    KIT_909 = "909 kit"
    KIT_808 = "808 kit"
    KIT_DEEP = "deep house kit"
    KIT_TECHNO = "techno kit"
    KIT_BREAKS = "breakbeat kit"
    KIT_DUBSTEP = "dubstep kit"
    KIT_TRAP = "trap kit"
    KIT_DUSTY = "dusty kit"
    KIT_GARAGE = "garage kit"
    KIT_SYNTHWAVE = "gated kit"
    KIT_POP = "pop kit"
    KIT_FUNK = "funk kit"
    KIT_JAZZ = "jazz kit with brushes"
    KIT_LATIN = "latin percussion"
    KIT_REGGAE = "reggae kit"
    KIT_ROCK = "rock kit"
    KIT_METAL = "metal kit"
    KIT_ACOUSTIC = "hand percussion"
    KIT_CINEMATIC = "cinematic percussion"
    KIT_ORCHESTRAL = "orchestral percussion"
    KIT_AFRO = "afro kit"
    KIT_CHIP = "chip noise kit"
    TRANSITIONS = "transition effects"


_KIT = -1


@dataclass(frozen=True, slots=True)
class Entry:
    """`maker` is "module:function" under `klangwerk.engines.composer.instruments`; see `voices.Maker`.

    `gm_program` counts from 0; drum kits have -1 (channel 10). `low` and `high` are the notes that it is good for.
    """

    maker: str
    gm_program: int
    low: int
    high: int

    @property
    def is_kit(self) -> bool:
        """Whether its pitches are drums."""
        return self.gm_program == _KIT


_I = Instrument
CATALOG: dict[Instrument, Entry] = {
    _I.GRAND_PIANO: Entry("piano:grand", 0, 28, 100),
    _I.FELT_PIANO: Entry("piano:felt", 0, 33, 91),
    _I.ELECTRIC_PIANO: Entry("electric_piano:tine", 4, 35, 93),
    _I.CLAVINET: Entry("plucked:clavinet", 7, 35, 84),
    _I.HARPSICHORD: Entry("plucked:harpsichord", 6, 36, 86),
    _I.VIBRAPHONE: Entry("mallets:vibraphone", 11, 48, 89),
    _I.MARIMBA: Entry("mallets:marimba", 12, 43, 91),
    _I.KALIMBA: Entry("mallets:kalimba", 108, 48, 91),
    _I.MUSIC_BOX: Entry("mallets:music_box", 10, 60, 103),
    _I.NYLON_GUITAR: Entry("guitars:nylon", 24, 40, 83),
    _I.STEEL_GUITAR: Entry("guitars:steel", 25, 40, 83),
    _I.CLEAN_GUITAR: Entry("guitars:clean", 27, 40, 86),
    _I.MUTED_GUITAR: Entry("guitars:muted", 28, 40, 86),
    _I.OVERDRIVEN_GUITAR: Entry("guitars:overdriven", 29, 40, 88),
    _I.DISTORTED_GUITAR: Entry("guitars:distorted", 30, 35, 88),
    _I.HARP: Entry("plucked:harp", 46, 31, 100),
    _I.PIZZICATO: Entry("plucked:pizzicato", 45, 36, 91),
    _I.DRAWBAR_ORGAN: Entry("organs:drawbar", 16, 36, 96),
    _I.CHURCH_ORGAN: Entry("organs:church", 19, 36, 96),
    _I.ACCORDION: Entry("organs:accordion", 21, 48, 89),
    _I.STRING_ENSEMBLE: Entry("bowed:ensemble", 48, 36, 96),
    _I.STRING_STACCATO: Entry("bowed:staccato", 48, 36, 93),
    _I.SOLO_CELLO: Entry("bowed:cello", 42, 36, 76),
    _I.SOLO_VIOLIN: Entry("bowed:violin", 40, 55, 100),
    _I.BRASS_SECTION: Entry("winds:brass_section", 61, 46, 84),
    _I.FRENCH_HORNS: Entry("winds:horns", 60, 41, 77),
    _I.MUTED_TRUMPET: Entry("winds:muted_trumpet", 59, 54, 86),
    _I.TENOR_SAX: Entry("winds:tenor_sax", 66, 44, 77),
    _I.FLUTE: Entry("winds:flute", 73, 60, 96),
    _I.CHOIR: Entry("winds:choir", 52, 43, 84),
    _I.WARM_PAD: Entry("pads:warm", 89, 36, 91),
    _I.GLASS_PAD: Entry("pads:glass", 92, 43, 96),
    _I.DARK_PAD: Entry("pads:dark", 94, 31, 84),
    _I.SUPERSAW: Entry("synths:supersaw", 81, 36, 96),
    _I.SAW_STAB: Entry("synths:stab", 81, 36, 91),
    _I.SYNTH_PLUCK: Entry("synths:pluck", 84, 36, 100),
    _I.SYNTH_BRASS: Entry("synths:brass", 62, 36, 88),
    _I.SAW_LEAD: Entry("synths:saw_lead", 81, 48, 96),
    _I.SQUARE_LEAD: Entry("synths:square_lead", 80, 48, 96),
    _I.SINE_LEAD: Entry("synths:sine_lead", 80, 48, 100),
    _I.FM_BELL: Entry("synths:fm_bell", 98, 48, 103),
    _I.PULSE_LEAD: Entry("chip:pulse", 80, 48, 103),
    _I.CHIP_ARP: Entry("chip:arpeggio", 80, 48, 103),
    _I.SUB_BASS: Entry("basses:sub", 38, 24, 52),
    _I.BASS_808: Entry("basses:bass_808", 38, 24, 52),
    _I.FINGER_BASS: Entry("basses:finger", 33, 28, 60),
    _I.PICK_BASS: Entry("basses:pick", 34, 28, 60),
    _I.SLAP_BASS: Entry("basses:slap", 36, 28, 62),
    _I.UPRIGHT_BASS: Entry("basses:upright", 32, 28, 60),
    _I.SAW_BASS: Entry("basses:saw", 38, 24, 60),
    _I.ACID_BASS: Entry("basses:acid", 38, 28, 64),
    _I.REESE_BASS: Entry("basses:reese", 39, 24, 52),
    _I.WOBBLE_BASS: Entry("basses:wobble", 39, 24, 52),
    _I.FM_BASS: Entry("basses:fm", 38, 26, 57),
    _I.ORGAN_BASS: Entry("basses:organ", 38, 28, 57),
    _I.CHIP_BASS: Entry("chip:bass", 38, 28, 60),
    _I.ORCHESTRAL_BASS: Entry("bowed:basses", 43, 26, 60),
    **{
        kit: Entry(f"kits:{kit.name.lower()}", _KIT, 24, 87)
        for kit in Instrument
        if kit.name.startswith("KIT_") or kit is _I.TRANSITIONS
    },
}
