"""Projects as clients see them. Names are snake_case here and camelCase on the wire."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.selectors import signed_url
from klangwerk.studio.library.serializers import PEAKS_HELP, peaks_text
from klangwerk.studio.timeline import files, limits, sounds
from klangwerk.studio.timeline.document_serializers import LoopSerializer, ProjectTrackSerializer
from klangwerk.studio.timeline.models import Project

Sounds = dict[str, dict[str, Any]]


class ProjectSummarySerializer(serializers.Serializer[Any]):
    """A project in a list."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    version = serializers.IntegerField(help_text="Raised by one with every save.")
    bpm = serializers.FloatField()
    beats_per_bar = serializers.IntegerField()
    track_count = serializers.IntegerField()
    clip_count = serializers.IntegerField()
    duration_s = serializers.FloatField(help_text="Where the last clip ends.")
    created_at = serializers.DateTimeField()
    updated_at = serializers.DateTimeField()


class ProjectSoundSerializer(serializers.Serializer[Any]):
    """A sound that clips of a project play."""

    track_id = serializers.UUIDField(allow_null=True, help_text="Null for what is no track of the catalog.")
    name = serializers.CharField()
    type = serializers.ChoiceField(choices=limits.TRACK_TYPES)
    duration_s = serializers.FloatField()
    frames = serializers.IntegerField(help_text="At its own rate.")
    sample_rate = serializers.IntegerField()
    bpm = serializers.FloatField(allow_null=True)
    peaks = serializers.CharField(help_text=PEAKS_HELP)
    audio_url = serializers.CharField(allow_null=True, help_text="Plays; works for a limited time.")
    missing = serializers.BooleanField(help_text="It was deleted: its clips are silent.")


class ProjectSerializer(ProjectSummarySerializer):
    """A project with its arrangement, and what is needed to play it. Needs `sounds` in its context; see `as_json`."""

    loop = serializers.SerializerMethodField()
    tracks = serializers.SerializerMethodField()
    assets = serializers.SerializerMethodField(help_text="By asset id.")
    dawproject_url = serializers.SerializerMethodField(
        help_text="The project with its audio as a DAWproject; works for a limited time."
    )

    @extend_schema_field(LoopSerializer)
    def get_loop(self, project: Project) -> dict[str, Any]:
        return dict(project.document["loop"])

    @extend_schema_field(ProjectTrackSerializer(many=True))
    def get_tracks(self, project: Project) -> list[dict[str, Any]]:
        known = self.context["sounds"]
        return [
            {**track, "clips": [_with_track(clip, known) for clip in track["clips"]]}
            for track in project.document["tracks"]
        ]

    @extend_schema_field(serializers.DictField(child=ProjectSoundSerializer()))
    def get_assets(self, project: Project) -> Sounds:
        found: Sounds = self.context["sounds"]
        return found

    def get_dawproject_url(self, project: Project) -> str:
        return files.signed_url(project)


def as_json(project: Project) -> Any:
    """A project with all that belongs to it."""
    return ProjectSerializer(project, context={"sounds": _sounds(project)}).data


def _with_track(clip: dict[str, Any], known: Sounds) -> dict[str, Any]:
    return {**clip, "track_id": known[clip["asset_id"]]["track_id"]}


def _sounds(project: Project) -> Sounds:
    found = {str(asset.pk): _there(asset) for asset in sounds.assets_of(project)}
    for track in project.document["tracks"]:
        for clip in track["clips"]:
            if clip["asset_id"] not in found:
                found[clip["asset_id"]] = _missing(clip["name"])
    return found


def _there(asset: Asset) -> dict[str, Any]:
    track, kick, bounce, imported = (
        getattr(asset, kind, None) for kind in ("track", "kick", "bounce", "imported_sound")
    )
    row = track or kick or bounce or imported
    typed = track or imported
    name = asset.kind if row is None else row.name
    return {
        "track_id": None if track is None else str(track.pk),
        "name": name,
        "type": typed.type if typed is not None else "kick" if kick is not None else "upload",
        "duration_s": asset.duration_s,
        "frames": round(asset.duration_s * asset.sample_rate),
        "sample_rate": asset.sample_rate,
        "bpm": None if row is None or row in (kick, imported) else float(row.bpm),
        "peaks": peaks_text(asset),
        "audio_url": signed_url(asset, file_name=name),
        "missing": False,
    }


def _missing(name: str) -> dict[str, Any]:
    return {
        "track_id": None,
        "name": name,
        "type": "upload",
        "duration_s": 0.0,
        "frames": 0,
        "sample_rate": limits.RATE_HZ,
        "bpm": None,
        "peaks": "",
        "audio_url": None,
        "missing": True,
    }
