import { describe, expect, it } from "vitest";
import { formatGain, formatPan, gainAt, gainPosition, panAt, panPosition, parseGain, parsePan, spokenPan } from "./faders";

describe("faders", () => {
  it("go from silence to +12 dB and back to where they were", () => {
    expect([0, 1].map(gainAt)).toEqual([-60, 12]);
    for (const gain_db of [-60, -40, -12.5, -3, 0, 4.5, 12]) expect(gainAt(gainPosition(gain_db))).toBeCloseTo(gain_db, 9);
    expect(gainPosition(0)).toBeGreaterThan(0.55);
    expect(gainPosition(-120)).toBe(0);
  });

  it("pan from left to right and rest in the middle", () => {
    expect([0, 0.505, 1].map(panAt)).toEqual([-1, 0, 1]);
    expect(panAt(panPosition(-0.37))).toBe(-0.37);
  });

  it("say what they are at", () => {
    expect([0, 3, -6.04, -60].map(formatGain)).toEqual(["0.0 dB", "+3.0 dB", "−6.0 dB", "−∞ dB"]);
    expect([-0.3, 0, 1].map(formatPan)).toEqual(["L30", "C", "R100"]);
    expect(spokenPan(-0.3)).toBe("30 percent left");
  });

  it("take what is typed", () => {
    expect(parseGain("−6 dB")).toEqual({ ok: true, value: -6 });
    expect(parseGain("off")).toEqual({ ok: true, value: -60 });
    expect(parseGain("loud").ok).toBe(false);
    expect(parsePan("l 30")).toEqual({ ok: true, value: -0.3 });
    expect(parsePan("far").ok).toBe(false);
  });
});
