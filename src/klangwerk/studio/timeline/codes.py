"""The error codes of the timeline."""

from __future__ import annotations

from klangwerk.studio.common.error_codes import register

KEPT_LIMIT = register("projects_kept_limit", 400, "as many projects are kept as may be; delete some")
VERSION_CONFLICT = register(
    "version_conflict", 409, "the project was saved elsewhere meanwhile; `extra.version` is what it is at now"
)
DAWPROJECT_TOO_LARGE = register(
    "dawproject_too_large", 409, "the sounds of the project are more than one file is made of"
)
NOT_A_DAWPROJECT = register("not_a_dawproject", 400, "the file is no DAWproject, or is damaged")
AUDIO_UNREADABLE = register("audio_unreadable", 400, "a sound in the file cannot be read")
