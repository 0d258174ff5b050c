"""Who uses tracks: apps above register what keeps them from being deleted without a question."""

from __future__ import annotations

from collections.abc import Sequence

from klangwerk.studio.common.usage import OthersUse, Registry, Use, extra_of
from klangwerk.studio.music.models import Track

__all__ = ["OthersUse", "Use", "extra_of", "register", "unregister", "uses_of"]

_registry: Registry[Sequence[Track]] = Registry()
register = _registry.register
unregister = _registry.unregister
uses_of = _registry.uses_of
