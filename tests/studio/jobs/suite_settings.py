"""The studio's settings for workers that the job suite starts: test kinds, short times."""

from __future__ import annotations

from klangwerk.studio.config.settings import *  # noqa: F403
from klangwerk.studio.config.settings import DATABASES, INSTALLED_APPS

# The apps above jobs are none of this suite's business and cost each process half a second.
ABOVE = ("library", "kicks", "presets", "music", "timeline")
ROOT_URLCONF = "klangwerk.studio.jobs.urls"
INSTALLED_APPS = [*(app for app in INSTALLED_APPS if not app.endswith(ABOVE)), "job_kinds"]

JOBS_LEASE_S = 2.0
JOBS_HEARTBEAT_S = 0.4
JOBS_REAP_S = 0.4
JOBS_RING_AFTER_S = 0.8
JOBS_SHUTDOWN_GRACE_S = 0.5
JOBS_KILL_GRACE_S = 0.3
JOBS_POLL_S = 0.5
JOBS_RETRY_MAX_S = 0.2
JOBS_SOCKET_PING_S = 0.3
JOBS_SOCKET_SEND_S = 1.0

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A locked database is to be met as an error, not waited out by SQLite itself.
    DATABASES["default"]["OPTIONS"].update(
        timeout=0.2, init_command="PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA busy_timeout=200;"
    )
else:
    DATABASES["default"]["OPTIONS"]["connect_timeout"] = 1
