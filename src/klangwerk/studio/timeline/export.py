"""A project as a DAWproject file with its sounds."""

from __future__ import annotations

import os
import tempfile
import uuid
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, cast

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from klangwerk.engines.arrangement.dawproject.writing import write
from klangwerk.engines.arrangement.model import Arrangement, Clip, Lane
from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.studio.library.models import Asset
from klangwerk.studio.library.selectors import asset_audio
from klangwerk.studio.library.serving import as_download
from klangwerk.studio.library.storage import ObjectMissing, store
from klangwerk.studio.library.streaming import StoreResponse
from klangwerk.studio.timeline import colours, heavy, sounds
from klangwerk.studio.timeline.models import Project

CONTENT_TYPE = "application/octet-stream"  # not zip: some browsers unpack that without being asked
BYTES_MAX = 4 * 1024**3
_CHUNK_BYTES = 64 * 1024
_SAMPLE_BYTES = 3


class TooLarge(Exception):
    """The sounds of the project together are more than a file is made of."""


def answer(request: HttpRequest, project_id: uuid.UUID, *, file_name: str) -> HttpResponseBase | None:
    """The file; None when the project is gone. Raises StorageUnavailable, TooLarge."""
    project = Project.objects.filter(pk=project_id).first()
    if project is None:
        return None
    file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115  closed with the answer
    try:
        with heavy.turn():
            build(project, file)
        size_bytes = file.seek(0, os.SEEK_END)
        file.seek(0)
    except BaseException:
        file.close()
        raise
    response: HttpResponseBase
    if request.method == "HEAD":
        file.close()
        response = HttpResponse()
    else:
        response = StoreResponse(_Chunks(file))
    response["Content-Length"] = str(size_bytes)
    return as_download(response, content_type=CONTENT_TYPE, file_name=file_name)


def build(project: Project, file: BinaryIO) -> None:
    """Write the project; sounds that are not there any more are left out with their clips.

    Raises StorageUnavailable, TooLarge.
    """
    used = sounds.assets_of(project)
    assets = {str(asset.pk): asset for asset in used if store().stat(asset.storage_key) is not None}
    samples = sum(asset.duration_s * asset.sample_rate * asset.channels for asset in assets.values())
    if samples * _SAMPLE_BYTES > BYTES_MAX:
        raise TooLarge
    while True:
        try:
            write(arrangement_of(project, assets), lambda source: _audio(assets, source), file)
        except _Lost as lost:
            del assets[lost.source]
            file.seek(0)
            file.truncate()
        else:
            return


def arrangement_of(project: Project, known: Collection[str]) -> Arrangement:
    """The project as a value, without the clips of sounds that are not known; sources are ids of assets."""
    return Arrangement(
        name=project.name,
        bpm=project.bpm,
        beats_per_bar=project.beats_per_bar,
        lanes=tuple(
            Lane(
                name=track["name"],
                colour=colours.OF_TYPE[track["type"]],
                gain_db=track["gain_db"],
                pan=track["pan"],
                muted=track["muted"],
                soloed=track["soloed"],
                clips=tuple(
                    Clip(
                        name=clip["name"],
                        source=clip["asset_id"],
                        start_frames=clip["start_frames"],
                        offset_frames=clip["offset_frames"],
                        length_frames=clip["length_frames"],
                        gain_db=clip["gain_db"],
                        fade_in_frames=clip["fade_in_frames"],
                        fade_out_frames=clip["fade_out_frames"],
                    )
                    for clip in track["clips"]
                    if clip["asset_id"] in known
                ),
            )
            for track in project.document["tracks"]
        ),
    )


class _Lost(Exception):
    """A sound was deleted while the file was made, or its own file is damaged."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


def _audio(assets: Mapping[str, Asset], source: str) -> AudioBuffer:
    try:
        return asset_audio(assets[source])
    except (ObjectMissing, AudioError) as error:
        raise _Lost(source) from error


class _Chunks(Iterator[bytes]):
    """A file from its beginning, closed (and with it deleted) with the answer, even one that was never begun."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def __next__(self) -> bytes:
        if self._file.closed or not (chunk := self._file.read(_CHUNK_BYTES)):
            self._file.close()
            raise StopIteration
        return chunk

    def close(self) -> None:
        """Called by Django when the answer is sent or given up."""
        self._file.close()
