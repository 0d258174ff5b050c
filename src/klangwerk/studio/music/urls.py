"""Addresses of the music app."""

from __future__ import annotations

from django.urls import URLPattern, path

from klangwerk.studio.common.urls import path_both
from klangwerk.studio.music import apis, file_apis, files

_TRACK = "api/tracks/<uuid:track_id>/"

urlpatterns: list[URLPattern] = [
    *path_both("api/tracks/generate/", apis.TrackGenerateApi.as_view(), name="track-generate"),
    *path_both("api/tracks/generations/<uuid:task_id>/", apis.GenerationApi.as_view(), name="generation"),
    *path_both("api/tracks/", apis.TrackListApi.as_view(), name="tracks"),
    *path_both(_TRACK, apis.TrackDetailApi.as_view(), name="track"),
    *path_both(f"{_TRACK}download/", file_apis.TrackDownloadApi.as_view(), name="track-download"),
    *path_both(f"{_TRACK}peaks/", file_apis.TrackPeaksApi.as_view(), name="track-peaks"),
    *path_both(f"{_TRACK}stems.zip/", file_apis.TrackStemsApi.as_view(), name="track-stems"),
    *path_both(f"{_TRACK}midi/", file_apis.TrackMidiApi.as_view(), name="track-midi"),
    path("media/stems/<str:token>/<str:file_name>", files.stems_view, name="stems-file"),
    path("media/midi/<str:token>/<str:file_name>", files.midi_view, name="midi-file"),
]
