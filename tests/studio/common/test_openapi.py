"""The schema: made without a warning, in camelCase, with every error code."""

from __future__ import annotations

import re
import subprocess
import sys
from functools import cache
from typing import Any

import pytest
from django.test import Client

from klangwerk.studio.common import error_codes
from klangwerk.studio.jobs.error_codes import failures


@cache
def schema() -> dict[str, Any]:
    answer: dict[str, Any] = Client().get("/api/schema/", headers={"accept": "application/json"}).json()
    return answer


def operations() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (method, path, operation)
        for path, methods in schema()["paths"].items()
        for method, operation in methods.items()
    ]


def codes_of(operation: dict[str, Any], status: str) -> list[str]:
    found: list[str] = operation["responses"][status]["content"]["application/json"]["schema"]["allOf"][1][
        "properties"
    ]["code"]["enum"]
    return found


def test_it_is_made_without_a_warning(db: None, process_environment: dict[str, str]) -> None:
    found = subprocess.run(
        [sys.executable, "-m", "klangwerk.studio.manage", "spectacular", "--validate", "--fail-on-warn"],
        env=process_environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("openapi: 3.1.0")


def test_every_operation_has_a_name_a_tag_and_its_errors(db: None) -> None:
    names = [operation["operationId"] for _, _, operation in operations()]
    assert len(names) == len(set(names))
    for method, path, operation in operations():
        assert operation["tags"] != ["api"], path
        assert {"400", "500", "503"} <= set(operation["responses"]), (method, path)
        for status in operation["responses"]:
            if status.startswith(("4", "5")):
                for code in codes_of(operation, status):
                    assert error_codes.known()[code].status == int(status)


def test_the_codes_of_single_operations(db: None) -> None:
    paths = schema()["paths"]
    assert codes_of(paths["/api/register/"]["post"], "403") == ["registration_closed"]
    assert "token_reused" in codes_of(paths["/api/token/refresh/"]["post"], "401")
    assert codes_of(paths["/api/token/"]["post"], "429") == ["rate_limited"]
    assert "Retry-After" in paths["/api/token/"]["post"]["responses"]["429"]["headers"]
    assert "401" in paths["/api/me/"]["get"]["responses"]


def test_names_are_camel_case(db: None) -> None:
    me = schema()["components"]["schemas"]["MeOutput"]
    assert {"isOwner", "isStaff", "multiUser", "limits"} <= set(me["properties"])
    assert set(me["required"]) <= set(me["properties"])
    for name, component in schema()["components"]["schemas"].items():
        for field in component.get("properties", {}):
            assert not re.search(r"_[a-z]", field), f"{name}.{field}"


def test_a_failed_job_has_one_of_the_registered_codes(db: None) -> None:
    components = schema()["components"]["schemas"]
    code = components["JobError"]["properties"]["code"]
    assert code["allOf"] == [{"$ref": "#/components/schemas/CodeEnum"}]
    assert set(components["CodeEnum"]["enum"]) == set(failures())
    assert {"worker_lost", "storage_unavailable", "kick_source_gone"} <= set(failures())
    assert "`timed_out`: it ran longer than its kind may" in code["description"]


def test_addresses_without_a_slash_are_no_second_operations(db: None) -> None:
    assert all(path.endswith("/") or path.startswith("/media") for _, path, _ in operations())


def test_an_unknown_code_cannot_be_documented() -> None:
    from klangwerk.studio.common.openapi import errors

    with pytest.raises(ValueError, match="no_such_code"):
        errors("no_such_code")
