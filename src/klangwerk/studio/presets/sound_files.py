"""`/sounds/<hash>/<file>`: the stock sounds, for everybody, to be cached for ever."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from klangwerk.engines.rack.params import LAYERS
from klangwerk.engines.rack.sounds import Sound, catalog, data
from klangwerk.studio.library.media_types import media_type
from klangwerk.studio.library.serving import Representation, answer, refusal

_HASH_CHARS = 12
_CACHE_S = 365 * 24 * 3600


def address_of(sound: Sound) -> str:
    """Where a stock sound is heard. Another sound under the same name would have another address."""
    return f"/sounds/{sound.sha256[:_HASH_CHARS]}/{sound.file}"


@csrf_exempt
@require_safe
def sound_file(request: HttpRequest, digest: str, file: str) -> HttpResponseBase:
    """The file, or the part of it that was asked for. Only what the catalogue names is looked for at all."""
    sound = _by_address().get(f"/sounds/{digest}/{file}")
    if sound is None:
        return refusal(404, "not_found", "There is no stock sound at this address; see /api/sounds/.")
    body = data(sound)

    def read(start: int, length: int | None) -> Iterator[bytes]:
        yield body[start : len(body) if length is None else start + length]

    found = Representation(
        sha256=sound.sha256,
        size_bytes=len(body),
        content_type=media_type(sound.file.rpartition(".")[2]),
        cache_control=f"public, max-age={_CACHE_S}, immutable",
        read=read,
    )
    return answer(request, found)


@lru_cache(maxsize=1)
def _by_address() -> dict[str, Sound]:
    stock = catalog()
    return {address_of(sound): sound for layer in LAYERS for sound in stock.of_layer(layer)}
