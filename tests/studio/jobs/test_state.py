"""The state machine on its own: what may be written, by whom, and how often."""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from klangwerk.studio.accounts.models import User
from klangwerk.studio.jobs import reaper, registry, services, state
from klangwerk.studio.jobs.context import Outcome
from klangwerk.studio.jobs.lanes import Lane
from klangwerk.studio.jobs.models import Job, JobEvent
from klangwerk.studio.jobs.status import TRANSITIONS, ImpossibleTransition, JobStatus, check_transition

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tables")]

Make = Callable[..., Job]


@pytest.fixture
def make(alice: User) -> Make:
    def make(kind: str = "test.steps", **wishes: Any) -> Job:
        return services.job_create(owner=alice, kind=kind, params={}, **wishes)

    return make


def take(job: Job, worker: str = "w") -> state.Lease:
    lease = state.claim(lane=Lane(job.lane), worker=worker)
    assert lease is not None
    assert lease.job_id == job.pk
    return lease


def expire(job: Job) -> None:
    Job.objects.filter(pk=job.pk).update(lease_expires_at=timezone.now() - timedelta(seconds=1))


def fresh(job: Job) -> Job:
    job.refresh_from_db()
    return job


def test_only_the_ways_of_the_table_are_open() -> None:
    for source, target in product(JobStatus, JobStatus):
        if target in TRANSITIONS[source]:
            check_transition(source, target)
        else:
            with pytest.raises(ImpossibleTransition):
                check_transition(source, target)
    assert not any(TRANSITIONS[end] for end in ("completed", "failed", "cancelled"))


def test_no_other_module_writes_a_status(root: Path) -> None:
    writers = set()
    for path in (root / "src/klangwerk/studio").rglob("*.py"):
        if "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            # job.status = …, and Job.objects.update(status=…)
            assigned = isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and any(
                isinstance(target, ast.Attribute) and target.attr == "status"
                for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
            )
            updated = (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("update", "bulk_update")
                and any(keyword.arg == "status" for keyword in node.keywords)
            )
            if (assigned and "common/errors.py" not in str(path)) or updated:
                writers.add(path.relative_to(root / "src/klangwerk/studio").as_posix())
    assert writers == {"jobs/state.py"}


def test_claims_go_by_priority_then_age(make: Make) -> None:
    first, second, urgent = make(), make(), make(priority=5)
    order = [state.claim(lane=Lane.FAST, worker="w") for _ in range(4)]
    assert [lease and lease.job_id for lease in order] == [urgent.pk, first.pk, second.pk, None]


def test_a_claim_leaves_other_lanes_and_unknown_kinds_alone(make: Make, alice: User) -> None:
    make("test.hang")
    Job.objects.create(owner=alice, kind="of.a.newer.version", lane="fast", title="?")
    assert state.claim(lane=Lane.FAST, worker="w") is None
    assert state.claim(lane=Lane.GPU, worker="w") is None


def test_finishing_twice_is_impossible(make: Make) -> None:
    job, stored = make(), []
    lease = take(job)

    def commit(job: Job) -> dict[str, Any]:
        stored.append(job.pk)
        return {"n": len(stored)}

    state.complete(lease, commit)
    state.complete(lease, commit)  # as after a COMMIT whose answer was lost
    assert stored == [job.pk]
    assert not state.fail(lease, code="x", message="x")
    assert not state.cancel(lease)
    assert not state.give_back(lease, counted=True)
    state.report(lease, percent=3, step="late")
    assert (fresh(job).status, job.result, job.progress, job.error_code) == ("completed", {"n": 1}, 100, "")


def test_who_lost_the_lease_can_write_nothing(make: Make) -> None:
    job = make()
    old = take(job, "old")
    expire(job)
    new = take(job, "new")
    assert (new.attempt, old.attempt) == (2, 1)
    before = Job.objects.filter(pk=job.pk).values().get()

    with pytest.raises(state.LeaseLost):
        state.complete(old, lambda job: pytest.fail("commit ran without a lease"))
    assert not state.fail(old, code="x", message="x")
    assert not state.cancel(old)
    assert not state.give_back(old, counted=False)
    state.report(old, percent=50, step="x")
    state.renew([old])
    assert state.held([old, new]) == {new.token: False}
    with pytest.raises(state.LeaseLost):
        state.resume(job_id=job.pk, token=old.token)
    assert Job.objects.filter(pk=job.pk).values().get() == before

    state.complete(new, lambda job: {})
    assert fresh(job).status == "completed"


def test_a_lease_is_only_taken_over_when_it_has_run_out(make: Make) -> None:
    job = make()
    lease = take(job)
    assert state.claim(lane=Lane.FAST, worker="other") is None
    expire(job)
    state.renew([lease])
    assert state.claim(lane=Lane.FAST, worker="other") is None
    assert reaper.sweep() == 0


def test_a_late_finish_counts_while_nobody_else_took_the_job(make: Make) -> None:
    job = make()
    lease = take(job)
    expire(job)
    state.complete(lease, lambda job: {"late": True})
    assert reaper.sweep() == 0
    assert fresh(job).result == {"late": True}


