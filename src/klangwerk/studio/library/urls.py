"""Addresses of the library."""

from __future__ import annotations

from django.urls import URLPattern, path

from klangwerk.studio.library.views import media

urlpatterns: list[URLPattern] = [path("media/<str:token>/<str:file_name>", media, name="media")]
