"""How long a track takes, with all stems, MIDI not counted, beside the network of MusicGen-small for the same seconds.

MusicGen's weights are random: what a step costs does not depend on them. Its network has no stems; it is granted a run
without loading, and greedy instead of sampled tokens. Rounds are interleaved; medians are printed.

    .venv/bin/python benchmarks/track_speed.py [--seconds 30] [--rounds 5] [--long] [--musicgen-seconds 10]

Needs the extra `bench` for MusicGen (--musicgen-seconds 0 leaves it out); `--long` adds three minutes with peak memory.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

PROMPTS = (
    "dark techno with a big drop",
    "peaceful lo-fi chill hop",
    "epic cinematic score with choir",
    "uplifting trance",
    "swinging jazz with saxophone",
    "heavy metal",
    "ambient soundscape",
)
_TOKENS_PER_S = 50  # MusicGen's codec frames


def track(prompt: str, seconds: float, seed: int) -> float:
    """Wall seconds for one track."""
    from klangwerk.engines.composer.generate import generate
    from klangwerk.engines.composer.params import TrackParams

    start = time.perf_counter()
    generate(TrackParams(prompt=prompt, duration_s=seconds), seed=seed)
    return time.perf_counter() - start


def musicgen() -> Callable[[float], float]:
    """A function from seconds of audio to wall seconds; the model is made once. Sizes are those of musicgen-small."""
    import torch
    from transformers import (
        EncodecConfig,
        MusicgenConfig,
        MusicgenDecoderConfig,
        MusicgenForConditionalGeneration,
        T5Config,
    )

    torch.manual_seed(1)
    text = T5Config(d_model=768, d_kv=64, d_ff=3072, num_layers=12, num_heads=12, vocab_size=32_128)
    codec = EncodecConfig(
        sampling_rate=32_000, audio_channels=1, num_filters=64, upsampling_ratios=[8, 5, 4, 4], codebook_size=2048,
        codebook_dim=128, hidden_size=128, target_bandwidths=[2.2], norm_type="weight_norm", use_causal_conv=False,
        use_conv_shortcut=False, normalize=False, chunk_length_s=None, overlap=None,
    )  # fmt: skip
    decoder = MusicgenDecoderConfig(
        vocab_size=2048, hidden_size=1024, num_hidden_layers=24, num_attention_heads=16, ffn_dim=4096, num_codebooks=4,
        audio_channels=1,
    )  # fmt: skip
    config = MusicgenConfig(
        text_encoder=text.to_dict(), audio_encoder=codec.to_dict(), decoder=decoder.to_dict()
    )
    model: Any = MusicgenForConditionalGeneration(config).eval()
    parameters = sum(each.numel() for each in model.parameters()) / 1e6
    print(
        f"MusicGen-small's network: {parameters:.0f} M parameters, {torch.get_num_threads()} threads",
        file=sys.stderr,
    )
    words = torch.arange(1, 13)[None, :]

    def run(seconds: float) -> float:
        tokens = round(seconds * _TOKENS_PER_S)
        start = time.perf_counter()
        with torch.inference_mode():
            model.generate(
                input_ids=words, attention_mask=torch.ones_like(words), do_sample=False,
                min_new_tokens=tokens, max_new_tokens=tokens + 4, guidance_scale=3.0,
            )  # fmt: skip
        return time.perf_counter() - start

    return run


def long_track() -> tuple[float, float]:
    """Wall seconds and peak memory in MB of a process of its own that makes three minutes."""
    code = (
        "import time\n"
        "from klangwerk.engines.composer.generate import generate\n"
        "from klangwerk.engines.composer.params import TrackParams\n"
        "start = time.perf_counter()\n"
        "generate(TrackParams(prompt='uplifting trance', duration_s=180.0), seed=1)\n"
        "print(time.perf_counter() - start)\n"
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    assert peak > before
    return float(answer.stdout), peak / 1024


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--seconds", type=float, default=30.0)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--long", action="store_true")
    options.add_argument("--musicgen-seconds", type=float, default=10.0)
    options.add_argument("--json")
    asked = options.parse_args()
    told: dict[str, Any] = {}
    if asked.long:  # first, while this process is small
        wall_s, peak_mb = long_track()
        told["three_minutes"] = {"wall_s": wall_s, "peak_mb": peak_mb}
        print(f"three minutes of trance, cold: {wall_s:.1f} s, peak memory {peak_mb:.0f} MB")
    other = musicgen() if asked.musicgen_seconds else None
    track(PROMPTS[0], 4.0, 0)  # loads what is loaded once
    ours: dict[str, list[float]] = {prompt: [] for prompt in PROMPTS}
    theirs: list[float] = []
    same: list[float] = []
    for round_ in range(asked.rounds):
        for prompt in PROMPTS:
            ours[prompt].append(track(prompt, asked.seconds, round_))
        if other is not None and round_ < 3:
            theirs.append(other(asked.musicgen_seconds))
            same.append(
                statistics.median(track(prompt, asked.musicgen_seconds, round_) for prompt in PROMPTS)
            )
    for prompt, walls in ours.items():
        middle = statistics.median(walls)
        print(
            f"{asked.seconds:g} s of {prompt:34} {middle:6.2f} s  {asked.seconds / middle:6.1f} times real time"
        )
    medians = [statistics.median(walls) for walls in ours.values()]
    told["ours"] = {
        "seconds": asked.seconds,
        "median_s": statistics.median(medians),
        "slowest_s": max(medians),
    }
    print(f"median of all {statistics.median(medians):.2f} s, slowest kind {max(medians):.2f} s")
    if theirs:
        ratio = statistics.median(theirs) / statistics.median(same)
        told["musicgen"] = {
            "seconds": asked.musicgen_seconds,
            "wall_s": statistics.median(theirs),
            "ratio": ratio,
        }
        print(
            f"{asked.musicgen_seconds:g} s: MusicGen-small's network {statistics.median(theirs):.1f} s, ours "
            f"{statistics.median(same):.2f} s: {ratio:.0f} times faster"
        )
    if asked.json:
        with open(asked.json, "w", encoding="utf-8") as file:
            json.dump(told, file, indent=1)


if __name__ == "__main__":
    main()
