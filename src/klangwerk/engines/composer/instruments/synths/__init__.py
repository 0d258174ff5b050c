"""Synthesizers of chords, sequences and leads."""

from klangwerk.engines.composer.instruments.synths.bells import fm_bell
from klangwerk.engines.composer.instruments.synths.leads import pluck, saw_lead, sine_lead, square_lead
from klangwerk.engines.composer.instruments.synths.unison import brass, stab, supersaw

__all__ = ["brass", "fm_bell", "pluck", "saw_lead", "sine_lead", "square_lead", "stab", "supersaw"]
