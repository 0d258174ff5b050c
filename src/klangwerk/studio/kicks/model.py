"""The kick model that this studio uses: the shipped one, or the one that a setting names."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from klangwerk.engines.kick import KickModel, load_model, own_model


def kick_model() -> KickModel:
    """Loaded once per process and kept warm. Raises ModelError."""
    setting: str | None = settings.KLANGWERK_KICK_MODEL
    return load_model(own_model(setting) if setting else None, cache=Path(settings.KLANGWERK_HOME) / "models")
