"""The error codes of presets and bounces."""

from __future__ import annotations

from klangwerk.studio.common.error_codes import register
from klangwerk.studio.jobs.error_codes import register_failure

PRESET_SHARED = register("preset_shared", 403, "shared presets are for everybody; only an admin changes them")
NAME_TAKEN = register("preset_name_taken", 400, "another preset of yours has this name")
KEPT_LIMIT = register("preset_kept_limit", 400, "as many presets are kept as may be; delete some")
BOUNCES_KEPT_LIMIT = register("bounce_kept_limit", 400, "as many bounces are kept as may be; delete some")
KICK_GONE = register_failure("bounce_kick_gone", "the kick of the preset was deleted meanwhile")
