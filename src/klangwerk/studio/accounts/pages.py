"""The one page of accounts: a sign-in link, which a browser opens."""

from __future__ import annotations

from django.contrib.auth import login as django_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_GET

from klangwerk.studio.accounts import services, tokens, web_session

MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"


@require_GET
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    """Consume the link and go to the app; the app says so when the link was no good."""
    user = services.sign_in_link_consume(token=token)
    response = HttpResponseRedirect("/" if user else "/?signIn=expired")
    if user is not None:
        web_session.cookie_set(response, tokens.sign_in(user=user, is_web=True), request=request)
        if user.is_staff:
            # The owner of a machine has no password, so /admin/ must know them by the link as well.
            django_login(request, user, backend=MODEL_BACKEND)
    # The address is a secret that must not travel on, nor come out of a cache.
    response["Referrer-Policy"] = "no-referrer"
    response["Cache-Control"] = "no-store"
    return response
