"""The mix of every genre. Numbers were set by measuring and comparing with recordings of real music."""

from __future__ import annotations

from dataclasses import replace

from klangwerk.engines.composer.genres import Genre
from klangwerk.engines.composer.render.ducking import Ducking
from klangwerk.engines.composer.render.mixes import CHANNELS, GLUES, Glue, Mix
from klangwerk.engines.composer.render.spaces import Echo, Space
from klangwerk.engines.composer.render.tone import Bell, Eq
from klangwerk.engines.composer.score import Stem
from klangwerk.engines.mastering.balance import ACOUSTIC, ELECTRONIC

_P, _B, _C, _M = Stem.PERCUSSION, Stem.BASS, Stem.CHORDS, Stem.MELODY

_TIGHT_ROOM = Space(decay_s=0.45, predelay_s=0.004, early=0.5, damping=2.0, build_s=0.002, low_cut_hz=220.0)
_ROOM = Space(decay_s=0.8, predelay_s=0.008, early=0.45, damping=2.2, build_s=0.004)
_PLATE = Space(
    decay_s=1.5,
    predelay_s=0.015,
    early=0.1,
    damping=1.8,
    build_s=0.003,
    low_cut_hz=250.0,
    high_cut_hz=10_500.0,
)
_CHAMBER = Space(decay_s=1.3, predelay_s=0.018, early=0.35, damping=2.6, build_s=0.012)
_HALL = Space(decay_s=2.2, predelay_s=0.025, early=0.25, damping=3.2, build_s=0.03, high_cut_hz=7500.0)
_CONCERT_HALL = Space(
    decay_s=2.4, predelay_s=0.022, early=0.35, damping=3.0, build_s=0.025, low_cut_hz=110.0, warmth=1.2
)
_CATHEDRAL = Space(decay_s=4.5, predelay_s=0.04, early=0.12, damping=3.8, build_s=0.09, high_cut_hz=6500.0)
_SPRING = Space(
    decay_s=1.6, predelay_s=0.03, early=0.5, damping=4.0, build_s=0.005, low_cut_hz=350.0, high_cut_hz=4500.0
)
_GATED = Space(decay_s=0.9, predelay_s=0.006, early=0.3, damping=1.3, build_s=0.03, low_cut_hz=150.0)

# Synthesis knows no microphones and no tape: what these take away on top is taken away here.
_WARM = Eq(high_shelf=(9000.0, -4.0), low_pass_hz=15_000.0)
_ROUND = Eq(high_shelf=(6500.0, -5.0), low_pass_hz=15_000.0)
_DEEP = Eq(high_shelf=(9000.0, -6.0), bells=(Bell(700.0, -4.0, 1.4),), low_pass_hz=15_000.0)

_BAND = Mix(
    channels=CHANNELS,
    spaces={_P: _ROOM, _C: _PLATE, _M: _PLATE},
    glues=GLUES,
    tone=_WARM,
)
_CLUB = replace(
    _BAND.with_levels(
        kick=-5.5, bass=-7.5, snare=-12.0, hats=-16.5, drums=-15.0, keys=-10.5, pad=-13.0, lead=-11.0
    ),
    spaces={_P: _TIGHT_ROOM, _C: _HALL, _M: _HALL},
    echoes={_M: Echo(beats=0.75)},
    ducking=Ducking(bass_db=9.0, chords_db=6.0, melody_db=2.5),
    tone=_DEEP,
    spread=ELECTRONIC,
)
_BEATS = replace(
    _BAND.with_levels(kick=-6.5, bass=-7.0, snare=-10.5, hats=-18.0, keys=-9.0, lead=-11.0),
    spaces={_P: _TIGHT_ROOM, _C: _CHAMBER, _M: _PLATE},
    ducking=Ducking(bass_db=3.0, chords_db=2.5, melody_db=0.0, release_beats=0.4),
    tone=_DEEP,
    spread=ELECTRONIC,
)
_ACOUSTIC = replace(
    _BAND.with_levels(
        kick=-11.0, bass=-9.0, snare=-14.0, hats=-16.0, drums=-13.0, keys=-7.0, pad=-10.0, lead=-6.5
    ).with_sends(snare=-11.0, hats=-18.0, drums=-12.0, keys=-9.5, lead=-8.5),
    spaces={_P: _ROOM, _B: _TIGHT_ROOM, _C: _CHAMBER, _M: _CHAMBER},
    glues={
        _P: Glue(ratio=1.5, over_db=5.0),
        _B: Glue(ratio=2.0, over_db=2.0),
        _C: Glue(ratio=1.3, over_db=3.0),
        _M: Glue(ratio=1.5, over_db=3.0),
    },
    spread=ACOUSTIC,
)
_ORCHESTRAL = replace(
    _BAND.with_levels(
        kick=-11.0, bass=-10.0, snare=-14.0, hats=-17.0, drums=-10.0, keys=-8.0, pad=-8.0, lead=-6.5
    ).with_sends(
        kick=-12.0,
        snare=-9.0,
        hats=-12.0,
        drums=-8.0,
        bass=-10.0,
        keys=-8.0,
        pad=-7.0,
        lead=-7.5,
        effects=-6.0,
    ),
    spaces=dict.fromkeys(Stem, _CONCERT_HALL),
    glues=dict.fromkeys(Stem, Glue()),
    tone=Eq(high_shelf=(2500.0, 4.0), bells=(Bell(380.0, -3.0, 0.8), Bell(80.0, 3.0, 0.7))),
    spread=ACOUSTIC,
)

