"""The studio's settings with this app among the others."""

from __future__ import annotations

from klangwerk.studio.config.settings import *  # noqa: F403
from klangwerk.studio.config.settings import INSTALLED_APPS

INSTALLED_APPS = [*INSTALLED_APPS, "long_job"]
