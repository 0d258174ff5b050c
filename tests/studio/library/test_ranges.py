"""Byte ranges by the letter of RFC 9110."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from klangwerk.studio.library.ranges import ByteRange, Unsatisfiable, parse


@pytest.mark.parametrize(
    ("header", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-99", 0, 99),
        ("bytes=10-19", 10, 19),
        ("bytes=90-", 90, 99),
        ("bytes=90-5000", 90, 99),
        ("bytes=-1", 99, 99),
        ("bytes=-100", 0, 99),
        ("bytes=-5000", 0, 99),
        ("BYTES = 3 - 4 ", 3, 4),
    ],
)
def test_one_range(header: str, first: int, last: int) -> None:
    assert parse(header, size=100) == ByteRange(first, last, 100)


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=100-200", "bytes=999999999999999999-", "bytes=-0"])
def test_outside_is_unsatisfiable(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        parse(header, size=100)


@pytest.mark.parametrize(
    "header",
    [
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=a-b",
        "bytes=5-4",
        "bytes=--5",
        "bytes=0-1,3-4",
        "bytes=0-1;3-4",
        "items=0-5",
        "bytes=0x1-5",
        "bytes=1.5-3",
        "bytes=٣-٤",
        "bytes=" + "9" * 5000 + "-",
    ],
)
def test_what_makes_no_sense_is_the_whole_file(header: str) -> None:
    assert parse(header, size=100) is None


@pytest.mark.parametrize("header", ["bytes=0-", "bytes=-5"])
def test_an_empty_file_has_no_ranges(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        parse(header, size=0)


@given(
    header=st.text(max_size=40) | st.from_regex(r"\Abytes=[0-9]{0,6}-[0-9]{0,6}\Z"), size=st.integers(0, 1000)
)
def test_every_range_lies_inside(header: str, size: int) -> None:
    try:
        found = parse(header, size=size)
    except Unsatisfiable:
        return
    if found is not None:
        assert 0 <= found.first <= found.last < size
        assert found.length == found.last - found.first + 1
