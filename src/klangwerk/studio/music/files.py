"""The files of a generation beside its sounds: all of it as a zip archive, and the score as MIDI."""

from __future__ import annotations

import uuid
import zlib
from collections.abc import Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from klangwerk.studio.library import links
from klangwerk.studio.library.links import Link
from klangwerk.studio.library.media_types import media_type
from klangwerk.studio.library.selectors import asset_bytes
from klangwerk.studio.library.serving import as_download
from klangwerk.studio.library.signed import signed_view
from klangwerk.studio.library.storage import ObjectMissing, store
from klangwerk.studio.library.streaming import StoreResponse
from klangwerk.studio.music import selectors
from klangwerk.studio.music.archive import Archive, Entry
from klangwerk.studio.music.models import Generation, Track

STEMS, MIDI = "stems", "midi"
"""What links are signed for."""

_MIDI_NAME = "track.mid"
_ENDINGS = {STEMS: "zip", MIDI: "mid"}


def signed_url(track: Track, purpose: str) -> str:
    """A path to a file of the track's generation, under the track's name."""
    return links.make(
        track.generation_id,
        file_name=file_name(track, purpose),
        download=True,
        lifetime_s=settings.KLANGWERK_SIGNED_URL_LIFETIME_S,
        purpose=purpose,
    )


def file_name(track: Track, purpose: str) -> str:
    """What such a file of the track's generation is saved as."""
    return links.clean_file_name(f"{track.name}.{_ENDINGS[purpose]}")


@signed_view(purpose=STEMS)
def stems_view(request: HttpRequest, link: Link) -> HttpResponseBase | None:
    """`/media/stems/<token>/<file name>`."""
    return stems_answer(request, link.id, file_name=link.file_name)


@signed_view(purpose=MIDI)
def midi_view(request: HttpRequest, link: Link) -> HttpResponseBase | None:
    """`/media/midi/<token>/<file name>`."""
    return midi_answer(link.id, file_name=link.file_name)


def stems_answer(
    request: HttpRequest, generation_id: uuid.UUID, *, file_name: str
) -> HttpResponseBase | None:
    """Mix, stems and MIDI; None when the generation is gone. Raises ObjectMissing, StorageUnavailable."""
    generation = Generation.objects.only("midi", "created_at").filter(pk=generation_id).first()
    tracks = selectors.generation_tracks(generation_id)
    if generation is None or not tracks:
        return None
    archive = Archive([*map(_sound, tracks), _score(generation)], generation.created_at)
    response: HttpResponseBase
    if request.method == "HEAD":
        response = HttpResponse()
    else:
        for track in tracks:  # an answer that has begun cannot be refused any more
            if store().stat(track.asset.storage_key) is None:
                raise ObjectMissing(track.asset.storage_key)
        response = StoreResponse(archive.stream())
    response["Content-Length"] = str(archive.size_bytes)
    return as_download(response, content_type="application/zip", file_name=file_name)


def midi_answer(generation_id: uuid.UUID, *, file_name: str) -> HttpResponseBase | None:
    """The score; None when the generation is gone."""
    generation = Generation.objects.only("midi").filter(pk=generation_id).first()
    if generation is None:
        return None
    score = HttpResponse(bytes(generation.midi))
    return as_download(score, content_type=media_type("mid"), file_name=file_name)


def _sound(track: Track) -> Entry:
    def read() -> Iterator[bytes]:
        return asset_bytes(track.asset)

    name = f"{track.type}.{track.asset.format}"
    return Entry(name=name, size_bytes=track.size_bytes, crc32=track.crc32, read=read)


def _score(generation: Generation) -> Entry:
    data = bytes(generation.midi)
    return Entry(name=_MIDI_NAME, size_bytes=len(data), crc32=zlib.crc32(data), read=lambda: iter([data]))