MIXES: dict[Genre, Mix] = {
    Genre.LOFI: replace(
        _BEATS.with_levels(kick=-7.5, snare=-12.0, hats=-20.5, keys=-7.5, lead=-11.0, noise=-27.0),
        tone=Eq(low_pass_hz=6500.0, bells=(Bell(250.0, 1.0), Bell(1800.0, -1.0)), low_shelf=(90.0, 0.5)),
        glues={
            **GLUES,
            _P: Glue(ratio=3.0, over_db=2.0, drive=0.7),
            _C: Glue(ratio=1.7, over_db=2.0, drive=0.35),
        },
        wow_cents=7.0,
    ),
    Genre.CHILLHOP: replace(
        _BEATS.with_levels(snare=-11.5, hats=-18.5, keys=-8.0, lead=-10.0, noise=-32.0),
        tone=Eq(low_pass_hz=9500.0, high_shelf=(5000.0, -2.0), bells=(Bell(1600.0, -4.5, 1.3),)),
        glues={**GLUES, _P: Glue(ratio=2.5, over_db=3.0, drive=0.4)},
        wow_cents=2.5,
    ),
    Genre.HOUSE: _CLUB.with_levels(keys=-9.5),
    Genre.DEEP_HOUSE: replace(
        _CLUB.with_levels(kick=-5.5, bass=-6.5, hats=-18.5, pad=-12.0).with_sends(keys=-11.0),
        echoes={_C: Echo(beats=0.75, level_db=-15.0), _M: Echo(beats=0.75, level_db=-10.0)},
        tone=replace(_DEEP, high_shelf=(8000.0, -6.0)),
    ),
    Genre.TECHNO: replace(
        _CLUB.with_levels(kick=-4.0, bass=-8.0, keys=-12.0, pad=-15.0, lead=-13.0, hats=-15.5).with_sends(
            kick=-22.0, keys=-9.0
        ),
        spaces={_P: _ROOM, _C: _HALL, _M: _HALL},
        echoes={
            _C: Echo(beats=0.75, level_db=-12.0, feedback=0.5),
            _M: Echo(beats=0.75, level_db=-9.0, feedback=0.5),
        },
        glues={
            **GLUES,
            _P: Glue(ratio=2.5, over_db=3.0, drive=0.6),
            _B: Glue(ratio=3.0, over_db=0.0, drive=0.6),
        },
    ),
    Genre.TRANCE: replace(
        _CLUB.with_levels(lead=-9.0, keys=-9.5, pad=-11.5).with_sends(lead=-9.0, pad=-8.0),
        ducking=Ducking(bass_db=10.0, chords_db=9.0, melody_db=4.0, release_beats=0.7),
        echoes={_M: Echo(beats=0.75, level_db=-9.0, feedback=0.5)},
    ),
    Genre.DRUM_AND_BASS: replace(
        _CLUB.with_levels(kick=-7.0, bass=-5.5, snare=-10.5, hats=-17.0, pad=-12.5, lead=-12.5),
        ducking=Ducking(bass_db=4.0, chords_db=3.0, melody_db=1.0, release_beats=0.4),
        glues={
            **GLUES,
            _P: Glue(ratio=3.0, over_db=2.0, drive=0.5),
            _B: Glue(ratio=3.0, over_db=0.0, drive=0.5),
        },
    ),
    Genre.DUBSTEP: replace(
        _CLUB.with_levels(kick=-6.0, bass=-4.5, snare=-8.5, hats=-18.5, keys=-12.0, pad=-13.0, lead=-12.0),
        spaces={_P: _ROOM, _C: _HALL, _M: _HALL},
        ducking=Ducking(bass_db=5.0, chords_db=4.0, melody_db=1.0, release_beats=0.4),
        glues={
            **GLUES,
            _P: Glue(ratio=2.5, over_db=3.0, drive=0.5),
            _B: Glue(ratio=3.0, over_db=0.0, drive=0.9),
        },
    ),
    Genre.TRAP: replace(
        _BEATS.with_levels(kick=-7.5, bass=-5.0, snare=-10.0, hats=-17.5, keys=-9.5, pad=-12.0, lead=-10.5),
        ducking=Ducking(bass_db=4.0, chords_db=1.5, melody_db=0.0, release_beats=0.4),
        glues={**GLUES, _B: Glue(ratio=2.0, over_db=1.0, drive=1.0)},
        tone=replace(_DEEP, bells=(Bell(220.0, 2.5), Bell(1000.0, -3.5, 1.3))),
    ),
    Genre.BOOM_BAP: replace(
        _BEATS.with_levels(kick=-6.0, bass=-7.0, snare=-9.0, hats=-17.5, keys=-9.0, noise=-34.0),
        tone=Eq(low_pass_hz=10_500.0, high_shelf=(5000.0, -2.0), bells=(Bell(1200.0, -1.5, 1.2),)),
        glues={**GLUES, _P: Glue(ratio=3.0, over_db=1.5, drive=0.8)},
        wow_cents=1.5,
    ),
    Genre.UK_GARAGE: replace(
        _CLUB.with_levels(kick=-5.5, bass=-5.0, snare=-11.5, hats=-17.5, keys=-10.5, lead=-12.0),
        ducking=Ducking(bass_db=4.0, chords_db=3.0, melody_db=1.0, release_beats=0.4),
    ),
    Genre.AMBIENT: replace(
        _BAND.with_levels(
            kick=-14.0, bass=-10.0, snare=-18.0, hats=-20.0, drums=-18.0, keys=-9.0, pad=-6.0, lead=-9.0
        ).with_sends(
            kick=-12.0,
            snare=-6.0,
            hats=-9.0,
            drums=-6.0,
            bass=-14.0,
            keys=-4.0,
            pad=-5.0,
            lead=-4.0,
            effects=-5.0,
        ),
        spaces=dict.fromkeys(Stem, _CATHEDRAL),
        echoes={_M: Echo(beats=1.5, level_db=-9.0, feedback=0.55), _C: Echo(beats=1.5, level_db=-14.0)},
        glues=dict.fromkeys(Stem, Glue()),
        tone=Eq(high_shelf=(3000.0, 3.0), bells=(Bell(340.0, -5.0, 1.0), Bell(125.0, 2.0))),
    ),
    Genre.SYNTHWAVE: replace(
        _CLUB.with_levels(
            kick=-6.0, bass=-6.0, snare=-9.0, hats=-19.5, keys=-10.5, pad=-10.5, lead=-10.0
        ).with_sends(snare=-7.0, drums=-8.0, lead=-9.0),
        spaces={_P: _GATED, _C: _HALL, _M: _HALL},
        ducking=Ducking(bass_db=6.0, chords_db=6.0, melody_db=2.0, release_beats=0.6),
        echoes={_M: Echo(beats=0.75, level_db=-9.0)},
        tone=replace(_DEEP, high_shelf=(7000.0, -6.0), bells=(Bell(1300.0, -3.5, 1.5),)),
    ),
    Genre.POP: replace(
        _BAND.with_levels(kick=-6.5, bass=-7.5, snare=-10.0, hats=-17.0, keys=-8.5, pad=-11.5, lead=-6.5),
        ducking=Ducking(bass_db=3.0, chords_db=2.0, melody_db=0.0, release_beats=0.4),
        echoes={_M: Echo(beats=0.5, level_db=-16.0, feedback=0.3)},
        tone=Eq(high_shelf=(6000.0, -6.0), low_pass_hz=15_000.0),
    ),
    Genre.RNB: replace(
        _BEATS.with_levels(
            kick=-7.0, bass=-5.5, snare=-11.0, hats=-18.5, keys=-9.0, pad=-12.0, lead=-9.5
        ).with_sends(lead=-10.0),
        echoes={_M: Echo(beats=0.75, level_db=-13.0)},
    ),
    Genre.FUNK: replace(
        _BAND.with_levels(kick=-7.5, bass=-6.0, snare=-10.0, hats=-16.5, keys=-8.5, lead=-7.5).with_sends(
            keys=-18.0, lead=-14.0
        ),
        spaces={_P: _TIGHT_ROOM, _C: _ROOM, _M: _PLATE},
        glues={**GLUES, _B: Glue(ratio=4.0, over_db=-1.0, attack_s=0.006, drive=0.8)},
        tone=_ROUND,
    ),
    Genre.DISCO: replace(
        _BAND.with_levels(
            kick=-6.0, bass=-6.0, snare=-11.5, hats=-16.5, drums=-15.0, keys=-9.5, pad=-10.0, lead=-8.5
        ),
        ducking=Ducking(bass_db=2.5, chords_db=1.5, melody_db=0.0, release_beats=0.4),
        spaces={_P: _TIGHT_ROOM, _C: _PLATE, _M: _PLATE},
        tone=_ROUND,
    ),
    Genre.JAZZ: replace(
        _ACOUSTIC.with_levels(kick=-15.0, snare=-15.5, hats=-15.0, bass=-7.0, keys=-8.0, lead=-6.5),
        tone=Eq(high_shelf=(8000.0, -4.0), low_pass_hz=15_000.0, bells=(Bell(2800.0, -3.0, 1.0),)),
    ),
    Genre.BLUES: _ACOUSTIC.with_levels(kick=-9.5, snare=-12.0, hats=-15.5, bass=-8.0, lead=-6.0),
    Genre.BOSSA_NOVA: _ACOUSTIC.with_levels(
        kick=-13.0, snare=-16.0, hats=-17.0, drums=-16.0, bass=-8.5, keys=-6.5, lead=-6.5
    ),
    Genre.REGGAE: replace(
        _BAND.with_levels(kick=-7.5, bass=-5.0, snare=-11.0, hats=-17.0, keys=-8.5, lead=-8.5).with_sends(
            snare=-12.0, keys=-12.0
        ),
        spaces={_P: _SPRING, _C: _SPRING, _M: _PLATE},
        echoes={
            _C: Echo(beats=0.75, level_db=-18.0, feedback=0.5),
            _M: Echo(beats=0.75, level_db=-12.0, feedback=0.5),
        },
        tone=Eq(high_shelf=(7000.0, -5.0), low_pass_hz=14_000.0, bells=(Bell(3200.0, 3.0, 0.6),)),
    ),
    Genre.ROCK: replace(
        _BAND.with_levels(kick=-8.0, bass=-8.0, snare=-9.5, hats=-16.5, keys=-6.5, lead=-6.5).with_sends(
            snare=-12.0
        ),
        glues={**GLUES, _P: Glue(ratio=3.0, over_db=2.0, drive=0.4)},
        tone=_ROUND,
    ),
    Genre.METAL: replace(
        _BAND.with_levels(kick=-7.5, bass=-8.5, snare=-9.0, hats=-15.5, keys=-5.5, lead=-6.5).with_sends(
            keys=-24.0, snare=-13.0
        ),
        glues={
            **GLUES,
            _P: Glue(ratio=3.5, over_db=1.0, drive=0.4),
            _B: Glue(ratio=4.0, over_db=0.0, drive=0.6),
        },
    ),
    Genre.FOLK: _ACOUSTIC.with_levels(kick=-12.0, drums=-14.0, bass=-9.5, keys=-6.0, lead=-6.5),
    Genre.CINEMATIC: replace(
        _ORCHESTRAL.with_levels(drums=-8.0, bass=-9.0, kick=-9.0, effects=-13.0),
        spaces=dict.fromkeys(Stem, replace(_CONCERT_HALL, decay_s=3.2)),
    ),
    Genre.CLASSICAL: _ORCHESTRAL,
    Genre.AFROBEAT: replace(
        _BAND.with_levels(kick=-7.5, bass=-7.0, snare=-12.0, hats=-17.0, drums=-12.0, keys=-9.0, lead=-7.5),
        spaces={_P: _ROOM, _C: _ROOM, _M: _PLATE},
    ),
    Genre.CHIPTUNE: replace(
        _BAND.with_levels(kick=-9.0, bass=-8.0, snare=-11.0, hats=-16.0, keys=-9.0, lead=-6.5).with_sends(
            snare=-60.0, hats=-60.0, drums=-60.0, keys=-24.0, lead=-22.0
        ),
        spaces={_C: _TIGHT_ROOM, _M: _TIGHT_ROOM},
        glues=dict.fromkeys(Stem, Glue()),
        echoes={_M: Echo(beats=0.75, level_db=-14.0, feedback=0.35)},
        tone=Eq(
            low_shelf=(160.0, 2.0),
            high_shelf=(2500.0, -9.0),
            bells=(Bell(700.0, -2.5, 0.9),),
            low_pass_hz=9000.0,
        ),
    ),
}
"""One for each genre; what they share stands above."""
