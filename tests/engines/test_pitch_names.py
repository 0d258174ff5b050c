"""Notes by name, as in the API's pitchNote and the command line's --pitch."""

from __future__ import annotations

import pytest

from klangwerk.engines.contracts import InvalidParams
from klangwerk.engines.kick.params import SLIDERS
from klangwerk.engines.kick.pitch_names import note_to_hz


@pytest.mark.parametrize(
    ("name", "hz"),
    [
        ("A4", 440.0),
        ("a1", 55.0),
        ("A-1", 13.75),
        ("C4", 261.626),
        ("F1", 43.654),
        ("F#1", 46.249),
        ("F♯1", 46.249),
        ("Fis1", 46.249),
        ("Gb1", 46.249),
        ("Ges1", 46.249),
        ("Bb1", 58.270),
        ("B1", 61.735),
        ("H1", 61.735),
        ("Es1", 38.891),
        ("As1", 51.913),
        ("Cb2", 61.735),
        (" g ", 48.999),
    ],
)
def test_a_note_has_its_frequency(name: str, hz: float) -> None:
    assert note_to_hz(name) == pytest.approx(hz, abs=0.001)


@pytest.mark.parametrize("letter", "ABCDEFGH")
@pytest.mark.parametrize("accidental", ["", "#", "b"])
def test_without_an_octave_it_is_one_the_slider_can_play(letter: str, accidental: str) -> None:
    slider = SLIDERS["pitch_hz"]
    hz = note_to_hz(letter + accidental)
    assert slider.low <= hz <= slider.high
    assert abs(hz / 50.0 - 1.0) <= abs(hz * 2 / 50.0 - 1.0)  # the octave above is no nearer


@pytest.mark.parametrize("name", ["", "I1", "50", "F11", "F#b", "Ds1", "kick", "A 1 1", "\ud800"])
def test_what_is_no_note_is_refused_with_a_hint(name: str) -> None:
    with pytest.raises(InvalidParams, match="such as F1") as refused:
        note_to_hz(name)
    assert refused.value.field == "pitch_note"
