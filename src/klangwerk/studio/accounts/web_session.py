"""The browser's sign-in: the refresh token lives in a cookie that no script can read."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from klangwerk.studio.accounts.tokens import TokenPair
from klangwerk.studio.common.errors import Forbidden

COOKIE = "kw_refresh"
COOKIE_PATH = "/api/token/"
CLIENT_HEADER = "X-Klangwerk-Client"
WEB_CLIENT = "web"


def is_web(request: HttpRequest) -> bool:
    """Whether the request comes from the web app. Another site's page cannot send this header with our cookie:
    it would have to ask by a preflight, which is refused. Raises Forbidden should one come through all the same.
    """
    if request.headers.get(CLIENT_HEADER, "").lower() != WEB_CLIENT:
        return False
    if not _is_from_own_page(request):
        raise Forbidden(
            "A page of another site may not use this browser's sign-in. If a proxy stands in front of the server, "
            "let it pass the Host header on."
        )
    return True


def _is_from_own_page(request: HttpRequest) -> bool:
    """By what the browser says of the page, which no script can write. What is no browser says nothing."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:  # over https and on localhost; no proxy disturbs it
        return site == "same-origin"
    origin = request.headers.get("Origin")
    host = request.get_host()
    return origin is None or origin in {f"http://{host}", f"https://{host}"}


def cookie_set(response: HttpResponseBase, pair: TokenPair, *, request: HttpRequest) -> None:
    """Give the browser the refresh token."""
    response.set_cookie(
        COOKIE,
        pair.refresh,
        expires=pair.expires_at,
        path=COOKIE_PATH,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def cookie_clear(response: HttpResponseBase) -> None:
    """Take it away again."""
    response.delete_cookie(COOKIE, path=COOKIE_PATH, samesite="Strict")


def cookie_token(request: HttpRequest) -> str | None:
    """The refresh token that the browser sent."""
    return request.COOKIES.get(COOKIE)
