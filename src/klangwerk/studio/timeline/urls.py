"""Addresses of the timeline app."""

from __future__ import annotations

from django.urls import URLPattern, path

from klangwerk.studio.common.urls import path_both
from klangwerk.studio.timeline import apis, exchange_apis, files

urlpatterns: list[URLPattern] = [
    *path_both("api/projects/", apis.ProjectListApi.as_view(), name="projects"),
    *path_both("api/projects/import/", exchange_apis.ProjectImportApi.as_view(), name="project-import"),
    *path_both("api/projects/<uuid:project_id>/", apis.ProjectDetailApi.as_view(), name="project"),
    *path_both(
        "api/projects/<uuid:project_id>/dawproject/",
        exchange_apis.ProjectDawprojectApi.as_view(),
        name="project-dawproject",
    ),
    path("media/dawproject/<str:token>/<str:file_name>", files.dawproject_view, name="dawproject-file"),
]
