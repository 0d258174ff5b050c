"""Bounces in samples: places, gains, mute and solo, stems, loops, tails, the limiter, and what they are made of."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from scipy.signal import fftconvolve, sosfilt

from klangwerk.dsp import Effect
from klangwerk.engines.contracts import Cancelled, CancelToken, InputUnusable, InvalidParams
from klangwerk.engines.rack.filters import high_pass, low_pass
from klangwerk.engines.rack.master import Master
from klangwerk.engines.rack.mixer import Mixer
from klangwerk.engines.rack.params import LAYERS, BounceParams
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import RackSounds, playable
from klangwerk.engines.rack.timing import beat_frame, bounce_frames
from klangwerk.engines.rack.voices import KickVoice, NoiseVoice, Pattern
from klangwerk.sound import AudioBuffer

RATE_HZ = 44_100
TAIL = BounceParams(bars=1, ending="tail")


def wide(samples: np.ndarray) -> np.ndarray:
    return np.broadcast_to(samples, (2, samples.shape[1]))


def plain_chain(params, sounds, pattern, frames) -> dict[str, np.ndarray]:
    """The chain of the contract, all at once and without any of the renderer's parts but voices and effects."""
    kick = KickVoice(sounds.kick.samples, params.kick_len, pattern).read(0, frames)
    for name, values in (
        ("distortion", {"amount": params.kick_dist_amt}),
        ("ott", {"amount": params.kick_ott_amt, "ratio_scale": 10, "low_db": 9, "mid_db": -3, "high_db": 0}),
    ):
        effect = Effect(name)
        effect.set(**values)
        kick = effect.process(kick)
    kick = wide(kick)
    noise = wide(NoiseVoice(sounds.noise.samples, pattern, stop=pattern.frames).read(0, frames))

    def filtered(samples, low, high, volume):
        rows = [[*entry[:3], 1.0, *entry[3:]] for entry in (low_pass(low), high_pass(high))]
        return 10 ** (volume / 20) * sosfilt(np.array(rows), samples.astype(np.float64))

    noise = filtered(noise, params.noise_low_pass_freq, params.noise_high_pass_freq, params.noise_volume)
    impulse = wide(sounds.reverb.samples).astype(np.float64)
    wet = np.stack([fftconvolve((kick + noise)[side], impulse[side])[:frames] for side in range(2)])
    reverb = filtered(wet, params.reverb_low_pass_freq, params.reverb_high_pass_freq, params.reverb_volume)
    return {"kick": kick, "noise": noise, "reverb": reverb}


def plain_master(params, mix: np.ndarray) -> np.ndarray:
    ott, distortion, limiter = Effect("ott"), Effect("distortion"), Effect("limiter")
    ott.set(amount=params.master_ott_amt, ratio_scale=8, low_db=3, mid_db=-3, high_db=0)
    distortion.set(amount=params.master_dist_amt)
    limiter.set(gain_db=20 * np.log10(params.master_limiter_amt))
    padded = np.pad(mix.astype(np.float32), ((0, 0), (0, limiter.latency_frames)))
    return limiter.process(distortion.process(ott.process(padded)))[:, limiter.latency_frames :]


def test_it_is_the_chain_of_the_rack(everything, sounds, level_db):
    """Against the same chain written plainly: every stem to -110 dB, the mix to -90 dB (its OTT lifts by 24 dB)."""
    result = render(everything, TAIL, sounds=sounds, stems=True)
    pattern = Pattern(everything.bpm, 1, repeats=False)
    frames = result.mix.frames
    layers = plain_chain(everything, sounds, pattern, frames)
    for layer in LAYERS:
        assert level_db(result.stems[layer].samples - layers[layer]) < -110, layer
    mix = plain_master(everything, sum(layers.values()))
    assert level_db(result.mix.samples[:, : frames - 100] - mix[:, : frames - 100]) < -90
    assert level_db(mix) > -6


@pytest.mark.parametrize("bpm", [60, 137, 140, 365])
def test_frame_0_is_the_first_beat_and_every_beat_follows_to_the_frame(params, bpm, sounds):
    """A click goes through the whole chain: the limiter's look-ahead moves nothing."""
    click = np.zeros((1, 300), dtype=np.float32)
    click[0, 0] = 0.5
    dry = params(bpm=bpm, reverb_volume=-60.0, master_limiter_amt=1.0)
    result = render(dry, TAIL, sounds=replace(sounds, kick=AudioBuffer(click, RATE_HZ)), stems=True)
    for samples in (result.mix.samples[0], result.stems["kick"].samples[0]):
        sounding = np.flatnonzero(np.abs(samples) > 1e-3)
        begins = sounding[np.diff(sounding, prepend=-10_000) > 3_000]
        assert begins.tolist() == [beat_frame(beat, bpm) for beat in range(4)]


