"""Addresses of the kicks app."""

from __future__ import annotations

from django.urls import URLPattern

from klangwerk.studio.common.urls import path_both
from klangwerk.studio.kicks import apis

urlpatterns: list[URLPattern] = [
    *path_both("api/kicks/generate/", apis.KickGenerateApi.as_view(), name="kick-generate"),
    *path_both("api/kicks/words/", apis.KickWordsApi.as_view(), name="kick-words"),
    *path_both("api/kicks/<uuid:kick_id>/", apis.KickDetailApi.as_view(), name="kick"),
    *path_both("api/kicks/", apis.KickListApi.as_view(), name="kicks"),
]
