"""What was said decides; what was left open is chosen by seed, in keeping with what was said."""

from __future__ import annotations

import re

import numpy as np

from klangwerk.engines.composer.brief import Brief, Understood
from klangwerk.engines.composer.genres import FACTS, Genre
from klangwerk.engines.composer.keys import SCALES, Key, Mode
from klangwerk.engines.composer.params import BPM_MAX, BPM_MIN, DURATION_S_MAX, DURATION_S_MIN, TrackParams
from klangwerk.engines.composer.prompt.gathering import Wishes
from klangwerk.engines.composer.prompt.genre_choice import genre_of
from klangwerk.engines.composer.prompt.values import Said
from klangwerk.engines.composer.prompt.vocabulary.terms import Wish
from klangwerk.engines.composer.score import Stem

DURATION_S_DEFAULT = 30.0
_MOOD_SPAN = 0.3  # however many moods are named, the genre stays itself
_MODE_LEAN = 4.0  # how much likelier a mood makes the modes that fit it


def chosen(wishes: Wishes, params: TrackParams, *, key: Key | None, rng: np.random.Generator) -> Brief:
    """A brief with nothing left open. `key` is the one given beside the prompt."""
    notes: list[str] = []
    understood = list(wishes.understood)
    ignored = list(wishes.ignored)
    genre, genre_asked = genre_of(wishes, understood, notes, rng, bpm=_said_bpm(wishes, params))
    energy, brightness = _moods(wishes, genre)
    bpm, bpm_asked = _bpm(wishes, params, genre, energy, understood, notes, rng)
    key, key_asked = _key(wishes, key, genre, understood, rng)
    duration_s, duration_asked = _duration(wishes, params, bpm, FACTS[genre].beats_per_bar, understood, notes)
    looping = params.looping or Wish.LOOP in wishes.wishes
    if looping and bpm_asked:
        duration_s = _whole_bars(duration_s, bpm, FACTS[genre].beats_per_bar, notes, told=duration_asked)
    if Wish.VOICE in wishes.wishes:
        notes.append("Voices cannot be made here; an instrument takes the melody.")
    asked = {
        name
        for name, was in (
            ("genre", genre_asked),
            ("bpm", bpm_asked),
            ("key", key_asked),
            ("duration_s", duration_asked),
        )
        if was
    }
    return Brief(
        prompt=params.prompt,
        language=_language(params.prompt),
        genre=genre,
        duration_s=duration_s,
        bpm=bpm,
        key=key,
        energy=energy,
        brightness=brightness,
        looping=looping,
        moods=tuple(dict.fromkeys(("not " if negated else "") + mood.name for mood, negated in wishes.moods)),
        instruments=tuple(
            dict.fromkeys(instrument for term in wishes.instruments for instrument in term.instruments[:1])
        ),
        without=_without(wishes, notes),
        without_instruments=frozenset(wishes.without_instruments),
        wanted_sections=frozenset(wishes.wanted - wishes.unwanted),
        unwanted_sections=frozenset(wishes.unwanted),
        asked=frozenset(asked),
        understood=tuple(dict.fromkeys(understood)),
        ignored=tuple(dict.fromkeys(ignored)),
        notes=tuple(dict.fromkeys(notes)),
    )


def _moods(wishes: Wishes, genre: Genre) -> tuple[float, float]:
    facts = FACTS[genre]
    energy = brightness = 0.0
    for term, negated in dict(wishes.moods).items():
        sign = -0.7 if negated else 1.0
        energy += sign * term.energy
        brightness += sign * term.brightness
    energy = facts.energy + float(np.clip(energy, -_MOOD_SPAN, _MOOD_SPAN))
    brightness = facts.brightness + float(np.clip(brightness, -_MOOD_SPAN, _MOOD_SPAN))
    return float(np.clip(energy, 0.05, 1.0)), float(np.clip(brightness, 0.05, 1.0))


def _said(wishes: Wishes, field: str) -> list[Said]:
    return [said for said in wishes.values if said.field == field]


def _said_bpm(wishes: Wishes, params: TrackParams) -> float | None:
    said = _said(wishes, "tempo")
    return params.bpm if params.bpm is not None else said[0].amount if said else None


def _bpm(
    wishes: Wishes,
    params: TrackParams,
    genre: Genre,
    energy: float,
    understood: list[Understood],
    notes: list[str],
    rng: np.random.Generator,
) -> tuple[float, bool]:
    low, usual, high = FACTS[genre].bpm
    lean = float(rng.uniform(-0.35, 0.35)) + 0.6 * (
        energy - FACTS[genre].energy
    )  # drawn always: see `chosen`
    asked = _said_bpm(wishes, params)
    if asked is not None:
        bpm = float(np.clip(asked, BPM_MIN, BPM_MAX))
        if params.bpm is None:
            understood.append(Understood(f"{asked:g}", "tempo", f"{bpm:g} bpm"))
        if bpm != asked:
            notes.append(f"A tempo is {BPM_MIN:g} to {BPM_MAX:g} bpm; {asked:g} became {bpm:g}.")
        return bpm, True
    if Wish.SLOW in wishes.wishes:
        lean = -0.75 + 0.3 * lean
    elif Wish.FAST in wishes.wishes:
        lean = 0.75 + 0.3 * lean
    lean = float(np.clip(lean, -1.0, 1.0))
    return float(round(usual + lean * ((high - usual) if lean > 0 else (usual - low)))), False


