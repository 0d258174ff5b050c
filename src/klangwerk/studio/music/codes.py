"""The error codes of tracks."""

from __future__ import annotations

from klangwerk.studio.common.error_codes import register

KEPT_LIMIT = register(
    "tracks_kept_limit", 400, "as many tracks with their stems are kept as may be; delete some"
)
IN_USE = register(
    "track_in_use", 409, "projects use the track; `extra` lists them; `confirm=true` deletes all the same"
)
