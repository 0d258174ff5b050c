"""Which model is used: descriptors, downloads that are checked, archives and graphs that are not what they should be."""

from __future__ import annotations

import hashlib
import json
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from klangwerk.engines.contracts import ModelError
from klangwerk.engines.kick import KickParams, ModelDescriptor, generate, load_model, own_model, shipped
from klangwerk.engines.kick.bundle import DESCRIPTION
from klangwerk.engines.kick.descriptor import WEIGHTS, ensure
from klangwerk.engines.kick.spec import SPEC, KickSpec

SHIPPED_LIMIT_BYTES = 25_000_000


def shipped_path() -> Path:
    return Path(shipped().source)


class Quiet(SimpleHTTPRequestHandler):
    """Counts what is fetched."""

    fetched: list[str] = []

    def do_GET(self) -> None:
        self.fetched.append(self.path)
        super().do_GET()

    def log_message(self, *args: object) -> None:
        """Tests print nothing."""


@pytest.fixture
def site(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """A local web server and the folder it serves."""
    folder = tmp_path / "site"
    folder.mkdir()
    Quiet.fetched = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", folder
    server.shutdown()
    server.server_close()


def rewritten(target: Path, **description: object) -> Path:
    """The shipped archive with another description."""
    with zipfile.ZipFile(shipped_path()) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == DESCRIPTION:
                data = json.dumps(json.loads(data) | description).encode()
            new.writestr(name, data)
    return target


def test_the_shipped_model_is_small_and_unaltered() -> None:
    assert ensure(shipped()) == shipped_path()
    assert len(shipped().sha256) == 64
    assert sum(file.stat().st_size for file in WEIGHTS.glob("*.kwm")) < SHIPPED_LIMIT_BYTES
    assert shipped().licence == "Apache-2.0"


def test_a_model_is_loaded_once() -> None:
    assert load_model() is load_model()


def test_a_remote_model_is_fetched_once_and_works(site: tuple[str, Path], tmp_path: Path) -> None:
    url, folder = site
    data = shipped_path().read_bytes()
    (folder / "m.kwm").write_bytes(data)
    descriptor = own_model(f"{url}/m.kwm#sha256={hashlib.sha256(data).hexdigest()}")
    model = load_model(descriptor, cache=tmp_path / "cache")
    assert load_model(descriptor, cache=tmp_path / "cache") is model
    assert Quiet.fetched == ["/m.kwm"]
    assert generate(KickParams(), seed=1, model=model).audio.duration_s == 2.0


def test_a_wrong_download_leaves_nothing_behind(site: tuple[str, Path], tmp_path: Path) -> None:
    url, folder = site
    (folder / "m.kwm").write_bytes(b"not the model")
    with pytest.raises(ModelError, match="checksum"):
        ensure(own_model(f"{url}/m.kwm#sha256={'0' * 64}"), cache=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_missing_download_says_so(site: tuple[str, Path], tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="could not be fetched"):
        ensure(own_model(f"{site[0]}/none.kwm#sha256={'0' * 64}"), cache=tmp_path / "cache")
    assert list((tmp_path / "cache").iterdir()) == []


def test_a_remote_model_needs_a_checksum() -> None:
    with pytest.raises(ModelError, match="sha256"):
        own_model("https://example.org/model.kwm")


def test_an_altered_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "m.kwm"
    file.write_bytes(b"something else")
    with pytest.raises(ModelError, match="altered"):
        ensure(ModelDescriptor("m", "1", str(file), shipped().sha256, "Apache-2.0"))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"x" * 1000])
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "m.kwm"
    file.write_bytes(content)
    with pytest.raises(ModelError, match="not a kick model"):
        load_model(own_model(str(file)))


def test_a_missing_file_says_where_it_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"nowhere\.kwm"):
        load_model(own_model(str(tmp_path / "nowhere.kwm")))


def test_a_descriptor_file(tmp_path: Path) -> None:
    (tmp_path / "m.kwm").write_bytes(shipped_path().read_bytes())
    descriptor = {
        "name": "mine",
        "version": "2",
        "source": "m.kwm",
        "sha256": shipped().sha256,
        "licence": "CC0-1.0",
    }
    (tmp_path / "mine.json").write_text(json.dumps(descriptor))
    found = own_model(str(tmp_path / "mine.json"))
    assert (found.name, found.version, found.licence) == ("mine", "2", "CC0-1.0")
    assert ensure(found) == tmp_path / "m.kwm"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"name": "x"}'])
def test_a_broken_descriptor_says_what_it_needs(tmp_path: Path, text: str) -> None:
    (tmp_path / "mine.json").write_text(text)
    with pytest.raises(ModelError, match="sha256 and licence"):
        own_model(str(tmp_path / "mine.json"))


def test_other_words_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="other words"):
        load_model(own_model(str(rewritten(tmp_path / "m.kwm", words=["house", "808"]))))


def test_another_spec_is_refused(tmp_path: Path) -> None:
    """The stamp in each graph is compared with this version's spec."""
    import onnx

    with zipfile.ZipFile(shipped_path()) as old, zipfile.ZipFile(tmp_path / "m.kwm", "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "decoder.onnx":
                graph = onnx.load_model_from_string(data)
                onnx.helper.set_model_props(graph, {"klangwerk_spec": KickSpec(n_frames=64).stamp})
                data = graph.SerializeToString()
            new.writestr(name, data)
    with pytest.raises(ModelError, match="another version"):
        load_model(own_model(str(tmp_path / "m.kwm")))


def test_the_stamp_is_the_whole_spec() -> None:
    assert KickSpec(amplitude_floor=0.1).stamp != SPEC.stamp
    assert json.loads(SPEC.stamp)["sample_rate"] == 44_100
