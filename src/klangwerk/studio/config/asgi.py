"""The server's entry for uvicorn: Django, and the WebSockets of live events.

Start uvicorn with `proxy_headers=False`: whose report of a client's address counts is decided by KLANGWERK_PROXIES.
"""

from __future__ import annotations

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "klangwerk.studio.config.settings")

import django
from django.conf import settings

from klangwerk.studio.config.database import pooled

settings.DATABASES["default"] = pooled(settings.DATABASES["default"])
django.setup(set_prefix=False)

# Below here, because these need the apps to be set up.
from channels.routing import ProtocolTypeRouter, URLRouter  # noqa: E402

from klangwerk.studio.config.handler import StudioHandler  # noqa: E402
from klangwerk.studio.jobs.routing import websocket_urlpatterns  # noqa: E402

application = ProtocolTypeRouter({"http": StudioHandler(), "websocket": URLRouter(websocket_urlpatterns)})
