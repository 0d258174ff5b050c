"""Instruments and whole groups of them."""

from __future__ import annotations

from collections.abc import Iterator

from klangwerk.engines.composer.instruments.catalog import Instrument
from klangwerk.engines.composer.prompt.vocabulary.terms import InstrumentTerm, StemTerm
from klangwerk.engines.composer.score import Stem

_I = Instrument

_INSTRUMENTS: tuple[tuple[tuple[Instrument, ...], str], ...] = (
    (
        (_I.GRAND_PIANO, _I.FELT_PIANO),
        (
            "jazz piano, piano, pianos, grand piano, acoustic piano, klavier, flügel, piano chords, piano melody, "
            "klaviermelodie"
        ),
    ),
    ((_I.FELT_PIANO,), "felt piano, soft piano, upright piano, muted piano, filzklavier, intimate piano"),
    (
        (_I.ELECTRIC_PIANO,),
        (
            "electric piano, e-piano, epiano, rhodes, fender rhodes, wurlitzer, wurli, ep, keys, "
            "e-klavier, e-pianos, "
            "elektrisches klavier, keyboard"
        ),
    ),
    ((_I.CLAVINET,), "clavinet, clav"),
    ((_I.HARPSICHORD,), "harpsichord, cembalo"),
    ((_I.VIBRAPHONE,), "vibraphone, vibes, vibraphon, vibraphones"),
    ((_I.MARIMBA,), "marimba, marimbas, xylophone, xylophon, xylofon"),
    ((_I.KALIMBA,), "kalimba, thumb piano, mbira"),
    (
        (_I.MUSIC_BOX,),
        "music box, celesta, glockenspiel, toy piano, spieluhr, spieldose, bells, chimes, glocken, glöckchen",
    ),
    (
        (_I.NYLON_GUITAR,),
        "nylon guitar, classical guitar, spanish guitar, konzertgitarre, flamenco guitar, ukelele",
    ),
    (
        (_I.STEEL_GUITAR, _I.NYLON_GUITAR),
        (
            "acoustic guitar, acoustic guitars, steel-string guitar, western guitar, banjo, "
            "mandolin, strummed guitar, "
            "akustikgitarre, akustische gitarre, westerngitarre, wandergitarre"
        ),
    ),
    (
        (_I.CLEAN_GUITAR, _I.STEEL_GUITAR, _I.NYLON_GUITAR, _I.OVERDRIVEN_GUITAR),
        "guitar, guitars, gitarre, gitarren, guitar melody",
    ),
    (
        (_I.CLEAN_GUITAR,),
        (
            "clean guitar, electric guitar, clean electric guitar, e-gitarre, e-gitarren, "
            "elektrische gitarre, jazz "
            "guitar, jangly guitar, twangy guitar"
        ),
    ),
    (
        (_I.MUTED_GUITAR,),
        "funk guitar, funky guitar, wah guitar, muted guitar, rhythm guitar, wah-wah, funkgitarre",
    ),
    (
        (_I.OVERDRIVEN_GUITAR,),
        (
            "overdriven guitar, lead guitar, crunchy guitar, guitar solo, rock guitar, "
            "gitarrensolo, rockgitarre, "
            "leadgitarre"
        ),
    ),
    (
        (_I.DISTORTED_GUITAR,),
        (
            "distorted guitar, distorted guitars, heavy guitar, heavy guitars, metal guitar, "
            "power chords, verzerrte "
            "gitarre, verzerrte gitarren, chugging guitars, guitar riffs, riffs, riff"
        ),
    ),
    ((_I.HARP,), "harp, harfe, lyre"),
    ((_I.PIZZICATO,), "pizzicato, pizzicato strings, plucked strings, gezupfte streicher"),
    (
        (_I.DRAWBAR_ORGAN,),
        "organ, hammond, hammond organ, drawbar organ, b3, orgel, hammondorgel, electric organ",
    ),
    ((_I.CHURCH_ORGAN,), "church organ, pipe organ, kirchenorgel, pfeifenorgel"),
    ((_I.ACCORDION,), "accordion, akkordeon, bandoneon, harmonica, mundharmonika, schifferklavier"),
    (
        (_I.STRING_ENSEMBLE,),
        (
            "strings, string section, string ensemble, orchestral strings, streicher, violins, "
            "geigen, lush strings, "
            "string pad"
        ),
    ),
    (
        (_I.STRING_STACCATO,),
        "staccato strings, spiccato, ostinato strings, staccato streicher, short strings",
    ),
    ((_I.SOLO_CELLO,), "cello, celli, cellos, violoncello, solo cello, viola, bratsche"),
    ((_I.SOLO_VIOLIN,), "violin, solo violin, fiddle, geige, violine, erhu"),
    (
        (_I.BRASS_SECTION,),
        (
            "brass, brass section, horn section, horns section, trombone, trombones, tuba, bläser, "
            "blechbläser, posaune, "
            "posaunen, trumpets, trompeten, fanfare"
        ),
    ),
    ((_I.FRENCH_HORNS,), "french horn, french horns, horns, horn, hörner, waldhorn"),
    ((_I.MUTED_TRUMPET,), "trumpet, muted trumpet, trompete, gedämpfte trompete, flugelhorn, cornet"),
    (
        (_I.TENOR_SAX,),
        (
            "sax, saxophone, saxofon, saxophon, tenor sax, alto sax, tenor saxophone, "
            "alto saxophone, clarinet, "
            "klarinette, sax solo"
        ),
    ),
    (
        (_I.FLUTE,),
        (
            "flute, flutes, flöte, querflöte, blockflöte, recorder, pan flute, panflöte, whistle, "
            "tin whistle, oboe, "
            "woodwinds, holzbläser, ocarina"
        ),
    ),
    ((_I.CHOIR,), "choir, choirs, chor, chöre, voices choir, vocal pad, choir pad"),
    (
        (_I.WARM_PAD,),
        (
            "pad, pads, warm pad, warm pads, synth pad, synth pads, flächen, flächensound, "
            "lush pads, fläche, synthesizer "
            "pad"
        ),
    ),
    ((_I.GLASS_PAD,), "glass pad, airy pad, shimmer, shimmer pad, glassy pad, crystal pad"),
    ((_I.DARK_PAD,), "dark pad, dark pads, drone pad"),
    ((_I.SUPERSAW,), "supersaw, supersaws, super saw, saw chords, big synths, trance synth"),
    ((_I.SAW_STAB,), "stab, stabs, chord stabs, synth stabs, rave stabs"),
    (
        (_I.SYNTH_PLUCK,),
        (
            "pluck, plucks, synth pluck, plucked synth, plucky synth, arpeggio, arpeggios, arp, "
            "arps, arpeggiator, "
            "arpeggien, arpeggiated synth"
        ),
    ),
    ((_I.SYNTH_BRASS,), "synth brass, analog brass, synthbläser"),
    (
        (_I.SAW_LEAD, _I.SYNTH_PLUCK, _I.WARM_PAD),
        "synth, synths, synthesizer, synthesizers, synthie, synthies, lead synth, synth lead, saw lead",
    ),
    ((_I.SQUARE_LEAD,), "square lead, square synth"),
    ((_I.SINE_LEAD,), "sine lead, g-funk lead, whistle lead, theremin"),
    ((_I.FM_BELL,), "fm bell, synth bells, digital bells, bell synth, dx7, fm synth"),
    ((_I.PULSE_LEAD,), "pulse lead, square wave, chip lead, chip sounds"),
    ((_I.SUB_BASS,), "sub bass, subbass, sub, deep bass, tiefer bass, low bass"),
    ((_I.BASS_808,), "808, 808s, 808 bass, eight-oh-eight"),
    ((_I.FINGER_BASS,), "bass guitar, electric bass, e-bass, bassgitarre, fretless bass, precision bass"),
    ((_I.PICK_BASS,), "picked bass, pick bass"),
    ((_I.SLAP_BASS,), "slap bass, slapped bass, slap, slapbass, funky bass"),
    (
        (_I.UPRIGHT_BASS,),
        "upright bass, double bass, acoustic bass, walking bass, kontrabass, standup bass, contrabass",
    ),
    ((_I.SAW_BASS,), "saw bass, synth bass, analog bass, rolling bass, synthbass, moog bass"),
    ((_I.ACID_BASS,), "acid bass, 303, tb-303, acid line, acid lines, acidbass, acid synth"),
    ((_I.REESE_BASS,), "reese, reese bass, neuro bass"),
    ((_I.WOBBLE_BASS,), "wobble bass, wobbles, growl bass, growls, wobbly bass, wobble basses"),
    ((_I.FM_BASS,), "fm bass, donk"),
    ((_I.ORGAN_BASS,), "organ bass, house organ bass, orgelbass"),
    ((_I.CHIP_BASS,), "triangle bass, chip bass"),
    ((_I.KIT_808,), "808 drums, 808 drum kit, tr-808, 808 kit"),
    ((_I.KIT_909,), "909, 909 drums, tr-909, 909 kit"),
    ((_I.KIT_BREAKS,), "breakbeats, amen break, drum breaks, break beat drums"),
    ((_I.KIT_ROCK,), "rock drums, live drums, acoustic drums, real drums, akustisches schlagzeug"),
    ((_I.KIT_JAZZ,), "brushes, brushed drums, jazz drums, besen, jazz kit"),
    ((_I.KIT_LATIN,), "congas, bongos, latin percussion, shaker, conga, bongo, claves"),
    (
        (_I.KIT_CINEMATIC,),
        "taiko, taikos, cinematic drums, epic drums, big drums, war drums, trommeln, cinematic percussion",
    ),
    ((_I.KIT_ORCHESTRAL,), "timpani, pauken, orchestral percussion, pauke"),
    ((_I.KIT_ACOUSTIC,), "hand percussion, cajon, tambourine, tamburin, hand drums, handclaps, hand claps"),
    ((_I.KIT_AFRO,), "djembe, african drums, african percussion, afrikanische trommeln"),
    (
        (_I.KIT_SYNTHWAVE,),
        "gated drums, gated snare, gated reverb drums, linndrum, drum machine, drumcomputer",
    ),
    ((_I.KIT_DUSTY,), "dusty drums, vinyl drums, lo-fi drums, lofi drums"),
    (
        (_I.TRANSITIONS,),
        "vinyl, vinyl crackle, crackle, vinyl noise, knistern, schallplattenknistern, tape hiss",
    ),
)

_STEMS: dict[Stem, str] = {
    Stem.PERCUSSION: (
        "drums, drum, percussion, beat, beats, schlagzeug, drum kit, drumset, rhythmus, rhythm, "
        "perkussion, kick, "
        "snare, hi-hats, hi-hat, hihats, hats, kick drum, groove drums, trommel"
    ),
    Stem.BASS: "bass, bassline, bass line, basslinie, basslauf, basses, low end",
    Stem.MELODY: (
        "melody, melodies, lead, leads, melodie, melodien, lead melody, hook line, topline, solo instrument"
    ),
    Stem.CHORDS: (
        "chords, chord, harmony, harmonies, akkorde, akkord, harmonien, harmonie, "
        "chord progression, akkordfolge"
    ),
}


def instrument_terms() -> Iterator[tuple[str, InstrumentTerm | StemTerm]]:
    """Comma-separated phrases with what they mean."""
    for instruments, names in _INSTRUMENTS:
        yield names, InstrumentTerm(instruments)
    for stem, names in _STEMS.items():
        yield names, StemTerm(stem)
