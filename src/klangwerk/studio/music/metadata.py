"""What is told of a composition: `metadata` on the wire. Its keys are camelCase here, for they go out as they are."""

from __future__ import annotations

from typing import Any

from klangwerk.engines.composer.brief import Brief
from klangwerk.engines.composer.score import Score
from klangwerk.studio.library.measure import Measurements
from klangwerk.studio.music import names
from klangwerk.studio.music.order import TrackOrder

VERSION = 1


def metadata(order: TrackOrder, *, brief: Brief, score: Score, mix: Measurements) -> dict[str, Any]:
    """Plain JSON types."""
    return {
        "version": VERSION,
        "prompt": {"text": order.prompt},
        "format": order.format,
        "looping": order.looping,
        "model": order.model,
        "seed": order.seed,
        "durationS": mix.duration_s,
        "bpm": bpm_of(score),
        "key": str(score.key),
        "genre": score.genre.value,
        "lufs": mix.lufs,
        "truePeakDbtp": mix.true_peak_dbtp,
        "interpretation": brief.to_dict(),
        "sections": _sections(score),
        "chords": _chords(score),
    }


def bpm_of(score: Score) -> float:
    """The tempo, as people and tags have it."""
    return round(float(score.bpm), 3)


def name_of(order: TrackOrder, brief: Brief, score: Score) -> str:
    """What the track is called before it is numbered. A prompt whose genre was not understood speaks for itself."""
    described = names.describe(moods=brief.moods, genre=score.genre.value, key=str(score.key))
    return described if "genre" in brief.asked else names.first_words(order.prompt) or described


def _sections(score: Score) -> list[dict[str, Any]]:
    bar_s = score.beats_per_bar * score.beat_s
    return [
        {
            "kind": section.kind.value,
            "startS": round(section.start_bar * bar_s, 4),
            "durationS": _within(score, section.start_bar * bar_s, section.bars * bar_s),
            "energy": round(section.energy, 3),
        }
        for section in score.sections
    ]


def _chords(score: Score) -> list[dict[str, Any]]:
    return [
        {
            "name": chord.name,
            "startS": round(chord.start_beats * score.beat_s, 4),
            "durationS": _within(
                score, chord.start_beats * score.beat_s, chord.duration_beats * score.beat_s
            ),
        }
        for chord in score.chords
    ]


def _within(score: Score, start_s: float, duration_s: float) -> float:
    """The last bar may be longer than the track."""
    return round(max(0.0, min(duration_s, score.duration_s - start_s)), 4)
