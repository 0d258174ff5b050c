"""What a hundred descriptions become: length, tempo and key as others hear them, faults, loudness, spectrum.

Tempo is heard by librosa's beat tracker, the key by its chroma against the profiles of Krumhansl and Kessler; loudness
and true peak also after MP3. Only loudness is measured by ours, which has a second opinion in the tests.

    .venv/bin/python benchmarks/track_figures.py [--prompts 100] [--seed 1] [--picture FILE.png] [--json FILE]

Needs the extra `bench` (requirements/bench.txt). About eight minutes on two cores.
"""

from __future__ import annotations

import argparse
import io
import json
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from spectrum import BANDS_HZ, curve, real_music
from track_prompts import PROMPTS

RATE = 44_100
# Krumhansl and Kessler 1982: how well each degree fits a major and a minor key.
PROFILES = {
    False: (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88),
    True: (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17),
}
NAMES = ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B")
SPREAD_MARGIN_DB = 3.0  # beyond the lowest and the highest of the recordings


@dataclass(frozen=True, slots=True)
class Figures:
    prompt: str
    genre: str
    off_ms: float
    bpm: float
    heard_bpm: float
    tempo_right: bool
    key: str
    heard_key: str
    key_right: bool
    key_or_fifth: bool
    lufs: float
    true_peak_dbtp: float
    mp3_lufs: float
    mp3_true_peak_dbtp: float
    clipped: int
    not_finite: int
    longest_silence_s: float
    stems_off_db: float
    bands_outside: int
    curve: list[float]


def measure(task: tuple[str, int]) -> Figures:
    prompt, seed = task
    from klangwerk.engines.composer.generate import generate
    from klangwerk.engines.composer.params import TrackParams
    from klangwerk.sound import io as sound_io
    from klangwerk.sound.loudness import integrated_lufs, true_peak_dbtp

    result = generate(TrackParams(prompt=prompt), seed=seed)
    mix, score = result.mix, result.score
    heard_bpm = tempo(mix.samples)
    tonic, minor = key(mix.samples)
    as_mp3 = sound_io.read(io.BytesIO(sound_io.encode(mix, format="mp3")))
    total = sum(stem.samples.astype(np.float64) for stem in result.stems.values())
    difference = np.abs(total - result.premaster.samples).max()
    levels = curve(mix.samples, RATE)
    recordings = real_music()
    low, high = recordings.min(axis=0) - SPREAD_MARGIN_DB, recordings.max(axis=0) + SPREAD_MARGIN_DB
    same_mode = minor == score.key.is_minor
    return Figures(
        prompt=prompt,
        genre=score.genre.value,
        off_ms=1000 * abs(mix.duration_s - result.brief.duration_s),
        bpm=score.bpm,
        heard_bpm=heard_bpm,
        tempo_right=any(abs(heard_bpm / (score.bpm * octave) - 1) < 0.04 for octave in (0.5, 1.0, 2.0)),
        key=str(score.key),
        heard_key=f"{NAMES[tonic]} {'minor' if minor else 'major'}",
        key_right=same_mode and tonic == score.key.tonic,
        key_or_fifth=same_mode and (tonic - score.key.tonic) % 12 in {0, 5, 7},
        lufs=integrated_lufs(mix) or -99.0,
        true_peak_dbtp=true_peak_dbtp(mix),
        mp3_lufs=integrated_lufs(as_mp3) or -99.0,
        mp3_true_peak_dbtp=true_peak_dbtp(as_mp3),
        clipped=int((np.abs(mix.samples) >= 0.9999).sum()),
        not_finite=int((~np.isfinite(mix.samples)).sum()),
        longest_silence_s=longest_silence_s(mix.samples),
        stems_off_db=20 * float(np.log10(max(difference, 1e-12))),
        bands_outside=int(((levels < low) | (levels > high)).sum()),
        curve=[float(level) for level in levels],
    )


def tempo(samples: np.ndarray) -> float:
    import librosa
    import soxr

    mono = soxr.resample(samples.mean(axis=0), RATE, 22_050)
    return float(np.atleast_1d(librosa.beat.beat_track(y=mono, sr=22_050)[0])[0])


def key(samples: np.ndarray) -> tuple[int, bool]:
    import librosa
    import soxr

    mono = soxr.resample(samples.mean(axis=0), RATE, 22_050)
    chroma = librosa.feature.chroma_cqt(y=mono, sr=22_050, hop_length=1024, tuning=0.0).mean(axis=1)
    fits = {
        (tonic, minor): np.corrcoef(chroma, np.roll(profile, tonic))[0, 1]
        for minor, profile in PROFILES.items()
        for tonic in range(12)
    }
    return max(fits, key=lambda found: fits[found])


def longest_silence_s(samples: np.ndarray) -> float:
    step = RATE // 20
    frames = samples.shape[1] // step * step
    level = np.sqrt(np.square(samples[:, :frames]).mean(axis=0).reshape(-1, step).mean(axis=1))
    longest = run = 0
    for quiet in level < 10 ** (-60 / 20):
        run = run + 1 if quiet else 0
        longest = max(longest, run)
    return longest / 20


