"""Projects written, read back, and read as other programs write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from klangwerk.engines.arrangement.dawproject.errors import NotADawproject
from klangwerk.engines.arrangement.dawproject.reading import ReadProject, read
from klangwerk.engines.arrangement.dawproject.writing import write
from klangwerk.engines.arrangement.model import Arrangement, Clip, Lane
from klangwerk.engines.contracts import Cancelled, CancelToken
from klangwerk.sound import AudioBuffer, AudioError
from klangwerk.sound.errors import TooLong

RATE = 44_100


def tone(seconds: float = 0.5, rate: int = RATE, hz: float = 440.0) -> AudioBuffer:
    t = np.arange(round(seconds * rate)) / rate
    return AudioBuffer(0.5 * np.stack([np.sin(2 * np.pi * hz * t), np.cos(2 * np.pi * hz * t)]), rate)


SOUNDS = {"a1": tone(2.0), "b2": tone(1.0, 48_000, 220.0)}


def clip(**changes: object) -> Clip:
    usual = {"name": "Ton", "source": "a1", "start_frames": 0, "offset_frames": 0, "length_frames": RATE}
    return Clip(**{**usual, **changes})  # type: ignore[arg-type]


def written(arrangement: Arrangement, sounds: Mapping[str, AudioBuffer] = SOUNDS) -> io.BytesIO:
    file = io.BytesIO()
    write(arrangement, sounds.__getitem__, file)
    file.seek(0)
    return file


def arrangement(*lanes: Lane, bpm: float = 123.4) -> Arrangement:
    return Arrangement(name="Stück <1> & mehr", bpm=bpm, beats_per_bar=3, lanes=lanes)


def with_keys(project: ReadProject) -> Arrangement:
    """The arrangement with the sources that it was written with: `audio/<source>/<name>.wav`."""
    found = project.arrangement
    lanes = tuple(
        Lane(
            name=lane.name, colour=lane.colour, gain_db=round(lane.gain_db, 6), pan=round(lane.pan, 9), muted=lane.muted,
            soloed=lane.soloed,
            clips=tuple(
                clip(
                    name=each.name, source=each.source.split("/")[1], start_frames=each.start_frames,
                    offset_frames=each.offset_frames, length_frames=each.length_frames, gain_db=round(each.gain_db, 6),
                    fade_in_frames=each.fade_in_frames, fade_out_frames=each.fade_out_frames,
                )
                for each in lane.clips
            ),
        )
        for lane in found.lanes
    )  # fmt: skip
    return Arrangement(name=found.name, bpm=found.bpm, beats_per_bar=found.beats_per_bar, lanes=lanes)


FULL = arrangement(
    Lane(
        name="Bass / links",
        colour="#35c9e0",
        gain_db=-6.5,
        pan=-0.25,
        clips=(
            clip(
                start_frames=12_345,
                offset_frames=777,
                length_frames=40_001,
                gain_db=-3.25,
                fade_in_frames=441,
            ),
            clip(start_frames=99_999, source="b2", length_frames=30_000, fade_out_frames=4_410),
        ),
    ),
    Lane(name="Leer", muted=True, soloed=True),
)


def test_what_is_written_comes_back_to_the_frame() -> None:
    project = read(written(FULL))
    assert with_keys(project) == FULL
    assert project.left_out == ()
    for source, sound in SOUNDS.items():
        path = next(p for p in project.arrangement.sources() if f"/{source}/" in p)
        back = project.audio(path)
        assert back.sample_rate == sound.sample_rate
        assert np.abs(back.samples - sound.samples).max() < 2**-23


def test_the_same_arrangement_gives_the_same_bytes() -> None:
    assert written(FULL).getvalue() == written(FULL).getvalue()


_FRAMES = st.integers(0, 30 * 60 * RATE)


@settings(max_examples=60, deadline=None)
@given(
    bpm=st.floats(20, 300),
    starts=st.lists(_FRAMES, max_size=5, unique=True),
    gain=st.floats(-40, 12).map(lambda x: round(x, 3)),
    pan=st.floats(-1, 1).map(lambda x: round(x, 3)),
    name=st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), min_size=1, max_size=30
    ),
)
def test_any_place_and_tempo_come_back(
    bpm: float, starts: list[int], gain: float, pan: float, name: str
) -> None:
    clips = tuple(
        clip(start_frames=start, length_frames=1 + start % RATE, offset_frames=start % 1000)
        for start in sorted(starts)
    )
    given_ = arrangement(Lane(name=name, gain_db=gain, pan=pan, clips=clips), bpm=bpm)
    found = with_keys(read(written(given_)))
    assert found.lanes[0].clips == clips
    assert found.lanes[0].gain_db == pytest.approx(gain, abs=1e-5)
    assert found.lanes[0].pan == pytest.approx(pan, abs=1e-9)
    assert found.lanes[0].name == name
    assert found.bpm == bpm


def test_the_document_is_as_the_format_wants_it() -> None:
    with zipfile.ZipFile(written(FULL)) as archive:
        root = ET.fromstring(archive.read("project.xml"))
        assert {"project.xml", "metadata.xml"} <= set(archive.namelist())
        files = {entry.get("path") for entry in root.iter("File")}
        assert files == {name for name in archive.namelist() if name.startswith("audio/")}
        assert ET.fromstring(archive.read("metadata.xml")).findtext("Title") == FULL.name
    assert (root.tag, root.get("version")) == ("Project", "1.0")
    assert [child.tag for child in root] == ["Application", "Transport", "Structure", "Arrangement"]
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for element in root.iter():
        for reference in ("track", "destination"):
            assert element.get(reference) in {None, *ids}
    for channel in root.iter("Channel"):  # a sequence in the schema
        assert [child.tag for child in channel] == ["Mute", "Pan", "Volume"]
    roles = [channel.get("role") for channel in root.iter("Channel")]
    assert roles == ["regular", "regular", "master"]


def foreign(
    structure: str, lanes: str, *, unit: str = "beats", sounds: tuple[str, ...] = ("audio/x.wav",)
) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        inner = written(arrangement(Lane(name="x", clips=(clip(),))))
        data = zipfile.ZipFile(inner).read("audio/a1/Ton.wav")
        for path in sounds:
            archive.writestr(path, data)
        archive.writestr(
            "project.xml",
            f"""<?xml version="1.0"?><Project version="1.0"><Application name="Other" version="5"/>
            <Transport><Tempo unit="bpm" value="120"/><TimeSignature numerator="6" denominator="8"/></Transport>
            <Structure>{structure}</Structure>
            <Arrangement><Lanes timeUnit="{unit}">{lanes}</Lanes></Arrangement></Project>""",
        )
    file.seek(0)
    return file


TRACK = '<Track id="t" contentType="audio" name="Spur" color="#AABBCCDD"><Channel role="regular"/></Track>'
AUDIO = '<Audio duration="2" channels="2" sampleRate="44100"><File path="audio/x.wav"/></Audio>'


def test_seconds_beats_and_warped_sounds() -> None:
    project = read(
        foreign(
            TRACK,
            f"""<Lanes track="t"><Clips>
            <Clip time="4" duration="2" contentTimeUnit="seconds" playStart="0.5">{AUDIO}</Clip>
            <Clip time="8" duration="2"><Warps contentTimeUnit="seconds" timeUnit="beats">{AUDIO}
                <Warp time="0" contentTime="0"/><Warp time="4" contentTime="2"/></Warps></Clip>
            <Clip time="12" duration="2"><Warps contentTimeUnit="seconds" timeUnit="beats">{AUDIO}
                <Warp time="0" contentTime="0"/><Warp time="6" contentTime="2"/></Warps></Clip>
            </Clips></Lanes>
            <Lanes track="t" timeUnit="seconds"><Clips><Clip time="1" duration="0.5">{AUDIO}</Clip></Clips></Lanes>""",
        )
    )
    (lane,) = project.arrangement.lanes
    placed = [(c.start_frames, c.offset_frames, c.length_frames) for c in lane.clips]
    assert placed == [
        (RATE, 0, RATE // 2),
        (2 * RATE, RATE // 2, RATE),
        (4 * RATE, 0, RATE),
        (6 * RATE, 0, RATE),
    ]
    assert lane.colour == "#aabbcc"
    assert project.arrangement.beats_per_bar == 3
    assert any("stretching" in what for what in project.left_out)


def test_clips_in_clips_are_cut_to_the_one_around_them() -> None:
    project = read(
        foreign(
            TRACK,
            f"""<Lanes track="t"><Clips><Clip time="4" duration="2"><Clips>
            <Clip time="0" duration="1">{AUDIO}</Clip><Clip time="1.5" duration="3">{AUDIO}</Clip>
            </Clips></Clip></Clips></Lanes>""",
        )
    )
    (lane,) = project.arrangement.lanes
    assert [(c.start_frames, c.length_frames) for c in lane.clips] == [
        (2 * RATE, RATE // 2),
        (121_275, RATE // 4),
    ]


def test_what_has_no_place_is_named() -> None:
    project = read(
        foreign(
            TRACK
            + '<Track id="n" contentType="notes" name="Synth"><Channel role="regular"><Devices><Vst3Plugin/></Devices></Channel></Track>',
            """<Lanes track="n"><Clips><Clip time="0" duration="4"><Notes/></Clip></Clips><Points><Target/></Points></Lanes>
            <Lanes track="t"><Clips><Clip time="0"><Audio duration="1" channels="1" sampleRate="44100">
            <File path="../../etc/passwd" external="true"/></Audio></Clip></Clips></Lanes>""",
        )
    )
    assert [lane.name for lane in project.arrangement.lanes] == ["Spur"]
    said = " ".join(project.left_out)
    for what in ("notes", "automation", "devices", "not in the file"):
        assert what in said


def zipped(**entries: bytes) -> io.BytesIO:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("_", "."), data)
    file.seek(0)
    return file


DEEP = (
    b"<Project version='1.0'>"
    b"<Arrangement>" + b"<Lanes>" * 400 + b"</Lanes>" * 400 + b"</Arrangement></Project>"
)


@pytest.mark.parametrize(
    "file",
    [
        io.BytesIO(b""),
        io.BytesIO(b"RIFF not a zip"),
        zipped(other_txt=b"x"),
        zipped(project_xml=b"<Project"),
        zipped(project_xml=b"<Song/>"),
        zipped(project_xml=b'<!DOCTYPE x [<!ENTITY a "b">]><Project>&a;</Project>'),
        zipped(project_xml='<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "b">]><Project>&a;</Project>'.encode("utf-16")),
        zipped(project_xml=b"\x00\xff\xfe<Project/>"),
        zipped(project_xml=b"<?xml version='1.0' encoding='nonsense'?><Project/>"),
        zipped(project_xml=DEEP),
        zipped(project_xml=b"<Project>" + b" " * 17_000_000 + b"</Project>"),
    ],
)  # fmt: skip
def test_what_is_no_project_is_refused(file: io.BytesIO) -> None:
    file.seek(0)
    with pytest.raises(NotADawproject):
        read(file)


@settings(max_examples=200, deadline=None)
@given(at=st.integers(0, 4000), junk=st.binary(min_size=1, max_size=30))
def test_damage_is_an_error_of_ours(at: int, junk: bytes) -> None:
    data = bytearray(
        written(arrangement(Lane(name="x", clips=(clip(length_frames=100),))), {"a1": tone(0.01)}).getvalue()
    )
    at %= len(data)
    data[at : at + len(junk)] = junk
    try:
        project = read(io.BytesIO(bytes(data)))
        for source in project.arrangement.sources():
            project.audio(source)
    except (NotADawproject, AudioError):
        pass


def test_numbers_that_make_no_sense_do_no_harm() -> None:
    project = read(
        foreign(
            '<Track id="t" name="" color="red"><Channel><Volume value="nan" unit="linear"/><Pan value="7" unit="normalized"/></Channel></Track>',
            f"""<Lanes track="t"><Clips><Clip time="-1" duration="4">{AUDIO}</Clip>
            <Clip time="inf" duration="1">{AUDIO}</Clip><Clip time="1e300" duration="1">{AUDIO}</Clip>
            <Clip time="x" duration="-5">{AUDIO}</Clip></Clips></Lanes>""",
        )
    )
    (lane,) = project.arrangement.lanes
    assert (lane.name, lane.colour, lane.gain_db, lane.pan) == ("Track", "", 0.0, 1.0)
    assert all(c.start_frames >= 0 and c.length_frames > 0 for c in lane.clips)
    assert lane.clips[0].offset_frames == RATE // 2  # what lay before the beginning is cut off


def test_cancel_between_sounds() -> None:
    token = CancelToken()
    token.request()
    with pytest.raises(Cancelled):
        write(FULL, SOUNDS.__getitem__, io.BytesIO(), cancel=token)


def test_what_our_timeline_can_hold_comes_back() -> None:
    quiet = Lane(name="L" * 120, gain_db=-110.0, clips=(clip(name="C" * 120, gain_db=-90.0),))
    wide = Arrangement(name="Wide", bpm=400.0, beats_per_bar=16, lanes=(quiet,))
    assert with_keys(read(written(wide))) == wide


@pytest.mark.parametrize("number", ["1e308", "-1e308", "nan", "inf", "-inf", "1e400"])
def test_numbers_beyond_all_measure(number: str) -> None:
    """Neither refused nor stumbled over: what cannot be a time is none."""
    attributes = ("time", "duration", "playStart", "fadeInTime", "fadeOutTime")
    for attribute in attributes:
        with zipfile.ZipFile(written(arrangement(Lane(name="L", clips=(clip(),)), bpm=20.0))) as ours:
            parts = {name: ours.read(name) for name in ours.namelist()}
        root = ET.fromstring(parts["project.xml"])
        for element in root.iter("Clip"):
            element.attrib.pop("duration")
            element.set(attribute, number)
        for element in root.iter("Audio"):
            element.attrib.pop("duration")
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as theirs:
            for name, data in {**parts, "project.xml": ET.tostring(root)}.items():
                theirs.writestr(name, data)
        (lane,) = read(file).arrangement.lanes
        for found in lane.clips:
            assert 0 <= found.start_frames <= 7200 * RATE
            assert 0 < found.length_frames <= 7200 * RATE


def test_a_caller_can_bound_what_a_sound_unpacks_to() -> None:
    found = read(written(arrangement(Lane(name="L", clips=(clip(),)))))
    (source,) = found.arrangement.sources()
    assert found.audio(source, max_samples=4 * RATE).frames == 2 * RATE
    with pytest.raises(TooLong):
        found.audio(source, max_samples=4 * RATE - 1)
    assert found.archive.size_bytes(source) > 2 * RATE * 2 * 3
