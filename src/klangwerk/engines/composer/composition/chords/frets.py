"""Voicings that a hand can hold on a guitar in standard tuning."""

from __future__ import annotations

from functools import lru_cache

from klangwerk.engines.composer.composition.chords.voicing import Voicing

_STRINGS = (40, 45, 50, 55, 59, 64)
_REACH = 3  # frets beyond the first finger
_HIGHEST_POSITION = 8
_LEAST_ABOVE = ((46, 5), (57, 3))  # below the note: the next string is at least so many semitones higher


@lru_cache(maxsize=2048)
def fretted(root: int, intervals: tuple[int, ...], bass: int, previous: Voicing | None) -> Voicing:
    """Four to six neighbouring strings, the chord's bass on the lowest, near to where the hand was."""
    best: tuple[float, Voicing] = (1e9, ())
    for position in range(_HIGHEST_POSITION + 1):
        for lowest in range(3):
            voicing = _grip(position, lowest, root, intervals, bass)
            if voicing is None:
                continue
            missing = len({(root + i) % 12 for i in _essential(intervals)} - {note % 12 for note in voicing})
            cost = 8.0 * missing + 0.4 * position + 0.7 * (6 - len(voicing))
            if previous:
                cost += 0.5 * abs(voicing[-1] - previous[-1]) + 0.15 * abs(voicing[0] - previous[0])
            if cost < best[0]:
                best = (cost, voicing)
    return best[1]


def _essential(intervals: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in intervals if i % 12 != 7 or len(intervals) <= 3)


def _grip(position: int, lowest: int, root: int, intervals: tuple[int, ...], bass: int) -> Voicing | None:
    """The notes under a hand at a position; None where the bass note is out of reach on the lowest string."""
    wanted = [(root + i) % 12 for i in intervals]
    notes: list[int] = []
    for string in _STRINGS[lowest:]:
        frets = [*([0] if position <= 2 else []), *range(max(position, 1), position + _REACH + 1)]
        if not notes:
            found = [string + fret for fret in frets if (string + fret) % 12 == bass]
            if not found:
                return None
            notes.append(found[0])
            continue
        clear = notes[-1] + next((gap for below, gap in _LEAST_ABOVE if notes[-1] < below), 2)
        able = [string + fret for fret in frets if (string + fret) % 12 in wanted and string + fret >= clear]
        if not able:
            if len(notes) >= 4:
                break
            return None
        held = {note % 12 for note in notes}
        notes.append(min(able, key=lambda note: (note % 12 in held, note % 12 == root, note)))
    return tuple(notes) if len(notes) >= 4 else None


def power_chord(root: int, low: int) -> Voicing:
    """Root, fifth and octave, the root within the octave above `low`."""
    lowest = low + (root - low) % 12
    return (lowest, lowest + 7, lowest + 12)
