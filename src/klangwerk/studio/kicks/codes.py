"""The error codes of kicks."""

from __future__ import annotations

from klangwerk.studio.common.error_codes import register
from klangwerk.studio.jobs.error_codes import register_failure

KEPT_LIMIT = register("kicks_kept_limit", 400, "as many kicks are kept as may be; delete some")
DAILY_LIMIT = register(
    "kicks_daily_limit", 429, "today's kicks are used up; `Retry-After` says when new ones come"
)
BUDGET_SPENT = register("kicks_budget_spent", 503, "the day's kicks of all users together are used up")
NAME_TAKEN = register("kick_name_taken", 400, "another kick of yours has this name")
IN_USE = register(
    "kick_in_use", 409, "something uses the kick; `extra` lists it; `confirm=true` deletes all the same"
)
SHARED = register("kick_shared", 403, "everybody may use this kick; an admin can stop sharing it")
SOURCE_GONE = register_failure(
    register("kick_source_gone", 409, "the kick to start from was deleted meanwhile")
)
DELETED = register("kick_deleted", 410, "the kick of this request was made and deleted again")
FAILED = register("kick_failed", 503, "no kick could be made; nothing was counted; `extra.reason` says more")
CANCELLED = register("job_cancelled", 409, "somebody cancelled the kick; nothing was counted")
KEY_REUSED = register("idempotency_key_reused", 422, "the Idempotency-Key stands for another request")