def test_commit_and_end_are_one_transaction(make: Make) -> None:
    job = make()
    lease = take(job)

    def commit(job: Job) -> dict[str, Any]:
        User.objects.create(username="made by commit")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        state.complete(lease, commit)
    assert not User.objects.filter(username="made by commit").exists()
    assert fresh(job).status == "processing"


def test_a_cancel_that_comes_first_wins_over_the_result(make: Make) -> None:
    job = make()
    lease = take(job)
    assert services.job_cancel(job=job).status == "processing"
    assert state.held([lease]) == {lease.token: True}
    with pytest.raises(state.CancelWanted):
        state.complete(lease, lambda job: pytest.fail("commit ran after a cancel"))
    assert state.give_back(lease, counted=True)  # a worker that stops meanwhile settles the cancel instead
    assert fresh(job).status == "cancelled"


def test_given_back_jobs_count_the_attempt_or_not(make: Make) -> None:
    job = make()
    state.give_back(take(job), counted=False)
    assert (fresh(job).attempts, job.status) == (0, "queued")
    state.give_back(take(job), counted=True, after_s=60)
    assert fresh(job).attempts == 1
    assert state.claim(lane=Lane.FAST, worker="w") is None, "it is not due yet"


def test_the_reaper_requeues_fails_and_cancels(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    settled: list[tuple[str, str]] = []
    kind = registry.get("test.raises")
    monkeypatch.setitem(
        registry._kinds,
        "test.raises",
        _with_hook(kind, lambda job: settled.append((str(job.pk), job.status))),
    )
    again, last, unwanted = (make("test.raises", priority=-number) for number in range(3))
    for job in (again, last, unwanted):
        take(job)
    for job in (again, last, unwanted):
        expire(job)
    Job.objects.filter(pk=last.pk).update(attempts=3)
    state.cancel_on_request(unwanted.pk)

    assert reaper.sweep() == 3
    assert reaper.sweep() == 0
    assert (fresh(again).status, again.attempts) == ("queued", 1)
    assert (fresh(last).status, last.error_code) == ("failed", "worker_lost")
    assert "3 times" in last.error_message
    assert fresh(unwanted).status == "cancelled"
    assert sorted(settled) == sorted([(str(last.pk), "failed"), (str(unwanted.pk), "cancelled")])


def test_an_error_in_on_settled_leaves_the_job_unsettled(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(job: Job) -> None:
        raise RuntimeError

    monkeypatch.setitem(registry._kinds, "test.steps", _with_hook(registry.get("test.steps"), broken))
    job = make()
    lease = take(job)
    with pytest.raises(RuntimeError):
        state.fail(lease, code="x", message="x")
    assert fresh(job).status == "processing"
    assert state.held([lease])


def _with_hook(kind: registry.JobKind, hook: Callable[[Job], None]) -> registry.JobKind:
    from dataclasses import replace

    return replace(kind, on_settled=hook)


def test_every_change_is_an_event(make: Make) -> None:
    job = make()
    lease = take(job)
    state.report(lease, percent=50, step="half")
    state.complete(lease, lambda job: {})
    assert JobEvent.objects.filter(job=job, owner_id=job.owner_id).count() == 4


def test_a_dedupe_key_gives_the_active_job_again(make: Make, alice: User, bob: User) -> None:
    job = make(dedupe_key="render 7")
    assert make(dedupe_key="render 7").pk == job.pk
    bobs = services.job_create(owner=bob, kind="test.steps", params={}, dedupe_key="render 7")
    assert bobs.pk != job.pk
    services.job_cancel(job=job)
    assert make(dedupe_key="render 7").pk != job.pk


def test_a_job_of_no_known_kind_is_not_made(alice: User) -> None:
    with pytest.raises(registry.UnknownKind):
        services.job_create(owner=alice, kind="no.such", params={})
    assert not Job.objects.exists()


def test_heavy_jobs_are_isolated_whatever_their_kind_forgets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_kinds", {})

    def isolated(name: str, **wishes: Any) -> bool:
        registry.job_kind(name, **wishes)(lambda ctx: Outcome(lambda job: {}))
        return registry.get(name).isolate

    assert isolated("test.forgets", lane="heavy")
    assert isolated("test.asks", lane="gpu", isolate=True)
    assert not isolated("test.quick", lane="fast")
    with pytest.raises(ValueError, match="child process"):
        registry.job_kind("test.refuses", lane="heavy", isolate=False)


def test_names_of_kinds_and_lanes_are_checked() -> None:
    from klangwerk.studio.jobs import lanes

    with pytest.raises(ValueError, match="registered already"):
        registry.job_kind("test.steps", lane="fast")(lambda ctx: Outcome(lambda job: {}))
    with pytest.raises(ValueError, match="warp"):
        registry.job_kind("test.other", lane="warp")(lambda ctx: Outcome(lambda job: {}))
    assert lanes.parse("heavy, fast,heavy") == (Lane.HEAVY, Lane.FAST)
    with pytest.raises(ValueError, match="no lane 'warp'"):
        lanes.parse("fast,warp")
    with pytest.raises(ValueError, match="at least one"):
        lanes.parse(" , ")
