import { describe, expect, it } from "vitest";
import { fadeGain, split, trimEnd, trimStart, withFadeIn, withFadeOut } from "./clips";
import { changeTrack, crossfade, duplicateClips, findClip, moveClips, moveTrack, putClips, removeClips, setLoop, setTempo, splitClips } from "./edits";
import { placeEach, placeOn, roomProblem } from "./placing";
import { arrangement, asset, clip, counter, starts, track } from "./sample.testing";
import { CLIPS_MAX, EMPTY_ARRANGEMENT, framesOf, isHeard, LENGTH_MAX_FRAMES, TRACKS_MAX } from "./types";

const ids = (...names: string[]) => new Set(names);

describe("one clip", () => {
  const cut = clip("c", 10_000, 20_000, { offsetFrames: 5_000 });

  it("is trimmed to where its sound begins and ends, and no further", () => {
    expect(trimStart(cut, 0)).toMatchObject({ startFrames: 5_000, offsetFrames: 0, lengthFrames: 25_000 });
    expect(trimStart(cut, 12_000)).toMatchObject({ startFrames: 12_000, offsetFrames: 7_000, lengthFrames: 18_000 });
    expect(trimStart(cut, 99_999)).toMatchObject({ startFrames: 29_559, lengthFrames: 441 });
    expect(trimEnd(cut, 999_999, 40_000)).toMatchObject({ startFrames: 10_000, lengthFrames: 35_000 });
    expect(trimEnd(cut, 0, 40_000)).toMatchObject({ lengthFrames: 441 });
    expect(trimEnd(cut, 30_000, 40_000)).toBe(cut);
  });

  it("is not trimmed to before the time line begins", () => {
    expect(trimStart(clip("c", 1_000, 9_000, { offsetFrames: 50_000 }), -70_000)).toMatchObject({ startFrames: 0, offsetFrames: 49_000, lengthFrames: 10_000 });
  });

  it("is longer than its sound only if it was so before", () => {
    expect(trimEnd(clip("c", 0, 50_000), 60_000, 40_000).lengthFrames).toBe(50_000);
  });

  it("is split into halves that sound as before", () => {
    const whole = { ...cut, fadeInFrames: 3_000, fadeOutFrames: 15_000 };
    const halves = split(whole, 14_000, "right");
    expect(halves?.[0]).toMatchObject({ id: "c", lengthFrames: 4_000, fadeInFrames: 3_000, fadeOutFrames: 0 });
    expect(halves?.[1]).toMatchObject({ id: "right", startFrames: 14_000, offsetFrames: 9_000, lengthFrames: 16_000, fadeInFrames: 0, fadeOutFrames: 15_000 });
    expect(split(whole, 10_100, "x")).toBeNull();
    expect(split(whole, 31_000, "x")).toBeNull();
  });

  it("has fades that share its length", () => {
    const faded = withFadeOut(withFadeIn(cut, 15_000), 15_000);
    expect(faded).toMatchObject({ fadeInFrames: 15_000, fadeOutFrames: 5_000 });
    expect(trimEnd(faded, 18_000, 40_000)).toMatchObject({ lengthFrames: 8_000, fadeInFrames: 8_000, fadeOutFrames: 0 });
  });

  it("fades with equal power", () => {
    const faded = { lengthFrames: 1_000, fadeInFrames: 100, fadeOutFrames: 200 };
    expect([0, 100, 500, 800, 1_000].map((frame) => Number(fadeGain(faded, frame).toFixed(9)))).toEqual([0, 1, 1, 1, 0]);
    for (let i = 0; i < 100; i++) expect(fadeGain(faded, i) ** 2 + fadeGain(faded, 800 + 2 * i) ** 2).toBeCloseTo(1, 9);
  });
});

