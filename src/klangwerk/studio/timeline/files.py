"""The file of a project, and the links under which browsers fetch it."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from klangwerk.studio.library import links
from klangwerk.studio.library.links import Link
from klangwerk.studio.library.serving import refusal
from klangwerk.studio.library.signed import signed_view
from klangwerk.studio.timeline import codes, export
from klangwerk.studio.timeline.models import Project

DAWPROJECT = "dawproject"
"""What links are signed for, and how the files' names end."""

TOO_LARGE = "The sounds of this project are more than 4 GB. Take some out, or bounce parts of it."


def signed_url(project: Project) -> str:
    """A path to the project with its audio, to be saved."""
    return links.make(
        project.pk,
        file_name=file_name(project),
        download=True,
        lifetime_s=settings.KLANGWERK_SIGNED_URL_LIFETIME_S,
        purpose=DAWPROJECT,
    )


def file_name(project: Project) -> str:
    """What the file is saved as."""
    return links.clean_file_name(f"{project.name}.{DAWPROJECT}")


@signed_view(purpose=DAWPROJECT)
def dawproject_view(request: HttpRequest, link: Link) -> HttpResponseBase | None:
    """`/media/dawproject/<token>/<file name>`."""
    try:
        return export.answer(request, link.id, file_name=link.file_name)
    except export.TooLarge:
        return refusal(409, codes.DAWPROJECT_TOO_LARGE, TOO_LARGE)
