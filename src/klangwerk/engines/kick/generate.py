"""A prompt becomes a kick: parse, sample a latent, decode frames, render, finish."""

from __future__ import annotations

import base64
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from klangwerk.engines.contracts import (
    CancelToken,
    InputUnusable,
    InvalidParams,
    Progress,
    Provenance,
    no_progress,
)
from klangwerk.engines.kick.finish import finish
from klangwerk.engines.kick.model import LATENT_BYTES, KickModel, latent_to_bytes
from klangwerk.engines.kick.params import SEED_MAX, Interpolation, KickParams, Variation
from klangwerk.engines.kick.prompt import ParsedPrompt, parse
from klangwerk.engines.kick.recording import frames_of
from klangwerk.engines.kick.sampler import between, integrate
from klangwerk.engines.kick.spec import SPEC
from klangwerk.engines.kick.tuning import tuned
from klangwerk.engines.kick.vocoder import render_body, render_noise
from klangwerk.sound import AudioBuffer

ENGINE = "kick"
ENGINE_VERSION = "1"  # raise it when the same model and seed give other bytes

Latent = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class KickResult:
    """audio: mono, 44.1 kHz, 2.0 s, peak -0.5 dBFS. latent: where it lies in the model, for variations."""

    audio: AudioBuffer
    latent: bytes
    prompt: ParsedPrompt
    provenance: Provenance


def generate(
    params: KickParams,
    *,
    seed: int,
    model: KickModel,
    progress: Progress = no_progress,
    cancel: CancelToken | None = None,
) -> KickResult:
    """One kick. The same params, seed and model give the same samples.

    Raises InvalidParams, InputUnusable (a start that is no kick), ModelError, Cancelled.
    """
    if not 0 <= seed <= SEED_MAX:
        raise InvalidParams(f"The seed must be a whole number from 0 to {SEED_MAX}.", field="seed")
    cancel = cancel or CancelToken()
    cancel.raise_if_requested()
    progress(0.0, "Reading the prompt")
    prompt = parse(params.prompt)
    asked = _with_prompt_sliders(params, prompt)
    rng = np.random.default_rng(seed)
    latent = _latent(asked, prompt, rng, model, progress, cancel)
    cancel.raise_if_requested()
    progress(0.75, "Rendering the sound")
    frames = tuned(model.decode(latent), asked)
    samples = finish(render_body(frames) + render_noise(frames, rng))
    cancel.raise_if_requested()
    progress(1.0, "Done")
    return KickResult(
        audio=AudioBuffer(samples[None, :], SPEC.sample_rate),
        latent=latent_to_bytes(latent),
        prompt=prompt,
        provenance=Provenance(
            engine=ENGINE,
            engine_version=ENGINE_VERSION,
            model=model.label,
            seed=seed,
            params=_record(params, latent),
        ),
    )


def _with_prompt_sliders(params: KickParams, prompt: ParsedPrompt) -> KickParams:
    """Lengths and pitches said in the prompt count unless a slider says otherwise."""
    return replace(
        params,
        length_s=params.length_s if params.length_s is not None else prompt.length_s,
        pitch_hz=params.pitch_hz if params.pitch_hz is not None else prompt.pitch_hz,
    )


def _latent(
    params: KickParams,
    prompt: ParsedPrompt,
    rng: np.random.Generator,
    model: KickModel,
    progress: Progress,
    cancel: CancelToken,
) -> Latent:
    # drawn whether it is needed or not, so that a seed gives the same grain to a kick, its variations and its blends
    noise = rng.standard_normal((1, SPEC.latent_dim), dtype=np.float32)
    start = params.start
    if isinstance(start, Interpolation):
        progress(0.1, "Blending two kicks")
        return between(_start_latent(start.a, model), _start_latent(start.b, model), start.mix)
    begin, x = 0.0, noise
    if isinstance(start, Variation):
        progress(0.1, "Listening to the kick to vary")
        origin = _start_latent(start.of, model)
        begin = 1.0 - start.strength
        x = np.float32(start.strength) * noise + np.float32(begin) * origin
        if start.strength == 0.0:
            return origin
    words = model.word_input(prompt.words)
    values, mask = model.description.scale.inputs(params)
    sliders = np.array([values], dtype=np.float32)
    masks = np.array([mask], dtype=np.float32)
    done = 0

    def velocity(at: Latent, t: float) -> Latent:
        nonlocal done
        cancel.raise_if_requested()
        progress(0.1 + 0.6 * done / params.steps, f"Shaping the kick, step {done + 1} of {params.steps}")
        done += 1
        return model.velocity(at, t, params.cfg_scale, words, sliders, masks)

    return integrate(velocity, x, steps=params.steps, begin=begin)


def _start_latent(source: bytes | AudioBuffer, model: KickModel) -> Latent:
    if isinstance(source, AudioBuffer):
        return model.encode(frames_of(source, keep=model.keep))
    if len(source) != LATENT_BYTES:
        raise InputUnusable("The stored kick to start from belongs to another model.")
    latent = np.frombuffer(source, dtype="<f4").astype(np.float32)[None, :]
    if not np.isfinite(latent).all():
        raise InputUnusable("The stored kick to start from is damaged.")
    return latent


def _record(params: KickParams, latent: Latent) -> dict[str, Any]:
    """What a file says of how it was made; the latent makes variations of the file exact."""
    record: dict[str, Any] = {"prompt": params.prompt, **params.sliders()}
    record |= {"steps": params.steps, "cfg_scale": params.cfg_scale}
    if isinstance(params.start, Variation):
        record["start"] = {"kind": "variation", "strength": params.start.strength}
    elif isinstance(params.start, Interpolation):
        record["start"] = {"kind": "interpolation", "mix": params.start.mix}
    record["latent"] = base64.b64encode(latent_to_bytes(latent)).decode()
    return record


def latent_of(provenance: Provenance, model: KickModel) -> bytes | None:
    """The latent in a file's provenance, if this model made it."""
    text = provenance.params.get("latent")
    if provenance.engine != ENGINE or provenance.model != model.label or not isinstance(text, str):
        return None
    try:
        found = base64.b64decode(text, validate=True)
    except ValueError:
        return None
    return found if len(found) == LATENT_BYTES else None
