"""Brass, reeds, flute and voices."""

from klangwerk.engines.composer.instruments.winds.choirs import choir
from klangwerk.engines.composer.instruments.winds.sections import brass_section, horns
from klangwerk.engines.composer.instruments.winds.soloists import flute, muted_trumpet, tenor_sax

__all__ = ["brass_section", "choir", "flute", "horns", "muted_trumpet", "tenor_sax"]
