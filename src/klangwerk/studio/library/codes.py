"""The error codes of the media addresses."""

from __future__ import annotations

from klangwerk.studio.common.error_codes import register
from klangwerk.studio.jobs.error_codes import register_failure

URL_EXPIRED = register("url_expired", 403, "the signed address was good once; load the list for a fresh one")
URL_INVALID = register("url_invalid", 403, "the signed address was altered or is not ours")
RANGE_NOT_SATISFIABLE = register("range_not_satisfiable", 416, "the byte range lies outside the file")
STORAGE_UNAVAILABLE = register_failure(
    register("storage_unavailable", 503, "the store of the sounds does not answer")
)
