"""The worker: claims jobs, runs them, keeps their leases alive."""

from __future__ import annotations

from klangwerk.studio.jobs.worker.local import run

__all__ = ["run"]
