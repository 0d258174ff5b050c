import { describe, expect, it } from "vitest";
import { hitOf } from "./hit";
import { levelFor, outlineOf } from "./peaks";
import { clip, track } from "./sample.testing";

describe("outlines", () => {
  const count = 1_000;
  const outline = outlineOf({ low: new Float32Array(count).fill(-0.25), high: Float32Array.from({ length: count }, (_, i) => (i === 777 ? 1 : 0.5)) });

  it("lose no peak in any level", () => {
    for (const { low, high } of outline.levels) {
      expect(Math.max(...high)).toBe(1);
      expect(Math.min(...low)).toBe(-0.25);
    }
    expect(outline.levels.at(-1)?.low.length).toBeLessThanOrEqual(16);
  });

  it("are read at the level that fits the picture", () => {
    expect(levelFor(outline, 10_000).low.length).toBe(1_000);
    expect(levelFor(outline, 300).low.length).toBe(500);
    expect(levelFor(outline, 3).low.length).toBe(16);
  });
});

describe("hits", () => {
  const scale = { framesPerPx: 100, height_px: 80, reach_px: 8 };
  const lane = track("t", clip("a", 10_000, 20_000, { fadeInFrames: 4_000 }), clip("b", 25_000, 20_000));
  const at = (frame: number, y_px = 60, selected = "") => {
    const hit = hitOf(lane, frame, y_px, scale, (id) => id === selected);
    return hit && `${hit.clip.id} ${hit.part}`;
  };

  it("know the parts of a clip", () => {
    expect(at(5_000)).toBeNull();
    expect(at(10_300)).toBe("a start");
    expect(at(18_000)).toBe("a body");
    expect(at(14_000, 10)).toBe("a fade-in");
    expect(at(44_700)).toBe("b end");
    expect(at(44_600, 10)).toBe("b fade-out");
  });

  it("take the selected clip where two lie over each other, else the later one", () => {
    expect(at(27_500)).toBe("b body");
    expect(at(27_500, 60, "a")).toBe("a body");
  });

  it("can take hold of an edge from just outside", () => {
    expect(at(9_700)).toBe("a start");
  });

  it("leave narrow clips a body", () => {
    const tiny = track("t", clip("x", 0, 900));
    expect(hitOf(tiny, 450, 10, scale, () => false)?.part).toBe("body");
  });
});
