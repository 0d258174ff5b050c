import { describe, expect, it } from "vitest";
import { beatFrame, filled, formatClock, formatPlace, neighbour, snapped, spokenPlace, stepBeats } from "./grid";

const AT_120 = { bpm: 120, beatsPerBar: 4 }; // 22 050 frames a beat
const ODD = { bpm: 97.3, beatsPerBar: 3 };

describe("grid", () => {
  it("snaps to the nearest line and never before the beginning", () => {
    expect(snapped(22_000, "beat", AT_120)).toBe(22_050);
    expect(snapped(11_024, "beat", AT_120)).toBe(0);
    expect(snapped(50_000, "bar", AT_120)).toBe(88_200);
    expect(snapped(5_600, "quarter", AT_120)).toBe(5_513); // 5512.5, rounded up
    expect(snapped(-400, "beat", AT_120)).toBe(0);
    expect(snapped(1234.4, "off", AT_120)).toBe(1234);
  });

  it("walks from line to line without standing still, at any tempo, and back over the same lines", () => {
    for (const meter of [AT_120, ODD, { bpm: 174, beatsPerBar: 4 }]) {
      for (const snap of ["bar", "beat", "half", "quarter"] as const) {
        const step = stepBeats(snap, meter) ?? 0;
        const lines = Array.from({ length: 400 }, (_, i) => beatFrame(i * step, meter));
        let at = 0;
        for (const line of lines.slice(1)) expect((at = neighbour(at, 1, snap, meter))).toBe(line);
        for (const line of lines.toReversed().slice(1)) expect((at = neighbour(at, -1, snap, meter))).toBe(line);
        expect(neighbour(0, -1, snap, meter)).toBe(0);
      }
    }
  });

  it("goes from between two lines to the nearer one on that side", () => {
    expect(neighbour(30_000, 1, "beat", AT_120)).toBe(44_100);
    expect(neighbour(30_000, -1, "beat", AT_120)).toBe(22_050);
    expect(neighbour(30_000, 1, "off", AT_120)).toBe(30_441);
  });

  it("fills whole steps, and takes a length of about whole bars for just that", () => {
    const bar = beatFrame(3, ODD);
    expect(filled(bar, "bar", ODD)).toBe(bar);
    expect(filled(bar + 400, "bar", ODD)).toBe(bar);
    expect(filled(bar + 500, "bar", ODD)).toBe(beatFrame(6, ODD));
    expect(filled(100, "beat", AT_120)).toBe(22_050);
    expect(filled(100, "off", AT_120)).toBe(100);
  });

  it("names places as musicians do", () => {
    expect(formatPlace(0, AT_120)).toBe("1.1");
    expect(formatPlace(88_200 + 22_050, AT_120)).toBe("2.2");
    expect(formatPlace(11_025, AT_120)).toBe("1.1.50");
    for (let beat = 0; beat < 300; beat++) expect(formatPlace(beatFrame(beat, ODD), ODD)).toBe(`${Math.floor(beat / 3) + 1}.${(beat % 3) + 1}`);
    expect(spokenPlace(22_050, AT_120)).toBe("bar 1, beat 2");
    expect(formatClock(44_100 * 64 + 11_025)).toBe("1:04.250");
  });
});
