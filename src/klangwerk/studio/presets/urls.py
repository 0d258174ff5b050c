"""Addresses of the presets app."""

from __future__ import annotations

from django.urls import URLPattern, path

from klangwerk.studio.common.urls import path_both
from klangwerk.studio.presets import apis, bounce_apis, sound_files, sounds_api

urlpatterns: list[URLPattern] = [
    *path_both("api/presets/", apis.PresetListApi.as_view(), name="presets"),
    *path_both("api/presets/<uuid:preset_id>/", apis.PresetDetailApi.as_view(), name="preset"),
    *path_both(
        "api/presets/<uuid:preset_id>/render/", bounce_apis.PresetRenderApi.as_view(), name="preset-render"
    ),
    *path_both("api/bounces/", bounce_apis.BounceListApi.as_view(), name="bounces"),
    *path_both("api/bounces/<uuid:bounce_id>/", bounce_apis.BounceDetailApi.as_view(), name="bounce"),
    *path_both("api/sounds/", sounds_api.SoundsApi.as_view(), name="sounds"),
    path("sounds/<str:digest>/<path:file>", sound_files.sound_file, name="sound-file"),
]