def summary(found: list[Figures]) -> str:
    count = len(found)

    def share(name: str) -> str:
        return f"{sum(getattr(each, name) for each in found)} of {count}"

    def span(name: str) -> str:
        values = [getattr(each, name) for each in found]
        return f"{min(values):.2f} … {np.median(values):.2f} … {max(values):.2f}"

    mean = np.mean([each.curve for each in found], axis=0)
    recordings = real_music()
    inside = (mean >= recordings.min(axis=0)) & (mean <= recordings.max(axis=0))
    lines = [
        f"{count} tracks, {len({each.genre for each in found})} genres",
        f"length off by at most      {max(each.off_ms for each in found):.3f} ms",
        f"tempo heard (octave free)  {share('tempo_right')}",
        f"key heard                  {share('key_right')}, or its fifth {share('key_or_fifth')}",
        f"loudness LUFS              {span('lufs')}   (lowest … median … highest)",
        f"true peak dBTP             {span('true_peak_dbtp')}",
        f"loudness after MP3         {span('mp3_lufs')}",
        f"true peak after MP3        {span('mp3_true_peak_dbtp')}",
        f"clipped samples, not finite {sum(each.clipped for each in found)}, {sum(each.not_finite for each in found)}",
        f"longest silence            {max(each.longest_silence_s for each in found):.2f} s",
        f"stems against premaster    {max(each.stems_off_db for each in found):.1f} dB at most",
        f"third octaves of {len(BANDS_HZ)} beyond the recordings by {SPREAD_MARGIN_DB:g} dB: {span('bands_outside')}",
        f"mean curve inside the spread in {int(inside.sum())} of {len(BANDS_HZ)} third octaves",
    ]
    wrong = [f"  tempo {e.bpm:g} heard {e.heard_bpm:.1f}: {e.prompt}" for e in found if not e.tempo_right]
    wrong += [f"  key {e.key} heard {e.heard_key}: {e.prompt}" for e in found if not e.key_or_fifth]
    wrong += [f"  {e.bands_outside} bands outside: {e.prompt}" for e in found if e.bands_outside > 6]
    missed = Counter(each.genre for each in found if not (each.tempo_right and each.key_or_fifth))
    return "\n".join([*lines, *wrong, f"missed by genre: {dict(missed)}"])


def picture(found: list[Figures], path: Path) -> None:
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    recordings = real_music()
    ours = np.array([each.curve for each in found])
    figure, axes = plt.subplots(figsize=(9, 4.5), facecolor="#0d0f12")
    axes.set_facecolor("#15181d")
    axes.fill_between(
        BANDS_HZ, recordings.min(axis=0), recordings.max(axis=0), color="#9aa4b2", alpha=0.25, lw=0
    )
    axes.plot(BANDS_HZ, np.median(recordings, axis=0), color="#9aa4b2", lw=1.5)
    axes.fill_between(BANDS_HZ, *np.percentile(ours, [10, 90], axis=0), color="#7fe0c3", alpha=0.25, lw=0)
    axes.plot(BANDS_HZ, np.median(ours, axis=0), color="#7fe0c3", lw=2)
    axes.set_xscale("log")
    axes.set_xlim(31, 16_000)
    axes.set_ylim(-60, 0)
    axes.set_xlabel("Hz (third octaves)", color="#e9edf2")
    axes.set_ylabel("dB of the whole", color="#e9edf2")
    axes.tick_params(colors="#9aa4b2")
    axes.grid(color="#2a3038", lw=0.5, which="both")
    title = (
        f"{len(found)} tracks (green: median, 10-90 %) in the spread of {len(recordings)} recordings (grey)"
    )
    axes.set_title(title, color="#e9edf2", fontsize=11)
    figure.tight_layout()
    figure.savefig(path, dpi=110, facecolor=figure.get_facecolor())


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--prompts", type=int, default=len(PROMPTS))
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--picture", type=Path)
    options.add_argument("--json", type=Path)
    asked = options.parse_args()
    step = max(1, len(PROMPTS) // asked.prompts)
    tasks = [(prompt, asked.seed + number) for number, prompt in enumerate(PROMPTS)][::step][: asked.prompts]
    # librosa's functions are compiled here: two processes that fill numba's cache at once leave a broken one.
    warm_up = np.random.default_rng(0).standard_normal((2, 4 * RATE)).astype(np.float32)
    tempo(warm_up)
    key(warm_up)
    with ProcessPoolExecutor(asked.workers) as pool:
        found = list(pool.map(measure, tasks))
    if asked.json:
        asked.json.write_text(json.dumps([asdict(each) for each in found], indent=1), encoding="utf-8")
    if asked.picture:
        picture(found, asked.picture)
    print(summary(found))


if __name__ == "__main__":
    main()