def _key(
    wishes: Wishes, given: Key | None, genre: Genre, understood: list[Understood], rng: np.random.Generator
) -> tuple[Key, bool]:
    weights = dict(FACTS[genre].modes)
    minor = {mode for mode in Mode if 3 in SCALES[mode]}
    lean = sum((-0.7 if negated else 1.0) * mood.mode for mood, negated in wishes.moods)
    if lean:
        weights = {
            mode: w * (_MODE_LEAN if (mode in minor) == (lean < 0) else 1.0) for mode, w in weights.items()
        }
    for wish, fits in ((Wish.MINOR, minor), (Wish.MAJOR, set(Mode) - minor)):
        if wish in wishes.wishes:
            fallback = Mode.MINOR if wish is Wish.MINOR else Mode.MAJOR
            weights = {mode: w for mode, w in weights.items() if mode in fits} or {fallback: 1.0}
    modes = list(weights)
    shares = np.array([weights[mode] for mode in modes])
    mode = modes[int(rng.choice(len(modes), p=shares / shares.sum()))]
    tonic = int(rng.integers(12))
    said = _said(wishes, "key")
    if given is not None:
        return given, True
    if said:
        key = Key(said[0].tonic, said[0].mode or mode)
        understood.append(Understood(str(key) if said[0].mode else key.tonic_name, "key", str(key)))
        return key, True
    return Key(tonic, mode), False


def _duration(
    wishes: Wishes,
    params: TrackParams,
    bpm: float,
    beats_per_bar: int,
    understood: list[Understood],
    notes: list[str],
) -> tuple[float, bool]:
    if params.duration_s is not None:
        return params.duration_s, True
    lengths = [said for said in wishes.values if said.field in ("duration", "bars")]
    if not lengths:
        return DURATION_S_DEFAULT, False
    first = lengths[0]
    asked = first.amount if first.field == "duration" else first.amount * beats_per_bar * 60.0 / bpm
    duration_s = float(np.clip(asked, DURATION_S_MIN, DURATION_S_MAX))
    bars = f"{first.amount:g} bars, " if first.field == "bars" else ""
    understood.append(
        Understood(f"{first.amount:g} {'s' if not bars else 'bars'}", "duration", f"{bars}{duration_s:g} s")
    )
    if len(lengths) > 1:
        notes.append("More than one length was named; the first one counts.")
    if duration_s != asked:
        notes.append(
            f"A track lasts {DURATION_S_MIN:g} s to {DURATION_S_MAX / 60:g} minutes; "
            f"{asked:g} s became {duration_s:g} s."
        )
    return duration_s, True


def _whole_bars(duration_s: float, bpm: float, beats_per_bar: int, notes: list[str], *, told: bool) -> float:
    """A loop is whole bars long: the nearest to what was asked (`told`), or groups of four."""
    bar_s = beats_per_bar * 60.0 / bpm
    bars = max(1, round(duration_s / bar_s)) if told else 4 * max(1, round(duration_s / bar_s / 4))
    while bars > 1 and bars * bar_s > DURATION_S_MAX:
        bars -= 1
    if told and abs(bars * bar_s - duration_s) > 0.01:
        notes.append(
            f"A loop is whole bars: {bars} bars at {bpm:g} bpm are {bars * bar_s:.2f} s instead of {duration_s:g} s."
        )
    return bars * bar_s


def _without(wishes: Wishes, notes: list[str]) -> frozenset[Stem]:
    without = set(wishes.without)
    if wishes.only:
        without |= set(Stem) - wishes.only
    if without >= set(Stem):
        notes.append("Everything was ruled out; the melody stays.")
        without.discard(Stem.MELODY)
    return frozenset(without)


_GERMAN = re.compile(
    r"[äöüß]|\b(?:der|die|das|und|eine?[nmrs]?|mit|für|ohne|keine?n?|ruhige?[rs]?|sekunden|minuten|im|auf|zum|klavier"
    r"|gitarre|schlagzeug|musik|stück|traurige?[rs]?|langsame?[rs]?|schnelle?[rs]?|dunkle?[rs]?|moll|dur|nur|takte|tonart|lied)\b",
    re.IGNORECASE,
)


def _language(prompt: str) -> str:
    """By its small words: enough to say which language was heard."""
    words = len(prompt.split())
    return "de" if len(_GERMAN.findall(prompt)) * 5 > words else "en"
