import { describe, expect, it } from "vitest";
import { bounceProblem, heardLayers, length_s, parseBars } from "./bouncing";
import type { Layer } from "./state";

const layers = (muted: Layer[] = [], soloed: Layer[] = []) => ({ muted: new Set(muted), soloed: new Set(soloed) });

describe("a bounce", () => {
  it("is as long as its bars", () => {
    expect(length_s(4, 120)).toBe(8);
    expect(length_s(1, 240)).toBe(1);
  });

  it("takes whole numbers of bars only", () => {
    expect(["1", " 16 ", "512"].map(parseBars)).toEqual([1, 16, 512]);
    expect(["", "0", "513", "1.5", "-4", "4 bars", "1e2", "٤"].map(parseBars)).toEqual(Array(8).fill(null));
  });

  it("is at most a quarter of an hour, and says how many bars that are", () => {
    expect(bounceProblem(225, 60, layers())).toBeNull();
    expect(bounceProblem(226, 60, layers())).toContain("225 bars");
    expect(bounceProblem(512, 365, layers())).toBeNull();
    expect(bounceProblem(null, 140, layers())).toContain("whole number");
  });

  it("wants something to be heard", () => {
    expect(heardLayers(layers(["kick"]))).toEqual(["noise", "reverb"]);
    expect(heardLayers(layers([], ["reverb"]))).toEqual(["reverb"]);
    expect(bounceProblem(4, 140, layers(["reverb"], ["reverb"]))).toContain("muted");
  });
});
