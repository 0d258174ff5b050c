"""Tracks and generations as JSON. Names are snake_case here and camelCase on the wire."""

from __future__ import annotations

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from klangwerk.studio.common.fields import FreeFormJSONField, OneLineField
from klangwerk.studio.jobs.serializers import JobSerializer
from klangwerk.studio.library.serializers import PEAKS_HELP, SoundSerializer
from klangwerk.studio.music import files, selectors
from klangwerk.studio.music.models import NAME_CHARS_MAX, Track, TrackType
from klangwerk.studio.music.order import FORMATS
from klangwerk.studio.music.progress import GenerationStatus


class StemIdsSerializer(serializers.Serializer[Any]):
    """The stems of a generation that are there, by type."""

    bass = serializers.UUIDField(required=False)
    chords = serializers.UUIDField(required=False)
    melody = serializers.UUIDField(required=False)
    percussion = serializers.UUIDField(required=False)


class TrackSerializer(SoundSerializer):
    """A track as clients see it."""

    id = serializers.UUIDField()
    asset_id = serializers.UUIDField(help_text="What the timeline knows the sound by.")
    type = serializers.ChoiceField(choices=TrackType.values)
    name = serializers.CharField()
    prompt = serializers.CharField(source="generation.prompt")
    generation_id = serializers.UUIDField()
    main_track_id = serializers.SerializerMethodField(
        help_text="The mix that a stem is part of, null once that is deleted; of a mix, itself."
    )
    genre = serializers.CharField()
    bpm = serializers.FloatField()
    key = serializers.CharField(source="generation.key")
    looping = serializers.BooleanField()
    seed = serializers.IntegerField(source="generation.seed")
    format = serializers.ChoiceField(source="asset.format", choices=FORMATS)
    sample_rate = serializers.IntegerField(source="asset.sample_rate")
    channels = serializers.IntegerField(source="asset.channels")
    true_peak_dbtp = serializers.FloatField(source="asset.true_peak_dbtp")
    is_favourite = serializers.BooleanField()
    created_at = serializers.DateTimeField()

    @extend_schema_field(serializers.UUIDField(allow_null=True))
    def get_main_track_id(self, track: Track) -> str | None:
        found = track.pk if track.type == TrackType.MAIN else track.main_id
        return None if found is None else str(found)


class TrackDetailSerializer(TrackSerializer):
    """One track, with what was understood and composed, and links to all files of its generation."""

    metadata = FreeFormJSONField(source="generation.metadata")
    stems = serializers.SerializerMethodField()
    stems_zip_url = serializers.SerializerMethodField(
        help_text="Mix, stems and MIDI as a zip archive; works for a limited time."
    )
    midi_url = serializers.SerializerMethodField(help_text="The score; works for a limited time.")

    @extend_schema_field(StemIdsSerializer)
    def get_stems(self, track: Track) -> dict[str, str]:
        return stems_of(track.generation_id)

    def get_stems_zip_url(self, track: Track) -> str:
        return files.signed_url(track, files.STEMS)

    def get_midi_url(self, track: Track) -> str:
        return files.signed_url(track, files.MIDI)


class TrackPatchSerializer(serializers.Serializer[Any]):
    """What may be changed of a track."""

    name = OneLineField(required=False, max_length=NAME_CHARS_MAX)
    is_favourite = serializers.BooleanField(required=False)


class TrackPeaksSerializer(serializers.Serializer[Any]):
    """The outline of a waveform."""

    peaks = serializers.CharField(help_text=PEAKS_HELP)
    duration_s = serializers.FloatField()


class GenerationErrorSerializer(serializers.Serializer[Any]):
    """Why nothing came of an order."""

    code = serializers.CharField(help_text="`cancelled`, or one of the codes of failed jobs.")
    message = serializers.CharField()


class GenerationSerializer(serializers.Serializer[Any]):
    """How an order stands, and what came of it. Of a `Standing`."""

    status = serializers.ChoiceField(choices=[status.value for status in GenerationStatus])
    task_id = serializers.UUIDField()
    track_id = serializers.UUIDField(allow_null=True, help_text="The main track.")
    stems = StemIdsSerializer(help_text="Empty until it is composed.")
    metadata = FreeFormJSONField(allow_null=True)
    error = GenerationErrorSerializer(allow_null=True)
    job = JobSerializer(allow_null=True, help_text="Null once the job has left the list of work.")


def stems_of(generation_id: Any) -> dict[str, str]:
    """As `StemIdsSerializer` has it."""
    found = selectors.stem_ids(generation_id)
    return {type: str(id) for type, id in found.items() if type != TrackType.MAIN}
