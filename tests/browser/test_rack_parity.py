"""The same preset in Chromium and in Python: equal in every octave, on the same samples."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from klangwerk.engines.rack import sounds
from klangwerk.engines.rack.params import RANGES, BounceParams, Ending, RackParams
from klangwerk.engines.rack.render import render
from klangwerk.engines.rack.sounds import RackSounds

from .rack import bounce, open_rack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.needs("chromium")

RATE = 44_100
OCTAVES_HZ = [31.25 * 2**octave for octave in range(10)]
TOLERANCE_DB = 0.1
SAME_DB = (
    -75.0
)  # of the difference, sample by sample, below the sound itself: it would be -6 dB for one sample of delay
FLOOR = 1e-11  # power of -110 dBFS: below it the last digits of float32 say more than the sound
INAUDIBLE = 1e-7  # of the loudest band: what is weaker has no say


@pytest.fixture(scope="module")
def catalog() -> sounds.Catalog:
    """The shipped sounds."""
    return sounds.catalog()


@pytest.fixture
def page(context_make: Callable[..., BrowserContext]) -> Iterator[Page]:
    """A guest at the rack."""
    made = context_make().new_page()
    open_rack(made)
    return made


def cases() -> list[Any]:
    """Init, everything on, and presets drawn at random over the whole of every range."""
    init = {name: found.default for name, found in RANGES.items()}
    full = init | {
        "kick_len": 0.6, "kick_dist_amt": 0.3, "kick_ott_amt": 0.6, "noise_volume": -12, "noise_low_pass_freq": 3000,
        "noise_high_pass_freq": 200, "reverb_volume": -4, "reverb_low_pass_freq": 2500, "reverb_high_pass_freq": 120,
        "master_ott_amt": 0.5, "master_dist_amt": 0.2, "master_limiter_amt": 3,
    }  # fmt: skip
    rng = np.random.default_rng(20)
    drawn = [
        {name: float(rng.uniform(found.low, found.high)) for name, found in RANGES.items()} for _ in range(4)
    ]
    tail, loop = {"bars": 2, "ending": "tail"}, {"bars": 2, "ending": "loop"}
    return [
        pytest.param(init, tail, 0, id="Init"),
        pytest.param(full, {"bars": 5, "ending": "tail"}, 1, id="everything, noise comes round"),
        pytest.param(full | {"bpm": 173}, loop, 2, id="a loop"),
        pytest.param(full, tail | {"muted": ["kick"]}, 3, id="kick muted"),
        pytest.param(full, tail | {"soloed": ["reverb"]}, 4, id="reverb solo"),
        *(
            pytest.param(values, (tail, loop)[i % 2], 5 + i, id=f"drawn {i}")
            for i, values in enumerate(drawn)
        ),
    ]


@pytest.mark.parametrize(("values", "settings", "pick"), cases())
def test_browser_and_python_render_the_same(
    page: Page, catalog: sounds.Catalog, values: dict[str, float], settings: dict[str, Any], pick: int
) -> None:
    """Mix and stems: of one length, within 0.1 dB in each octave, and not a sample apart."""
    values = values | {"bpm": round(values["bpm"])}
    names = {
        layer: listed[pick % len(listed)].name
        for layer, listed in (("kick", catalog.kicks), ("noise", catalog.noises), ("reverb", catalog.reverbs))
    }
    heard = bounce(
        page,
        {
            "values": {_camel(name): value for name, value in values.items()},
            "kick": {"kind": "stock", "name": names["kick"]},
            "noise": names["noise"],
            "reverb": names["reverb"],
        },
        **settings,
    )
    result = render(
        RackParams(**{f"{layer}_sample": name for layer, name in names.items()}, **values),  # type: ignore[arg-type]
        BounceParams(
            bars=settings["bars"],
            ending=Ending(settings["ending"]),
            muted=frozenset(settings.get("muted", ())),
            soloed=frozenset(settings.get("soloed", ())),
        ),
        sounds=RackSounds(**{layer: sounds.load(layer, name) for layer, name in names.items()}),
        stems=True,
    )
    expected = {"mix": result.mix.samples, **{layer: stem.samples for layer, stem in result.stems.items()}}
    assert set(heard) == set(expected)
    for name, ours in expected.items():
        theirs = heard[name]
        frames = min(theirs.shape[1], ours.shape[1])
        # A tail ends where it falls below a threshold: what lies just there may fall on either side.
        slack = 0 if settings["ending"] == "loop" else RATE // 100
        assert max(theirs.shape[1], ours.shape[1]) - frames <= slack, name
        assert_same(theirs[:, :frames], ours[:, :frames], name)


def assert_same(theirs: NDArray[np.float32], ours: NDArray[np.float32], name: str) -> None:
    """Octave bands within the tolerance, and the difference of the samples far below them."""
    for left, right in zip(theirs, ours, strict=True):
        power, error = (
            float(np.mean(np.square(right, dtype=np.float64))),
            float(np.mean(np.square(left - right))),
        )
        if power == 0:
            assert error == 0, f"{name} is silent in Python alone"
            continue
        assert 10 * np.log10(error / max(power, FLOOR) + 1e-30) < SAME_DB, name
        if power < FLOOR:
            continue
        bands, bands_here = octaves(left), octaves(right)
        weighty = bands_here > INAUDIBLE * bands_here.max()
        off_db = 10 * np.log10(bands[weighty] / bands_here[weighty])
        assert np.abs(off_db).max() < TOLERANCE_DB, f"{name}: {off_db}"


def octaves(samples: NDArray[np.float32]) -> NDArray[np.float64]:
    """Energy in each octave band."""
    spectrum = np.square(np.abs(np.fft.rfft(samples.astype(np.float64))))
    pitch_hz = np.fft.rfftfreq(samples.size, 1 / RATE)
    edges = [(centre / 2**0.5, centre * 2**0.5) for centre in OCTAVES_HZ]
    return np.array([spectrum[(pitch_hz >= low) & (pitch_hz < high)].sum() for low, high in edges])


def test_one_sample_of_delay_would_be_found() -> None:
    """The measure itself: a shift by one sample and a change of 0.2 dB both fail."""
    rng = np.random.default_rng(1)
    sound = rng.standard_normal((2, RATE)).astype(np.float32)
    assert_same(sound, sound.copy(), "itself")
    with pytest.raises(AssertionError):
        assert_same(np.roll(sound, 1, axis=1), sound, "late")
    with pytest.raises(AssertionError):
        assert_same(sound * np.float32(10 ** (0.2 / 20)), sound, "louder")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
