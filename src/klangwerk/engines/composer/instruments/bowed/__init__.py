"""Bowed strings. A bow makes a saw; the body colours it, the hair hisses."""

from klangwerk.engines.composer.instruments.bowed.sections import basses, ensemble, staccato
from klangwerk.engines.composer.instruments.bowed.soloists import cello, violin

__all__ = ["basses", "cello", "ensemble", "staccato", "violin"]
