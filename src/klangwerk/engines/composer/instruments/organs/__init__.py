"""Organs: tone wheels, pipes, reeds."""

from klangwerk.engines.composer.instruments.organs.accordion import accordion
from klangwerk.engines.composer.instruments.organs.church import church
from klangwerk.engines.composer.instruments.organs.drawbar import drawbar

__all__ = ["accordion", "church", "drawbar"]
