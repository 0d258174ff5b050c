import { describe, expect, it } from "vitest";
import { NO_PEAKS, raised } from "./peaks";

const outline = (low: number[], high: number[]) => ({ low: Float32Array.from(low), high: Float32Array.from(high) });

describe("raised", () => {
  it("draws a quiet sound as high as a loud one, in its own shape", () => {
    const { low, high } = raised(outline([-0.3, 0], [0.15, 0.1]));
    expect(low[0]).toBeCloseTo(-0.9);
    expect(high[0]).toBeCloseTo(0.45);
    expect(high[1]).toBeCloseTo(0.3);
  });

  it("leaves what is loud alone, and silence silent", () => {
    expect(raised(outline([-0.2], [0.95]))).toEqual(outline([-0.2], [0.95]));
    expect(raised(outline([0], [0]))).toEqual(outline([0], [0]));
    expect(raised(NO_PEAKS)).toEqual(NO_PEAKS);
  });

  it("does not blow up what is hardly there", () => {
    expect(raised(outline([-0.01], [0.01])).high[0]).toBeCloseTo(0.06);
  });
});