describe("edits", () => {
  const two = arrangement(track("t1", clip("a", 0, 1_000), clip("b", 5_000, 1_000)), track("t2", clip("c", 2_000, 4_000)));

  it("move clips together, as far as the first of them can go", () => {
    expect(starts(moveClips(two, ids("b", "c"), 700))).toEqual([[0, 5_700], [2_700]]);
    expect(starts(moveClips(two, ids("b", "c"), -9_000))).toEqual([[0, 3_000], [0]]);
    expect(moveClips(two, ids("a"), -5)).toBe(two);
    expect(moveClips(two, ids("c"), 1e12).tracks[1]?.clips[0]?.startFrames).toBe(LENGTH_MAX_FRAMES - 4_000);
  });

  it("move clips between tracks, all by as many rows", () => {
    const moved = moveClips(two, ids("a", "b"), 0, 1);
    expect(moved.tracks.map(({ clips }) => clips.map(({ id }) => id))).toEqual([[], ["a", "c", "b"]]);
    expect(moveClips(two, ids("a", "c"), 0, 1)).toBe(two); // the lower one is on the last track
    expect(moveClips(two, ids("c"), 0, 7)).toBe(two);
  });

  it("leave what they do not touch as it is", () => {
    const moved = moveClips(two, ids("c"), 10);
    expect(moved.tracks[0]).toBe(two.tracks[0]);
    const [first, second] = moveClips(two, ids("a"), 10).tracks[0]?.clips ?? [];
    expect(first).not.toBe(two.tracks[0]?.clips[0]);
    expect(second).toBe(two.tracks[0]?.clips[1]);
  });

  it("split what lies under a frame, or only what is chosen of that", () => {
    const over = arrangement(track("t1", clip("a", 0, 9_000)), track("t2", clip("b", 1_000, 9_000)));
    const all = splitClips(over, null, 4_000, counter());
    expect(starts(all.arrangement)).toEqual([[0, 4_000], [1_000, 4_000]]);
    expect(all.made).toHaveLength(2);
    expect(starts(splitClips(over, ids("b"), 4_000, counter()).arrangement)).toEqual([[0], [1_000, 4_000]]);
    expect(splitClips(over, null, 9_500, counter()).made).toHaveLength(1);
  });

  it("duplicate right behind, in whole steps of the grid", () => {
    const copied = duplicateClips(two, ids("a", "c"), "off", counter());
    expect(starts(copied.arrangement)).toEqual([[0, 5_000, 6_000], [2_000, 8_000]]);
    expect(copied.made).toHaveLength(2);
    expect(starts(duplicateClips(two, ids("a"), "beat", counter()).arrangement)[0]).toEqual([0, 5_000, 22_050]);
  });

  it("keep to the limits", () => {
    const full = arrangement(track("t", ...Array.from({ length: CLIPS_MAX }, (_, i) => clip(`c${i}`, i * 1_000, 1_000))));
    expect(putClips(full, [{ trackId: "t", clip: clip("x", 0, 10) }])).toBe(full);
    expect(splitClips(full, null, 500, counter()).made).toEqual([]);
    expect(roomProblem(full, 0)).toContain("2,000 clips");
    const late = putClips(two, [{ trackId: "t1", clip: clip("x", LENGTH_MAX_FRAMES - 5, 10) }]);
    expect(late).toBe(two);
  });

  it("make crossfades as long as clips lie over each other", () => {
    const over = arrangement(track("t", clip("a", 0, 9_000), clip("b", 7_000, 9_000), clip("c", 20_000, 1_000)));
    const [a, b, c] = crossfade(over, ids("a")).tracks[0]?.clips ?? [];
    expect([a?.fadeOutFrames, b?.fadeInFrames]).toEqual([2_000, 2_000]);
    expect(c).toBe(over.tracks[0]?.clips[2]);
  });

  it("bound what is set", () => {
    expect(changeTrack(two, "t1", { gainDb: 99, pan: -3, name: "  " }).tracks[0]).toMatchObject({ gainDb: 12, pan: -1, name: "t1" });
    expect(setTempo(two, 1_000).bpm).toBe(400);
    expect(setTempo(two, 97.336).bpm).toBe(97.34);
    expect(starts(setTempo(two, 60))).toEqual(starts(two)); // sounds stay where they are
    expect(setLoop(two, { startFrames: 90_000, stopFrames: 10_000 }).loop).toMatchObject({ startFrames: 10_000, stopFrames: 90_000 });
    expect(setLoop(two, { startFrames: 500, stopFrames: 500 }).loop.stopFrames).toBe(2_705);
    expect(moveTrack(two, "t1", 9).tracks.map(({ id }) => id)).toEqual(["t2", "t1"]);
    expect(removeClips(two, ids("x"))).toBe(two);
    expect(findClip(two, "c")?.trackIndex).toBe(1);
  });
});

describe("placing", () => {
  it("puts each sound on a track of its own, and the first brings its tempo", () => {
    const sounds = [{ assetId: "a1", asset: asset({ bpm: 97.5 }) }, { assetId: "a2", asset: asset({ name: "Calm lo-fi – bass", type: "bass", bpm: 140 }) }];
    const { arrangement: placed, made } = placeEach(EMPTY_ARRANGEMENT, sounds, 4_410, counter());
    expect(placed.bpm).toBe(97.5);
    expect(placed.tracks.map(({ name, type }) => [name, type])).toEqual([["Rudi", "kick"], ["Bass", "bass"]]);
    expect(placed.tracks[0]?.clips[0]).toMatchObject({ assetId: "a1", startFrames: 4_410, lengthFrames: 88_200, name: "Rudi" });
    expect(made).toHaveLength(2);
    const again = placeOn(placed, placed.tracks[1]?.id ?? "", { assetId: "a1", asset: asset({ bpm: 60 }) }, 0, counter());
    expect(again.arrangement.bpm).toBe(97.5);
    expect(again.arrangement.tracks[1]?.clips).toHaveLength(2);
  });

  it("stops at as many tracks as there may be", () => {
    const many = Array.from({ length: TRACKS_MAX + 3 }, (_, i) => ({ assetId: `a${i}`, asset: asset() }));
    const { arrangement: placed, made } = placeEach(EMPTY_ARRANGEMENT, many, 0, counter());
    expect(placed.tracks).toHaveLength(TRACKS_MAX);
    expect(made).toHaveLength(TRACKS_MAX);
  });

  it("counts at the rate of the time line", () => {
    expect(framesOf(asset({ frames: 96_000, sampleRate: 48_000 }))).toBe(88_200);
  });
});

it("hears what is not muted, and only what is soloed if anything is", () => {
  const tracks = [{ ...track("a"), soloed: true }, { ...track("b") }, { ...track("c"), soloed: true, muted: true }];
  expect(tracks.map((each) => isHeard(each, tracks))).toEqual([true, false, false]);
  const plain = tracks.map((each) => ({ ...each, soloed: false }));
  expect(plain.map((each) => isHeard(each, plain))).toEqual([true, true, false]);
});
