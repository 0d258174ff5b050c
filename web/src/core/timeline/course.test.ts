import { describe, expect, it } from "vitest";
import { Course, dueClips } from "./course";
import { arrangement, clip, track } from "./sample.testing";

const LOOP = { enabled: true, startFrames: 10_000, stopFrames: 30_000 };

describe("course", () => {
  it("runs on without a loop", () => {
    const course = new Course(1_000, 500, { ...LOOP, enabled: false });
    expect(course.at(1_000)).toBe(500);
    expect(course.at(999_000)).toBe(998_500);
    expect(course.stretches(0, 5_000)).toEqual([{ output: 1_000, from: 500, to: Infinity }]);
  });

  it("jumps back on the very frame where the loop ends", () => {
    const course = new Course(1_000, 25_000, LOOP);
    expect([5_999, 6_000, 25_999, 26_000].map((output) => course.at(output))).toEqual([29_999, 10_000, 29_999, 10_000]);
    expect(course.stretches(0, 27_000)).toEqual([
      { output: 1_000, from: 25_000, to: 30_000 },
      { output: 6_000, from: 10_000, to: 30_000 },
      { output: 26_000, from: 10_000, to: 30_000 },
    ]);
  });

  it("agrees with itself: every frame lies in exactly one stretch", () => {
    const course = new Course(777, 3_000, LOOP);
    for (let output = 777; output < 300_000; output += 1_111) {
      const found = course.stretches(output, output + 1).filter(({ output: first, from, to }) => output >= first && output < first + to - from);
      expect(found).toHaveLength(1);
      const [stretch] = found;
      expect((stretch?.from ?? 0) + output - (stretch?.output ?? 0)).toBe(course.at(output));
    }
  });

  it("is no loop behind its end, or where it is too short to be one", () => {
    expect(new Course(0, 30_000, LOOP).loops).toBe(false);
    expect(new Course(0, 0, { enabled: true, startFrames: 0, stopFrames: 100 }).loops).toBe(false);
  });
});

describe("due clips", () => {
  const doc = arrangement(track("t", clip("a", 0, 15_000), clip("b", 28_000, 9_000)));

  it("start in the middle where playing does", () => {
    const [due] = dueClips(doc, new Course(1_000, 5_000, null), 1_000, 2_000);
    expect(due).toMatchObject({ start: 1_000, stop: 11_000, skip: 5_000 });
  });

  it("are cut where the loop ends, and come again in each round with a key of its own", () => {
    const found = dueClips(doc, new Course(0, 10_000, LOOP), 0, 40_000);
    expect(found.map(({ clip: { id }, start, stop, skip }) => [id, start, stop, skip])).toEqual([
      ["a", 0, 5_000, 10_000],
      ["b", 18_000, 20_000, 0],
      ["a", 20_000, 25_000, 10_000],
      ["b", 38_000, 40_000, 0],
    ]);
    expect(new Set(found.map(({ key }) => key)).size).toBe(4);
  });

  it("have the same key after a new course that changes nothing for them", () => {
    const before = dueClips(doc, new Course(100, 0, null), 100, 50_000);
    const after = dueClips(doc, new Course(5_100, 5_000, null), 5_100, 50_000);
    expect(after.map(({ key }) => key)).toEqual(before.map(({ key }) => key));
    expect(after.map(({ stop }) => stop)).toEqual(before.map(({ stop }) => stop));
  });
});
