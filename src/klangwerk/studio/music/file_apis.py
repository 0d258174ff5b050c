"""The HTTP API of what a track can be saved as, for callers with credentials; browsers take the signed links."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from klangwerk.studio.accounts.authentication import signed_in_user
from klangwerk.studio.common.errors import NotFound
from klangwerk.studio.common.openapi import errors
from klangwerk.studio.library import away
from klangwerk.studio.library import codes as library_codes
from klangwerk.studio.library.selectors import signed_url
from klangwerk.studio.library.serializers import peaks_text
from klangwerk.studio.library.storage import ObjectMissing
from klangwerk.studio.music import files, selectors
from klangwerk.studio.music.models import Track
from klangwerk.studio.music.serializers import TrackPeaksSerializer


class AsItIs(BaseContentNegotiation):
    """A file has one format, whatever the caller would accept; refusals are JSON."""

    def select_parser(self, request: Any, parsers: Any) -> Any:
        """There is no body."""
        return parsers[0] if parsers else None

    def select_renderer(self, request: Any, renderers: Any, format_suffix: Any = None) -> Any:
        """JSON."""
        return renderers[0], renderers[0].media_type


class TrackDownloadApi(APIView):
    """The sound of a track."""

    content_negotiation_class = AsItIs

    @extend_schema(
        operation_id="tracks_download",
        summary="Where to fetch the sound: a signed address that needs no credentials",
        request=None,
        responses={302: OpenApiResponse(description="`Location` works for a limited time.")},
    )
    def get(self, request: Request, track_id: uuid.UUID) -> Response:
        """A fresh address."""
        track = _track(request, track_id)
        address = signed_url(track.asset, download_name=track.name)
        return Response(status=302, headers={"Location": address, "Cache-Control": "private, no-store"})


class TrackPeaksApi(APIView):
    """The outline of a track."""

    @extend_schema(
        operation_id="tracks_peaks", summary="The outline of the waveform", responses=TrackPeaksSerializer
    )
    def get(self, request: Request, track_id: uuid.UUID) -> Response:
        """Of the whole track."""
        track = _track(request, track_id)
        return Response({"peaks": peaks_text(track.asset), "duration_s": track.duration_s})


class TrackStemsApi(APIView):
    """All files of a track's generation."""

    content_negotiation_class = AsItIs

    @extend_schema(
        operation_id="tracks_stems",
        summary="Mix, stems and MIDI as a zip archive",
        responses={(200, "application/zip"): OpenApiTypes.BINARY},
    )
    @errors(library_codes.STORAGE_UNAVAILABLE)
    def get(self, request: Request, track_id: uuid.UUID) -> HttpResponseBase:
        """Streamed."""
        track = _track(request, track_id)
        try:
            with away.request_refused():
                found = files.stems_answer(
                    request._request, track.generation_id, file_name=files.file_name(track, files.STEMS)
                )
        except ObjectMissing as error:
            raise NotFound("A sound of this track is lost.") from error
        return _there(found)


class TrackMidiApi(APIView):
    """The score of a track's generation."""

    content_negotiation_class = AsItIs

    @extend_schema(
        operation_id="tracks_midi",
        summary="The score as a MIDI file",
        responses={(200, "audio/midi"): OpenApiTypes.BINARY},
    )
    def get(self, request: Request, track_id: uuid.UUID) -> HttpResponseBase:
        """A Standard MIDI File."""
        track = _track(request, track_id)
        return _there(files.midi_answer(track.generation_id, file_name=files.file_name(track, files.MIDI)))


def _track(request: Request, track_id: uuid.UUID) -> Track:
    return selectors.track_get(owner=signed_in_user(request), track_id=track_id)


def _there(found: HttpResponseBase | None) -> HttpResponseBase:
    if found is None:  # deleted at this moment
        raise Http404
    return found
