"""What must hold for every operation of the schema: a new one without an entry here fails."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import LazySettings
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

if TYPE_CHECKING:
    from klangwerk.studio.accounts.models import User
    from klangwerk.studio.kicks.models import Kick

pytestmark = pytest.mark.django_db

NOBODYS = {
    name: uuid.UUID("00000000-0000-7000-8000-000000000000")
    for name in (
        "kick_id",
        "job_id",
        "key_id",
        "preset_id",
        "bounce_id",
        "track_id",
        "task_id",
        "asset_id",
        "project_id",
    )
}
# Who has no account may do these, and nothing else.
OPEN_TO_GUESTS = {
    "register", "token_create", "token_refresh", "token_revoke", "kicks_words", "sounds", "presets_list", "presets_get",
}  # fmt: skip
RACK: dict[str, Any] = {
    "bpm": 365, "kickLen": 1, "kickDistAmt": 0, "kickOttAmt": 0, "noiseSample": "Staub", "noiseLowPassFreq": 7000,
    "noiseHighPassFreq": 30, "noiseVolume": -70, "reverbSample": "Dom", "reverbLowPassFreq": 7000,
    "reverbHighPassFreq": 30, "reverbVolume": -6, "masterOttAmt": 0, "masterDistAmt": 0, "masterLimiterAmt": 1.5,
    "kickId": "kick_id",
}  # fmt: skip
CLIP: dict[str, Any] = {
    "id": "a", "assetId": "asset_id", "name": "", "startFrames": 0, "offsetFrames": 0, "lengthFrames": 1, "gainDb": 0,
    "fadeInFrames": 0, "fadeOutFrames": 0,
}  # fmt: skip
ROW: dict[str, Any] = {
    "id": "r", "name": "", "type": "main", "gainDb": 0, "pan": 0, "muted": False, "soloed": False, "clips": [CLIP],
}  # fmt: skip
ARRANGEMENT: dict[str, Any] = {
    "version": 1, "name": "Bob was here", "bpm": 120, "beatsPerBar": 4, "tracks": [ROW],
    "loop": {"enabled": False, "startFrames": 0, "stopFrames": 0},
}  # fmt: skip
# Bodies that name something by its id, and otherwise would be taken.
BODIES: dict[str, list[dict[str, Any]]] = {
    "presets_create": [{"presetName": "Bob was here", **RACK}],
    "presets_replace": [{"presetName": "Bob was here", **RACK}],
    "bounces_create": [{"name": "Bob was here", "preset": RACK}],
    "kicks_update": [{"name": "Bob was here"}],
    "tracks_update": [{"name": "Bob was here"}],
    "projects_create": [{"tracks": [ROW]}],
    "projects_save": [ARRANGEMENT],
    "projects_update": [{"name": "Bob was here"}],
    "kicks_generate": [
        {"variationOf": "kick_id"},
        {"variationOf": "kick_id", "interpolateWith": "kick_id"},
    ],
}
# An id that is one of many fields of a body is refused under its name, as every other wrong field is.
REFUSED_AS_FIELD = {"presets_create", "bounces_create", "projects_create"}
TAKES_IDS = {
    "presets_create",
    "presets_get",
    "presets_replace",
    "presets_delete",
    "presets_render",
    "bounces_create",
    "bounces_get",
    "bounces_delete",
    "keys_delete",
    "jobs_get",
    "jobs_cancel",
    "kicks_get",
    "kicks_update",
    "kicks_delete",
    "kicks_generate",
    "generations_get",
    "tracks_get",
    "tracks_update",
    "tracks_delete",
    "tracks_download",
    "tracks_peaks",
    "tracks_stems",
    "tracks_midi",
    "projects_create",
    "projects_get",
    "projects_save",
    "projects_update",
    "projects_delete",
    "projects_dawproject",
}


@dataclass(frozen=True)
class Operation:
    """One method at one address."""

    name: str
    method: str
    path: str
    takes_id: bool
    has_body: bool
    is_form: bool = False

    def send(self, api: APIClient, ids: dict[str, Any], body: dict[str, Any] | None = None) -> Any:
        filled = _filled(body or {}, ids)
        if self.is_form:
            return api.generic(
                "POST", self.path, encode_multipart(BOUNDARY, filled), content_type=MULTIPART_CONTENT
            )
        return api.generic(
            self.method.upper(),
            self.path.format(**ids),
            data=b"" if not self.has_body else _json(filled),
            content_type="application/json",
            headers={"prefer": "wait=0"},
        )


def _filled(value: Any, ids: dict[str, Any]) -> Any:
    if isinstance(value, dict):
        return {name: _filled(inner, ids) for name, inner in value.items()}
    if isinstance(value, list):
        return [_filled(inner, ids) for inner in value]
    return str(ids[value]) if isinstance(value, str) and value in ids else value


def _json(body: dict[str, Any]) -> bytes:
    import json

    return json.dumps(body).encode()


@cache
def operations() -> dict[str, Operation]:
    """All operations by their names."""
    schema: dict[str, Any] = SchemaGenerator().get_schema(public=True)  # type: ignore[no-untyped-call]
    return {
        operation["operationId"]: Operation(
            name=operation["operationId"],
            method=method,
            path=path,
            takes_id="{" in path or bool(_ids_of_body(schema, operation)),
            has_body="requestBody" in operation,
            is_form="multipart/form-data" in operation.get("requestBody", {}).get("content", {}),
        )
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    }


def _ids_of_body(schema: dict[str, Any], operation: dict[str, Any]) -> list[str]:
    found: list[str] = []
    for media in operation.get("requestBody", {}).get("content", {}).values():
        found += _ids_of(schema, media["schema"])
    return found


def _ids_of(schema: dict[str, Any], node: dict[str, Any]) -> list[str]:
    node = node.get("items", node)
    for part in (node, *node.get("allOf", [])):
        if "$ref" in part:
            node = schema["components"]["schemas"][part["$ref"].rpartition("/")[2]]
    found: list[str] = []
    for name, field in node.get("properties", {}).items():
        is_id = field.get("format") == "uuid" or name.endswith("Id")
        found += [name] if is_id else _ids_of(schema, field)
    return found


CALLS = [(name, body) for name in sorted(TAKES_IDS) for body in BODIES.get(name, [{}])]


def label(value: Any) -> str:
    return value if isinstance(value, str) else "+".join(value)


def test_every_operation_that_takes_an_id_has_an_entry(db: None) -> None:
    assert {name for name, operation in operations().items() if operation.takes_id} == TAKES_IDS


@pytest.mark.parametrize(("name", "body"), CALLS, ids=label)
def test_a_strangers_thing_is_not_there(
    things: dict[str, Any],
    alice_api: APIClient,
    bob_api: APIClient,
    guest_api: APIClient,
    bob: User,
    name: str,
    body: dict[str, Any],
) -> None:
    from klangwerk.studio.accounts.services import api_key_create

    operation = operations()[name]
    before = state_of(alice_api, things)
    answer = operation.send(bob_api, things, body)
    refused = (400, "invalid_input") if name in REFUSED_AS_FIELD else (404, "not_found")
    assert (answer.status_code, answer.json()["code"]) == refused
    assert answer.json() == operation.send(bob_api, NOBODYS, body).json(), "it shows that there is something"

    script = APIClient(raise_request_exception=False)
    script.credentials(HTTP_X_API_KEY=api_key_create(user=bob, name="script")[1])
    assert operation.send(script, things, body).status_code == (
        403 if name.startswith("keys_") else refused[0]
    )

    refusal = operation.send(guest_api, things, body)
    unknown = (404, "not_found") if name in OPEN_TO_GUESTS else (401, "not_authenticated")
    assert (refusal.status_code, refusal.json()["code"]) == unknown
    assert state_of(alice_api, things) == before


def state_of(api: APIClient, things: dict[str, Any]) -> list[Any]:
    """All that Alice can see of what is hers, but what differs from one look to the next."""
    kick = api.get(f"/api/kicks/{things['kick_id']}/").json()
    job = api.get(f"/api/jobs/{things['job_id']}/").json()
    keys = api.get("/api/keys/").json()
    preset = api.get(f"/api/presets/{things['preset_id']}/").json()
    bounce = api.get(f"/api/bounces/{things['bounce_id']}/").json()
    lists = ("/api/presets/", "/api/bounces/", "/api/jobs/", "/api/tracks/", "/api/projects/")
    counts = [api.get(path).json()["count"] for path in lists]
    project = api.get(f"/api/projects/{things['project_id']}/").json()
    track = api.get(f"/api/tracks/{things['track_id']}/").json()
    signed = {"audioUrl": "", "downloadUrl": ""}
    bounce["stems"] = [{**stem, **signed} for stem in bounce["stems"]]
    return [
        {**kick, **signed}, {**job, "etaS": None}, keys, {**preset, "kickUrl": ""}, {**bounce, **signed}, counts,
        {**track, **signed, "stemsZipUrl": "", "midiUrl": ""}, {**project, "dawprojectUrl": ""},
    ]  # fmt: skip


@pytest.mark.parametrize(("name", "body"), CALLS, ids=label)
def test_the_owner_is_let_through(
    things: dict[str, Any], alice_api: APIClient, name: str, body: dict[str, Any]
) -> None:
    """Else the test above would say nothing."""
    answer = operations()[name].send(alice_api, things, body)
    assert answer.status_code in {200, 201, 202, 204, 302}
    answer.close()


def test_lists_hold_nothing_of_anybody_else(things: dict[str, Any], bob_api: APIClient, alice: User) -> None:
    lists = [one for one in operations().values() if one.method == "get" and not one.takes_id]
    assert {one.name for one in lists} == {
        "me", "keys_list", "jobs_list", "kicks_list", "kicks_words", "presets_list", "bounces_list", "sounds",
        "tracks_list", "projects_list",
    }  # fmt: skip
    for operation in lists:
        text = operation.send(bob_api, {}).content.decode()
        for secret in (*map(str, things.values()), alice.username, alice.email, "deep house", "Secret"):
            assert operation.name == "kicks_words" or secret not in text, (operation.name, secret)


def test_guests_may_do_what_is_listed_and_nothing_else(guest_api: APIClient) -> None:
    let_in = set()
    for operation in operations().values():
        answer = operation.send(guest_api, NOBODYS)
        if (answer.status_code, answer.json()["code"] if answer.status_code >= 400 else "") != (
            401,
            "not_authenticated",
        ):
            let_in.add(operation.name)
    assert let_in == OPEN_TO_GUESTS


def test_a_closed_account_may_do_nothing(things: dict[str, Any], alice: User, alice_api: APIClient) -> None:
    alice.is_active = False
    alice.save()
    for operation in operations().values():
        if operation.name not in OPEN_TO_GUESTS:
            assert operation.send(alice_api, things).status_code == 401, operation.name


def test_no_operation_reads_an_endless_body(
    things: dict[str, Any], alice_api: APIClient, settings: LazySettings
) -> None:
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 20_000
    settings.KLANGWERK_MULTI_USER = True
    with_body = [one for one in operations().values() if one.has_body]
    assert len(with_body) >= 7
    for operation in with_body:
        answer = operation.send(alice_api, things, {"name": "x" * 30_000})
        assert (answer.status_code, answer.json()["code"]) == (413, "too_large"), operation.name


# --- fields that are not the caller's to set ---------------------------------------------------------------------


def test_a_patch_changes_name_and_star_only(alice_api: APIClient, kick: Kick, bob: User) -> None:
    before = {
        name: value for name, value in vars(type(kick).objects.get(pk=kick.pk)).items() if name != "_state"
    }
    forged = {
        "id": str(NOBODYS["kick_id"]), "pk": 1, "owner": bob.pk, "ownerId": bob.pk,
        "asset": str(NOBODYS["kick_id"]), "assetId": "x", "prompt": "forged", "seed": 7, "params": {}, "latent": "AA",
        "modelName": "forged", "createdAt": "1999-01-01T00:00:00Z", "sourceKick": None, "_state": {}, "__class__": 1,
        "sizeBytes": 1, "sha256": "0" * 64, "isFavourite": True,
    }  # fmt: skip
    assert alice_api.patch(f"/api/kicks/{kick.pk}/", forged).status_code == 200
    after = {
        name: value for name, value in vars(type(kick).objects.get(pk=kick.pk)).items() if name != "_state"
    }
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"is_favourite", "updated_at"}


@pytest.mark.parametrize("style", ["camel", "snake"])
def test_nobody_registers_as_an_owner(guest_api: APIClient, settings: LazySettings, style: str) -> None:
    from klangwerk.studio.accounts.models import User

    settings.KLANGWERK_MULTI_USER = True
    camel = {
        "isStaff": True,
        "isSuperuser": True,
        "isOwner": True,
        "isActive": False,
        "lastLogin": "1999-01-01",
    }
    snake = {
        "is_staff": True,
        "is_superuser": True,
        "is_owner": True,
        "is_active": False,
        "user_permissions": [1],
    }
    forged = {
        "username": "mallory", "password": "correct horse battery", "unlimited": True, "id": 1, "groups": [1],
        **(camel if style == "camel" else snake),
    }  # fmt: skip
    assert guest_api.post("/api/register/", forged).status_code == 201
    made = User.objects.get(username="mallory")
    assert not any((made.is_staff, made.is_superuser, made.unlimited, made.is_owner))
    assert made.is_active
    assert made.last_login is None


def test_a_key_is_the_callers_own(alice: User, bob: User, alice_api: APIClient) -> None:
    from klangwerk.studio.accounts.models import ApiKey

    forged = {
        "name": "mine",
        "user": bob.pk,
        "userId": bob.pk,
        "key": "kw_known",
        "keyHash": "0" * 64,
        "prefix": "kw_",
    }
    made = alice_api.post("/api/keys/", forged)
    assert made.status_code == 201
    assert made.json()["key"] != "kw_known"
    row = ApiKey.objects.get()
    assert row.user == alice
    assert row.key_hash != "0" * 64


def test_a_kick_is_ordered_for_oneself_and_counted(alice: User, bob: User, alice_api: APIClient) -> None:
    from klangwerk.studio.jobs.models import Job

    forged = {
        "owner": bob.pk, "ownerId": bob.pk, "userId": bob.pk, "priority": 99, "lane": "gpu", "kind": "x",
        "sourceKind": "variation", "kickId": "x", "unlimited": True, "countsForAll": False, "attempts": 9,
    }  # fmt: skip
    assert alice_api.post("/api/kicks/generate/", forged, headers={"prefer": "wait=0"}).status_code == 202
    job = Job.objects.get()
    assert (job.owner_id, job.priority, job.lane, job.kind, job.attempts) == (
        alice.pk,
        0,
        "fast",
        "kick.generate",
        0,
    )
    assert alice_api.get("/api/me/").json()["limits"]["kicks"]["remainingToday"] == 9


def test_a_kick_deleted_in_the_middle_of_its_renaming_is_not_found(
    alice_api: APIClient, kick: Kick, monkeypatch: pytest.MonkeyPatch
) -> None:
    from klangwerk.studio.kicks import services

    update: Callable[..., Any] = services.kick_update

    def too_late(**given: Any) -> Any:
        services.kick_delete(kick=given["kick"], confirmed=True)
        given["kick"].pk = kick.pk
        return update(**given)

    monkeypatch.setattr(services, "kick_update", too_late)
    assert alice_api.patch(f"/api/kicks/{kick.pk}/", {"name": "Late"}).status_code == 404
