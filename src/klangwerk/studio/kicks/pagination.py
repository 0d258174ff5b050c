"""The list of kicks as the design has it: `kicks` in place of `results`, and the limits beside it."""

from __future__ import annotations

from typing import Any

from rest_framework.response import Response

from klangwerk.studio.common.pagination import Pagination
from klangwerk.studio.kicks.allowance import Allowance


class KickPagination(Pagination):
    """Knows what is left for the caller."""

    def __init__(self, allowance: Allowance) -> None:
        self.allowance = allowance

    def get_paginated_response(self, data: Any) -> Response:
        """One page."""
        return Response(
            {
                "kicks": data,
                "count": self.count,
                "next": self.get_next_link(),
                "previous": self.get_previous_link(),
                **self.allowance.to_counts(),
                "kept_limit": self.allowance.kept_limit,
                "daily_limit": self.allowance.daily_limit,
                "resets_at": self.allowance.resets_at,
            }
        )
