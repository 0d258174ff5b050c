"""Figures become a bass line."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from klangwerk.engines.composer.composition.bass.kicks import Kicks
from klangwerk.engines.composer.composition.bass.register import Register, approach, tone
from klangwerk.engines.composer.composition.bass.styles import Style, Way
from klangwerk.engines.composer.composition.bass.walking import walked
from klangwerk.engines.composer.composition.form.temper import is_calm
from klangwerk.engines.composer.composition.harmony.riffs import riff
from klangwerk.engines.composer.composition.plan import Plan
from klangwerk.engines.composer.score import Note, Section, SectionKind

_FORCE = {"r": 0.7, "g": 0.5, "A": 0.92}
_EARLY_BEATS = 0.5
_LEAST_BEATS = 1.0 / 24
_LONGEST_STEPS = 8  # that a note holds on after a kick


class BassPlayer:
    """Plays section by section, remembering where the hand was."""

    def __init__(
        self, plan: Plan, style: Style, register: Register, kicks: Kicks, rng: np.random.Generator
    ) -> None:
        self._plan = plan
        self._style = style
        self._register = register
        self._kicks = kicks
        self._rng = rng
        self._near: int | None = None
        self._kept: dict[bool, list[str]] = {}

    def section(self, section: Section) -> list[Note]:
        """The line of a section, on the straight grid."""
        velocity = 0.58 + 0.3 * section.energy
        if section.kind is SectionKind.ENDING:
            return [self._last_note(section, velocity)]
        if self._style.way is Way.WALK and not self._in_two(section):
            notes = list(walked(self._plan, section, self._register, self._near, velocity, self._rng))
            self._near = notes[-1].pitch if notes else self._near
            return notes
        return [note for bar, figure in self._figures(section) for note in self._bar(bar, figure, velocity)]

    def _in_two(self, section: Section) -> bool:
        return section.kind is SectionKind.INTRO or (
            section.kind is SectionKind.VERSE and section.energy < 0.4
        )

    def _last_note(self, section: Section, velocity: float) -> Note:
        start = float(section.start_bar * self._plan.beats_per_bar)
        root = self._register.fitted(self._register.root(self._plan.chord_at(start).bass, self._near))
        length = float(section.bars * self._plan.beats_per_bar)
        return Note(start_beats=start, duration_beats=length, pitch=root, velocity=min(1.0, velocity * 1.05))

    def _figures(self, section: Section) -> Iterator[tuple[int, str]]:
        """Each bar with its steps."""
        calm = is_calm(self._plan, section)
        if self._style.way is Way.RIFF:
            first, last = (_as_bass(figure) for figure in riff(self._plan, section))
            phrase = 8 if section.bars >= 16 else 4
            for n in range(section.bars):
                yield section.start_bar + n, last if n % phrase == phrase - 1 else first
            return
        usual, varied = self._favourites(section, calm)
        for n in range(section.bars):
            bar = section.start_bar + n
            if (
                self._style.fills
                and not calm
                and (n % 8 == 7 or (n == section.bars - 1 and section.bars >= 4))
            ):
                yield bar, self._style.fills[int(self._rng.integers(len(self._style.fills)))]
                continue
            figure = varied if n % 4 == 3 else usual
            bars = figure.split("|")
            chosen = bars[n % len(bars)]
            if self._style.way is Way.KICK:
                chosen = self._with_kick(chosen, bar)
            yield bar, chosen

    def _favourites(self, section: Section, calm: bool) -> tuple[str, str]:
        """The figures that suit the kick best: the usual one and its variation."""
        if calm not in self._kept:
            pool = self._style.calm if calm or not self._style.full else self._style.full
            kicks = {
                s
                for bar in range(section.start_bar, section.stop_bar)
                for s in self._kicks.in_bar(bar, self._plan.beats_per_bar)
            }

            def cost(figure: str) -> float:
                """How few of its notes meet the kick, or how many where they should not."""
                onsets = {k % 16 for k, sign in enumerate(figure.replace("|", "")) if sign not in "-.gA"}
                met = len(onsets & kicks) / max(len(onsets), 1)
                return met if self._style.avoids_kick else -met

            order = [pool[int(k)] for k in self._rng.permutation(len(pool))]
            if kicks:
                order.sort(key=lambda figure: round(2 * cost(figure)))
            self._kept[calm] = order
        order = self._kept[calm]
        turn = section.occurrence % 2  # what returns is a little different
        usual = order[turn % len(order)]
        return usual, usual if "|" in usual else order[(turn + 1) % len(order)]

    def _with_kick(self, figure: str, bar: int) -> str:
        """The figure, but its notes where the kick is: it starts with every kick, and keeps what leads on."""
        kicks = self._kicks.in_bar(bar, self._plan.beats_per_bar)
        if not kicks:
            return figure
        signs = ["."] * len(figure)
        starts = sorted({0, *kicks} if figure[0] != "." else set(kicks))
        for n, start in enumerate(starts):
            until = starts[n + 1] if n + 1 < len(starts) else len(figure)
            until = min(until, start + _LONGEST_STEPS)
            old = figure[start]
            signs[start] = old if old not in "-.Ag" else "R"
            for k in range(start + 1, until):
                signs[k] = "-"
        for k, sign in enumerate(figure):
            if sign in "A5s78" and k >= len(figure) // 2 and k not in starts:
                signs[k] = sign
                for later in range(k + 1, len(figure)):
                    if figure[later] != "-" or later in starts:
                        break
                    signs[later] = "-"
        return "".join(signs)

    def _bar(self, bar: int, figure: str, velocity: float) -> Iterator[Note]:
        plan = self._plan
        begin = bar * plan.beats_per_bar
        step = plan.beats_per_bar / len(figure)
        k = 0
        while k < len(figure):
            sign = figure[k]
            if sign == ".":
                k += 1
                continue
            held = k + 1
            while held < len(figure) and figure[held] == "-":
                held += 1
            start, stop = begin + k * step, begin + held * step
            yield from self._note("R" if sign == "-" else sign, start, stop, velocity)
            k = held

    def _note(self, sign: str, start: float, stop: float, velocity: float) -> Iterator[Note]:
        plan, register, key = self._plan, self._register, self._plan.brief.key
        now = start
        while now < stop - 1e-6:
            chord = plan.chord_at(now)
            early = chord.stop_beats - now <= _EARLY_BEATS + 1e-6 and stop > chord.stop_beats + 1e-6
            following = plan.chord_at(chord.stop_beats + 1e-3)
            leads = following is not chord and chord.stop_beats - now <= 1.0 + 1e-6
            if (sign == "N" and leads) or early:
                pitch = register.root(following.bass, self._near)
            elif sign == "A" and leads and following.bass != chord.bass:
                target = register.root(following.bass, self._near)
                pitch = approach(target, self._near or target, key, chromatic=self._rng.random() < 0.3)
            elif sign == "A":
                pitch = tone("5", chord, register.root(chord.bass, self._near), key)
            elif sign == "N":
                pitch = register.root(chord.bass, self._near)
            else:
                root = register.root(chord.bass, self._near)
                self._near = root
                pitch = tone(sign, chord, root, key)
            pitch = register.fitted(pitch)
            until = stop if early else min(stop, chord.stop_beats)
            gate = 0.3 if sign == "g" else self._style.gate if until == stop else 1.0
            yield Note(
                start_beats=now,
                duration_beats=max((until - now) * gate, _LEAST_BEATS),
                pitch=pitch,
                velocity=min(velocity * _FORCE.get(sign, 1.0), 1.0),
                slide_from=register.fitted(pitch - 12) if sign == "s" else None,
            )
            now, sign = until, "R"


def _as_bass(figure: str) -> str:
    return figure.replace("x", "R").replace("X", "R")
