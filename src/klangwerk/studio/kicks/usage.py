"""Who uses a kick: apps above register what keeps a kick from being deleted without a question."""

from __future__ import annotations

from klangwerk.studio.common.usage import OthersUse, Registry, Use, extra_of
from klangwerk.studio.kicks.models import Kick

__all__ = ["OthersUse", "Use", "extra_of", "register", "unregister", "uses_of"]

_registry: Registry[Kick] = Registry()
register = _registry.register
unregister = _registry.unregister
uses_of = _registry.uses_of
