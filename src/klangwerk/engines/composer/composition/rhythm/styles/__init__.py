"""Which drummer plays which genre."""

from __future__ import annotations

from klangwerk.engines.composer.composition.rhythm.style import Style
from klangwerk.engines.composer.composition.rhythm.styles import band, broken, club, hiphop, roots, scored
from klangwerk.engines.composer.genres import Genre

STYLES: dict[Genre, Style] = {
    **club.STYLES,
    **broken.STYLES,
    **hiphop.STYLES,
    **band.STYLES,
    **roots.STYLES,
    **scored.STYLES,
}
