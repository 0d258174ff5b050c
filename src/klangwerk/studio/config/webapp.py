"""The web app's one page, for every address that no app of the studio answers."""

from __future__ import annotations

import re

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.views.decorators.csrf import csrf_exempt

# Addresses of machines, not pages: a page in their place would hide a mistake.
NOT_PAGES = re.compile(r"^(api|admin|media|static|ws|assets|sounds|sign-in|healthz|readyz|metrics)(/|$)")
LOOKS_LIKE_A_FILE = re.compile(r"\.[a-z0-9]{1,6}$", re.IGNORECASE)

REGISTRATION_OPEN = '<meta name="klangwerk-registration" content="open" />'
NOT_BUILT = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Klangwerk</title>
<p>The web app is not built. Run <code>make setup</code>, or use the API:
<a href="/api/docs/">/api/docs/</a>.</p></html>
"""


@csrf_exempt  # it only reads; and an address of the API that is mistyped is 404 for every method, not 403
def page(request: HttpRequest, address: str) -> HttpResponse:
    """`index.html`, which reads the address itself."""
    if NOT_PAGES.match(address) or LOOKS_LIKE_A_FILE.search(address):
        raise Http404
    if request.method not in {"GET", "HEAD"}:
        return HttpResponseNotAllowed(["GET", "HEAD"])
    try:
        # Read anew each time: a page of a kilobyte, and a rebuilt app is served without a restart.
        body = (settings.WEBAPP_DIR / "index.html").read_text(encoding="utf-8")
    except FileNotFoundError:
        return HttpResponse(NOT_BUILT, status=503, headers={"Cache-Control": "no-store"})
    if settings.KLANGWERK_MULTI_USER:  # the sign-in form asks before it has anybody to ask the API as
        body = body.replace("</head>", f"{REGISTRATION_OPEN}</head>", 1)
    return HttpResponse(body, headers={"Cache-Control": "no-cache"})
