"""All addresses of the studio: each app brings its own; what is left is the web app's."""

from __future__ import annotations

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView

from klangwerk.studio.common import error_pages
from klangwerk.studio.common.urls import path_both
from klangwerk.studio.config import webapp

urlpatterns: list[URLPattern | URLResolver] = [
    *path_both("api/schema/", SpectacularAPIView.as_view(), name="schema"),
    *path_both("api/docs/", SpectacularSwaggerSplitView.as_view(url_name="schema"), name="docs"),
    path("admin/", admin.site.urls),
    *(
        path("", include(f"klangwerk.studio.{app}.urls"))
        for app in ("accounts", "jobs", "library", "kicks", "presets", "music", "timeline")
    ),
    re_path(r"^(?P<address>.*)$", webapp.page),
]

handler400 = error_pages.bad_request
handler403 = error_pages.forbidden
handler404 = error_pages.not_found
handler500 = error_pages.server_error