@pytest.mark.parametrize("bars", [1, 3])
@pytest.mark.parametrize("bpm", [61, 150, 365])
def test_a_loop_is_as_long_as_its_bars(everything, sounds, bars, bpm):
    result = render(replace(everything, bpm=bpm), BounceParams(bars=bars), sounds=sounds, stems=True)
    for buffer in (result.mix, *result.stems.values()):
        assert (buffer.channels, buffer.frames, buffer.sample_rate) == (2, bounce_frames(bars, bpm), RATE_HZ)


@pytest.mark.parametrize("bpm", [60, 151, 365])
def test_a_loop_is_a_piece_of_the_pattern_going_on_for_ever(everything, sounds, bpm, level_db):
    """The last of many rounds, each with the memory of those before, against a loop of one."""
    one = replace(everything, bpm=bpm)
    loop = render(one, BounceParams(bars=1), sounds=sounds).mix.samples
    round_frames = bounce_frames(1, bpm)
    rounds = max(3, -(-5 * RATE_HZ // round_frames))
    mixer = Mixer(one, BounceParams(bars=1), sounds)
    master = Master(one, channels=2)
    heard = []
    for turn in range(rounds):
        start, stop = turn * round_frames, (turn + 1) * round_frames
        if turn == rounds - 1:
            stop += master.latency_frames
        layers = mixer.read_layers(start, stop, mixer.read_kick(start, stop))
        mix = mixer.mixed(layers, stop - start)
        heard.append(master.limit(*(master.process_side(side, mix) for side in range(2))))
    whole = np.concatenate(heard, axis=1)[:, master.latency_frames :]
    last = whole[:, -round_frames:]
    assert level_db(loop - last) < -90


@pytest.mark.parametrize("bars", [1, 2])
@pytest.mark.parametrize("bpm", [147, 151, 365])
def test_the_end_of_a_loop_leads_into_its_beginning(params, sounds, bpm, bars):
    """The step over the seam is as large as steps beside it: with noise and reverb but no kick, which is a step itself."""
    smooth = params(
        bpm=bpm,
        master_ott_amt=0.5,
        noise_volume=-12.0,
        noise_low_pass_freq=300.0,
        reverb_volume=-10.0,
        reverb_low_pass_freq=300.0,
    )
    bounce = BounceParams(bars=bars, muted=frozenset({"kick"}))
    loop = render(smooth, bounce, sounds=sounds).mix.samples.astype(np.float64)
    twice = np.concatenate([loop, loop], axis=1)
    seam = loop.shape[1]
    steps = np.abs(np.diff(twice, n=2, axis=1))
    around = steps[:, seam - 3 : seam + 1].max()
    assert around <= 1.5 * steps[:, seam - 400 : seam - 4].max()


@pytest.mark.parametrize("bpm", [100, 150, 240])
def test_loops_put_together_are_one_longer_rendering(everything, sounds, bpm, level_db):
    """Four bars are four times one bar, where the noise begins anew on every bar in both (here it is off)."""
    quiet = replace(everything, noise_volume=-70.0, bpm=bpm)
    one = render(quiet, BounceParams(bars=1), sounds=sounds).mix.samples
    four = render(quiet, BounceParams(bars=4), sounds=sounds).mix.samples
    assert four.shape[1] == 4 * one.shape[1]
    assert level_db(np.tile(one, 4) - four) < -90


def test_the_size_of_chunks_is_not_heard(everything, sounds, level_db):
    for bounce in (BounceParams(bars=2), BounceParams(bars=2, ending="tail")):
        usual = render(everything, bounce, sounds=sounds, stems=True)
        small = render(everything, bounce, sounds=sounds, stems=True, chunk_frames=9_001)
        frames = min(small.mix.frames, usual.mix.frames)
        assert (
            max(small.mix.frames, usual.mix.frames) - frames < 2_000
        )  # the last frame above -80 dB is a close call
        assert level_db(small.mix.samples[:, :frames] - usual.mix.samples[:, :frames]) < -90
        for layer in LAYERS:
            pair = [result.stems[layer].samples[:, :frames] for result in (small, usual)]
            assert level_db(pair[0] - pair[1]) < -115


def test_the_same_is_the_same_to_the_bit(everything, sounds):
    bounce = BounceParams(bars=2)
    first = render(everything, bounce, sounds=sounds, stems=True)
    for _ in range(3):
        again = render(everything, bounce, sounds=sounds, stems=True)
        assert np.array_equal(again.mix.samples, first.mix.samples)
        assert all(np.array_equal(again.stems[layer].samples, first.stems[layer].samples) for layer in LAYERS)
    without = render(everything, bounce, sounds=sounds)
    assert np.array_equal(without.mix.samples, first.mix.samples)
    assert without.stems == {}


def test_a_mono_kick_is_the_same_kick_on_both_channels(params, sounds):
    stereo = replace(sounds, kick=AudioBuffer(np.repeat(sounds.kick.samples, 2, axis=0), RATE_HZ))
    preset = params(kick_dist_amt=0.3, kick_ott_amt=0.7, master_ott_amt=0.4, reverb_volume=-12.0)
    from_mono = render(preset, TAIL, sounds=sounds, stems=True)
    from_stereo = render(preset, TAIL, sounds=stereo, stems=True)
    assert np.array_equal(from_mono.stems["kick"].samples, from_stereo.stems["kick"].samples)
    assert from_mono.mix.samples == pytest.approx(from_stereo.mix.samples, abs=1e-5)
    dry = render(params(reverb_volume=-60.0), TAIL, sounds=sounds)
    assert np.array_equal(dry.mix.samples[0], dry.mix.samples[1])


# --- off, mute, solo -------------------------------------------------------------------------------------------------


def test_what_is_off_is_nothing_at_all(params, sounds):
    result = render(params(noise_volume=-70.0, reverb_volume=-60.0), TAIL, sounds=sounds, stems=True)
    assert not result.stems["noise"].samples.any()
    assert not result.stems["reverb"].samples.any()
    assert result.stems["kick"].samples.any()


MUTES = [frozenset(chosen) for size in range(4) for chosen in itertools.combinations(LAYERS, size)]


@pytest.mark.parametrize("muted", MUTES, ids=lambda chosen: "-".join(sorted(chosen)) or "none")
def test_muted_layers_are_neither_heard_nor_sent(everything, sounds, muted, level_db):
    frames = 30_000
    result = render(everything, replace(TAIL, muted=muted), sounds=sounds, stems=True)
    empty = np.zeros_like(sounds.noise.samples[:, :1])
    silenced = RackSounds(
        kick=AudioBuffer(empty[:1], RATE_HZ) if "kick" in muted else sounds.kick,
        noise=AudioBuffer(empty, RATE_HZ) if "noise" in muted else sounds.noise,
        reverb=sounds.reverb,
    )
    expected = render(everything, TAIL, sounds=silenced, stems=True)
    for layer in LAYERS:
        heard = result.stems[layer].samples[:, :frames]
        if layer in muted:
            assert not heard.any()
        else:
            assert level_db(heard - expected.stems[layer].samples[:, :frames]) < -115


@pytest.mark.parametrize("soloed", MUTES[1:], ids=lambda chosen: "-".join(sorted(chosen)))
def test_a_solo_leaves_what_the_reverb_gets(everything, sounds, soloed, level_db):
    usual = render(everything, TAIL, sounds=sounds, stems=True)
    result = render(everything, replace(TAIL, soloed=soloed), sounds=sounds, stems=True)
    for layer in LAYERS:
        heard = result.stems[layer].samples
        if layer in soloed:
            frames = min(heard.shape[1], usual.mix.frames)
            assert level_db(heard[:, :frames] - usual.stems[layer].samples[:, :frames]) < -115
        else:
            assert not heard.any()


def test_a_muted_layer_that_is_soloed_is_muted(everything, sounds):
    bounce = replace(TAIL, muted=frozenset({"kick"}), soloed=frozenset({"kick"}))
    result = render(everything, bounce, sounds=sounds, stems=True)
    assert not result.mix.samples.any()
    assert result.mix.frames == bounce_frames(1, everything.bpm)


# --- stems, tails, limiter -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ["loop", "tail"])
def test_stems_add_up_to_what_enters_the_master(everything, sounds, ending, level_db):
    bounce = BounceParams(bars=1, ending=ending)
    result = render(everything, bounce, sounds=sounds, stems=True)
    added = sum(result.stems[layer].samples.astype(np.float64) for layer in LAYERS)
    if ending == "tail":
        mixer = Mixer(everything, bounce, sounds)
        frames = result.mix.frames
        entering = mixer.mixed(mixer.read_layers(0, frames, mixer.read_kick(0, frames)), frames)
        assert level_db(added - entering) < -118
        assert level_db(entering) > -12
    mastered = plain_master(everything, added)
    settled = slice(RATE_HZ, result.mix.frames - 100)
    assert level_db(mastered[:, settled] - result.mix.samples[:, settled]) < -60


def test_a_tail_rings_out_and_is_trimmed_at_80_db(everything, sounds):
    result = render(everything, TAIL, sounds=sounds, stems=True)
    bars = bounce_frames(1, everything.bpm)
    assert bars < result.mix.frames <= bars + sounds.kick.frames + sounds.reverb.frames
    last = [buffer.samples[:, -1] for buffer in (result.mix, *result.stems.values())]
    assert np.abs(last).max() >= 1e-4  # one frame less would cut what is still there
    assert (
        result.stems["kick"].samples[:, beat_frame(3, 150) + 18_000 + 2_000 :].max() < 1e-4
    )  # no further beat


def test_a_tail_is_never_shorter_than_its_bars(params, sounds):
    short = replace(sounds, kick=AudioBuffer(sounds.kick.samples[:, :2_000], RATE_HZ))
    result = render(params(bpm=60, reverb_volume=-60.0), TAIL, sounds=short)
    assert result.mix.frames == bounce_frames(1, 60)


@pytest.mark.parametrize("gain", [1.0, 2.0, 8.0])
def test_nothing_leaves_the_limiter_above_its_ceiling(everything, sounds, gain):
    loud = replace(
        everything, master_limiter_amt=gain, noise_volume=-6.0, reverb_volume=0.0, master_ott_amt=1.0
    )
    for ending in ("loop", "tail"):
        mix = render(loud, BounceParams(bars=1, ending=ending), sounds=sounds).mix.samples
        assert np.abs(mix).max() <= 10 ** (-0.3 / 20) + 1e-6


# --- the call --------------------------------------------------------------------------------------------------------


def test_it_says_how_far_it_is(everything, sounds):
    said: list[tuple[float, str]] = []
    render(everything, BounceParams(bars=8), sounds=sounds, progress=lambda *step: said.append(step))
    fractions = [fraction for fraction, _ in said]
    assert fractions == sorted(fractions)
    assert (fractions[0], fractions[-1]) == (0.0, 1.0)
    steps = [step for _, step in said]
    assert steps[0] == "Setting up the rack"
    assert "Settling the loop" in steps
    assert any(step.startswith("Rendering bar ") and step.endswith(" of 8") for step in steps)
    assert steps[-1] == "Done"


def test_it_stops_when_asked_to(everything, sounds):
    cancel = CancelToken()
    said: list[str] = []

    def progress(fraction: float, step: str) -> None:
        said.append(step)
        if fraction > 0.2:
            cancel.request()

    with pytest.raises(Cancelled):
        render(everything, BounceParams(bars=64), sounds=sounds, progress=progress, cancel=cancel)
    assert "Done" not in said
    assert len(said) < 20
    asked_before = CancelToken()
    asked_before.request()
    with pytest.raises(Cancelled):
        render(everything, TAIL, sounds=sounds, cancel=asked_before)


def test_provenance_is_enough_to_make_it_again(everything, sounds):
    bounce = BounceParams(bars=2, ending="tail", muted=frozenset({"noise"}))
    provenance = render(everything, bounce, sounds=sounds).provenance
    assert (provenance.engine, provenance.seed) == ("rack", 0)
    assert provenance.params["bpm"] == 150
    assert provenance.params["noise_low_pass_freq"] == 5000.0
    assert provenance.params["reverb_sample"] == "Reverb"
    told = {name: provenance.params[name] for name in ("bars", "ending", "muted", "soloed")}
    assert told == {"bars": 2, "ending": "tail", "muted": ["noise"], "soloed": []}
    assert type(provenance).from_tag(provenance.to_tag()) == provenance


def test_too_many_bars_are_refused_before_anything_is_done(everything, sounds):
    with pytest.raises(InvalidParams, match="longer than 15 minutes") as told:
        render(replace(everything, bpm=60), BounceParams(bars=512), sounds=sounds)
    assert told.value.field == "bars"


def test_sounds_must_be_playable(sounds):
    with pytest.raises(InputUnusable, match="44100 Hz"):
        replace(sounds, kick=AudioBuffer(np.zeros((1, 100)), 48_000))
    with pytest.raises(InputUnusable, match="mono or stereo"):
        replace(sounds, reverb=AudioBuffer(np.zeros((3, 100)), RATE_HZ))
    with pytest.raises(InputUnusable, match="no sound"):
        playable(AudioBuffer(np.zeros((1, 0)), RATE_HZ))
    made = playable(AudioBuffer(np.zeros((6, 48_000)), 48_000))
    assert (made.channels, made.frames, made.sample_rate) == (1, RATE_HZ, RATE_HZ)
    kept = playable(sounds.noise)
    assert kept is sounds.noise


@pytest.mark.parametrize("which", ["kick", "noise", "reverb"])
def test_one_frame_is_a_sound(everything, sounds, which):
    tiny = replace(sounds, **{which: AudioBuffer(np.full((1, 1), 0.5, dtype=np.float32), RATE_HZ)})
    for ending in ("loop", "tail"):
        result = render(everything, BounceParams(bars=1, ending=ending), sounds=tiny)
        assert np.isfinite(result.mix.samples).all()
        assert result.mix.samples.any()
