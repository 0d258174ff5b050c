"""Signed links: nothing in them can be altered, and they end."""

from __future__ import annotations

import base64
import uuid
from urllib.parse import unquote

import pytest

from klangwerk.studio.library import links

ASSET_ID = uuid.UUID("0190d0c4-0000-7000-8000-00000000abcd")
NOW_S = 1_800_000_000.0


def parts(path: str) -> tuple[str, str]:
    empty, media, token, name = path.split("/")
    assert (empty, media) == ("", "media")
    return token, unquote(name)


def made(**changes: object) -> tuple[str, str]:
    wanted = {"file_name": "AI: Käthe.wav", "download": True, "lifetime_s": 3600, "now_s": NOW_S, **changes}
    return parts(links.make(ASSET_ID, **wanted))  # type: ignore[arg-type]


def test_a_link_says_what_it_is_for() -> None:
    token, name = made()
    link = links.read(token, name, now_s=NOW_S)
    assert link.id == ASSET_ID
    assert link.download
    assert link.file_name == "AI Käthe.wav"
    assert not links.read(*made(download=False), now_s=NOW_S).download


def test_a_link_lives_at_least_as_long_as_promised_and_not_much_longer() -> None:
    for offset_s in (0, 1, 450, 899, 900, 3599):
        now_s = NOW_S + offset_s
        token, name = made(now_s=now_s)
        links.read(token, name, now_s=now_s + 3600)
        with pytest.raises(links.LinkExpired):
            links.read(token, name, now_s=now_s + 3600 + 901)


def test_links_repeat_for_a_while_so_that_browsers_keep_the_sound() -> None:
    assert made(now_s=NOW_S) == made(now_s=NOW_S + 60)
    assert made(now_s=NOW_S) != made(now_s=NOW_S + 900)


def test_every_altered_character_is_noticed() -> None:
    token, name = made()
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for position, char in enumerate(token):
        for other in alphabet:
            if other != char:
                with pytest.raises(links.LinkInvalid):
                    links.read(token[:position] + other + token[position + 1 :], name, now_s=NOW_S)


def test_an_altered_name_is_noticed() -> None:
    token, name = made()
    for other in ("", name + "x", name.replace(".wav", ".exe"), name.upper(), "AI: Käthe.wav"):
        with pytest.raises(links.LinkInvalid):
            links.read(token, other, now_s=NOW_S)


@pytest.mark.parametrize(
    "token", ["", "x", "====", "ä", "A" * 62, "A" * 64, "A" * 5000, "a b", "../..", "%00", "\ud800"]
)
def test_nonsense_is_no_link(token: str) -> None:
    with pytest.raises(links.LinkInvalid):
        links.read(token, "AI Käthe.wav", now_s=NOW_S)


def test_another_expiry_needs_the_key() -> None:
    token, name = made()
    raw = bytearray(base64.urlsafe_b64decode(token + "=="))
    raw[2:10] = (2**40).to_bytes(8, "big")
    forged = base64.urlsafe_b64encode(bytes(raw)).rstrip(b"=").decode()
    with pytest.raises(links.LinkInvalid):
        links.read(forged, name, now_s=NOW_S)


def test_another_secret_key_ends_all_links(settings: object) -> None:
    token, name = made()
    settings.SECRET_KEY = "another key for the tests, which signs differently"  # type: ignore[attr-defined]
    with pytest.raises(links.LinkInvalid):
        links.read(token, name, now_s=NOW_S)


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("AI: Burkhard.wav", "AI Burkhard.wav"),
        ("a/b\\c.wav", "a b c.wav"),
        ("../../etc/passwd.wav", "etc passwd.wav"),
        ("  .wav", "sound.wav"),
        ("???.wav", "sound.wav"),
        ('say "hi"\r\nX: y.wav', "say hi X y.wav"),
        ("\u202egnp.wav", "gnp.wav"),
        ("100% #1.wav", "100 1.wav"),
        ("x" * 300 + ".wav", "x" * 100 + ".wav"),
        ("🥁.wav", "🥁.wav"),
    ],
)
def test_file_names_fit_every_file_system(name: str, clean: str) -> None:
    assert links.clean_file_name(name) == clean
    assert links.clean_file_name(clean) == clean


def test_disposition_has_the_plain_and_the_full_name() -> None:
    assert (
        links.content_disposition("AI Burkhard.wav", download=True)
        == 'attachment; filename="AI Burkhard.wav"'
    )
    full = links.content_disposition("AI Käthe 🥁.wav", download=False)
    assert full == "inline; filename=\"AI Kathe .wav\"; filename*=UTF-8''AI%20K%C3%A4the%20%F0%9F%A5%81.wav"
    assert full.isascii()
