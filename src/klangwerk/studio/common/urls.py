"""Addresses that work with and without the trailing slash, with no redirect (a redirected POST loses its body)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http.response import HttpResponseBase
from django.urls import URLPattern, path

View = Callable[..., HttpResponseBase | Any]


def path_both(route: str, view: View, name: str | None = None) -> list[URLPattern]:
    """Two patterns; `reverse` gives the one with the slash. Use: `urlpatterns = [*path_both("api/kicks/", view)]`."""
    bare = route.rstrip("/")
    return [path(bare, _undocumented(view)), path(f"{bare}/", view, name=name)]


def _undocumented(view: View) -> View:
    """The same view, which the OpenAPI schema leaves out (it knows the address with the slash)."""

    def twin(*args: Any, **kwargs: Any) -> HttpResponseBase | Any:
        return view(*args, **kwargs)

    if iscoroutinefunction(view):
        markcoroutinefunction(twin)
    # Middleware asks the resolved view whether it is exempt from CSRF checks.
    twin.csrf_exempt = getattr(view, "csrf_exempt", False)  # type: ignore[attr-defined]
    if iscoroutinefunction(view):
        markcoroutinefunction(twin)
    return twin
