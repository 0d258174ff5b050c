"""An arrangement as it is sent, checked. Names are snake_case here and camelCase on the wire."""

from __future__ import annotations

from collections import Counter
from typing import Any

from rest_framework import serializers

from klangwerk.studio.common.fields import OneLineField
from klangwerk.studio.timeline import limits
from klangwerk.studio.timeline.content import NEW, Content
from klangwerk.studio.timeline.fields import (
    AssetIdField,
    FlagField,
    FramesField,
    GainField,
    LabelField,
    LocalIdField,
    NumberField,
    VersionField,
    WholeField,
)


class LoopSerializer(serializers.Serializer[Any]):
    """The region that is played round and round."""

    enabled = FlagField()
    start_frames = FramesField()
    stop_frames = FramesField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """It goes forward."""
        if attrs["stop_frames"] < attrs["start_frames"]:
            raise serializers.ValidationError({"stop_frames": ["The loop stops before it starts."]})
        return attrs


class ClipSerializer(serializers.Serializer[Any]):
    """A stretch of a sound at a place in time."""

    id = LocalIdField()
    asset_id = AssetIdField(help_text="A sound of yours.")
    track_id = serializers.UUIDField(
        read_only=True, allow_null=True, help_text="The track of the catalog that this is the sound of."
    )
    name = LabelField()
    start_frames = FramesField(help_text="Where it begins in the project.")
    offset_frames = FramesField(help_text="Where it begins in the sound.")
    length_frames = FramesField(min_value=1)
    gain_db = GainField()
    fade_in_frames = FramesField()
    fade_out_frames = FramesField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """It ends within the hour, and no fade is longer than it."""
        if attrs["start_frames"] + attrs["length_frames"] > limits.FRAMES_MAX:
            raise serializers.ValidationError({"length_frames": ["A project has at most an hour."]})
        for name in ("fade_in_frames", "fade_out_frames"):
            if attrs[name] > attrs["length_frames"]:
                raise serializers.ValidationError({name: ["The fade is longer than the clip."]})
        attrs["asset_id"] = str(attrs["asset_id"])
        return attrs


class ProjectTrackSerializer(serializers.Serializer[Any]):
    """A row of the timeline."""

    id = LocalIdField()
    name = LabelField()
    type = serializers.ChoiceField(choices=limits.TRACK_TYPES)
    gain_db = GainField()
    pan = NumberField(min_value=-1.0, max_value=1.0, help_text="-1 left to 1 right.")
    muted = FlagField()
    soloed = FlagField()
    clips = ClipSerializer(many=True, max_length=limits.CLIPS_MAX)  # type: ignore[call-arg]  # of the list


class ArrangementSerializer(serializers.Serializer[Any]):
    """All of a project that its editor changes."""

    name = OneLineField(max_length=limits.PROJECT_NAME_CHARS_MAX)
    bpm = NumberField(min_value=limits.BPM_MIN, max_value=limits.BPM_MAX)
    beats_per_bar = WholeField(min_value=limits.BEATS_PER_BAR_MIN, max_value=limits.BEATS_PER_BAR_MAX)
    loop = LoopSerializer()
    tracks = ProjectTrackSerializer(many=True, max_length=limits.TRACKS_MAX)  # type: ignore[call-arg]

    def validate_tracks(self, tracks: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """No id twice, and not too many clips in all."""
        clips = [clip for track in tracks for clip in track["clips"]]
        if len(clips) > limits.CLIPS_MAX:
            raise serializers.ValidationError(f"A project has at most {limits.CLIPS_MAX} clips.")
        for what, things in (("tracks", tracks), ("clips", clips)):
            twice = [id for id, count in Counter(thing["id"] for thing in things).items() if count > 1]
            if twice:
                raise serializers.ValidationError(f"Two {what} have the id “{twice[0]}”.")
        return tracks

    def content(self) -> Content:
        """What is to be stored. Call it when the input is valid."""
        return Content(
            **{**NEW, **{name: self.validated_data[name] for name in NEW if name in self.validated_data}}
        )


class ProjectCreateSerializer(ArrangementSerializer):
    """Whatever is left out is as in an empty project."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        """The same fields, none of them needed."""
        fields = super().get_fields()
        for field in fields.values():
            field.required = False
        return fields


class ProjectSaveSerializer(ArrangementSerializer):
    """The whole arrangement, and the version that it was made from."""

    version = VersionField(help_text="The version that was read; a newer one is not overwritten.")


class ProjectPatchSerializer(serializers.Serializer[Any]):
    """What may be changed of a project without its arrangement."""

    name = OneLineField(max_length=limits.PROJECT_NAME_CHARS_MAX, required=False)
    version = VersionField(required=False, help_text="If given, a newer one is not changed.")
