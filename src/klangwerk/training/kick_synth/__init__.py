"""A procedural kick drum synthesizer: the training data of the kick model.

`sample` draws physical parameters from the priors of ten genres, `render` turns them into sound, `words` says what
somebody would call the result.
"""

from klangwerk.training.kick_synth.families import GENRES, sample
from klangwerk.training.kick_synth.labels import thresholds, words
from klangwerk.training.kick_synth.params import FRAMES, SAMPLE_RATE, SynthParams
from klangwerk.training.kick_synth.priors import STYLES
from klangwerk.training.kick_synth.render import SynthKick, render

__all__ = [
    "FRAMES",
    "GENRES",
    "SAMPLE_RATE",
    "STYLES",
    "SynthKick",
    "SynthParams",
    "render",
    "sample",
    "thresholds",
    "words",
]
