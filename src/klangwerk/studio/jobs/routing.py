"""Addresses of WebSockets."""

from __future__ import annotations

from django.urls import re_path

from klangwerk.studio.jobs.events.consumers import EventConsumer

websocket_urlpatterns = [re_path(r"^ws/events/?$", EventConsumer.as_asgi())]
