"""The answer to a kick's order once its job is over, or is not yet."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from rest_framework.response import Response

from klangwerk.studio.accounts.models import User
from klangwerk.studio.common.errors import ApiError, Conflict, NotFound, Unavailable
from klangwerk.studio.jobs.models import Job
from klangwerk.studio.jobs.serializers import JobSerializer
from klangwerk.studio.jobs.status import JobStatus
from klangwerk.studio.kicks import codes
from klangwerk.studio.kicks.allowance import allowance_of
from klangwerk.studio.kicks.models import Kick
from klangwerk.studio.kicks.serializers import KickSerializer

# What the caller can do something about; every other failure is ours: 503, try again.
_CALLERS_FAULT: dict[str, int] = {
    "invalid_input": 400,
    "input_unusable": 400,
    codes.SOURCE_GONE: 409,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, body and headers."""

    status: int
    data: Mapping[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)


class PendingResponse(Response):
    """Not an answer yet: the job to wait for, and how to make the answer afterwards."""

    def __init__(self, *, job_id: uuid.UUID, wait_s: int, answer: Callable[[], Answer]) -> None:
        super().__init__(status=202)
        self.job_id = job_id
        self.wait_s = wait_s
        self.answer = answer

    def settle(self) -> None:
        """Become the answer."""
        answer = self.answer()
        self.status_code = answer.status
        self.data = answer.data
        for name, value in answer.headers.items():
            self[name] = value


def answer_of(*, user: User, job_id: uuid.UUID) -> Answer:
    """201 with the kick, 202 with the job, or why there is no kick. Raises ApiError."""
    job = Job.objects.filter(owner_id=user.pk, pk=job_id).first()
    if job is None:
        raise NotFound("The job of this kick was removed.")
    match JobStatus(job.status):
        case JobStatus.COMPLETED:
            return _made(user, job)
        case JobStatus.FAILED:
            raise _failure(job)
        case JobStatus.CANCELLED:
            raise Conflict(
                "The kick was cancelled. It does not count against your limits.",
                code=codes.CANCELLED,
                extra={"jobId": str(job.pk)},
            )
    return Answer(202, {"job": JobSerializer(job).data}, {"Location": reverse("job", args=[job.pk])})


def _made(user: User, job: Job) -> Answer:
    kick_id = str((job.result or {})["kickId"])
    kick = Kick.objects.select_related("asset").defer("latent").filter(owner=user, id=kick_id).first()
    if kick is None:
        raise ApiError("This kick was made and deleted again.", code=codes.DELETED, status=410)
    data = {**KickSerializer(kick).data, **allowance_of(user).to_counts()}
    return Answer(201, data, {"Location": reverse("kick", args=[kick.id])})


def _failure(job: Job) -> ApiError:
    extra = {"jobId": str(job.pk)}
    status = _CALLERS_FAULT.get(job.error_code)
    if status is not None:
        return ApiError(job.error_message, code=job.error_code, status=status, extra=extra)
    return Unavailable(
        f"No kick could be made: {job.error_message} It does not count against your limits.",
        code=codes.FAILED,
        extra={**extra, "reason": job.error_code},
    )
