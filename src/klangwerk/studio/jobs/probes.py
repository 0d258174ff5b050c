"""For load balancers and people: is it alive, is it ready, and if not, which part is down."""

from __future__ import annotations

import logging

from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from klangwerk.studio.jobs import database, heartbeats, registry

logger = logging.getLogger(__name__)

OK = "ok"


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    """200 as long as this web process answers at all."""
    return JsonResponse({"status": OK})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when web, database and worker are up, else 503 with a sentence for each part that is down."""
    parts = {"web": OK, "database": OK, "worker": OK}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        parts["worker"] = _worker()
    except database.ANY as error:
        logger.warning("not ready: the database does not answer", extra={"error": str(error)})
        database.drop_connection()
        parts["database"] = "The database does not answer, or has not been migrated."
        parts["worker"] = "Unknown while the database does not answer."
    ready = all(state == OK for state in parts.values())
    return JsonResponse(
        {"status": OK if ready else "unavailable", "parts": parts}, status=200 if ready else 503
    )


def _worker() -> str:
    served = heartbeats.live_slots()
    if not served:
        return "No worker is running. Start one: klangwerk worker"
    missing = sorted({kind.lane.value for kind in registry.kinds()} - set(served))
    if missing:
        lanes = ",".join(missing)
        return f"No worker serves these lanes: {lanes}. Start one: klangwerk worker --lanes {lanes}"
    return OK
