import { describe, expect, it } from "vitest";
import { fadeGain } from "@/core/timeline/clips";
import { fadeCurves } from "./envelope";
import { balance } from "./mix";

const CLIP = { lengthFrames: 100_000, fadeInFrames: 30_000, fadeOutFrames: 44_100 };

/** As the browser draws it: straight between the points. */
function read(values: Float32Array, share: number): number {
  const at = share * (values.length - 1);
  const low = values[Math.floor(at)] ?? 0;
  return low + ((values[Math.ceil(at)] ?? 0) - low) * (at % 1);
}

describe("fade curves", () => {
  it("are the fades to below -100 dB, also from the middle of one", () => {
    for (const [from, to] of [[0, 100_000], [12_345, 99_000], [60_000, 70_000]] as const) {
      for (const curve of fadeCurves(CLIP, from, to)) {
        for (let frame = curve.from; frame <= curve.to; frame += 97) {
          const drawn = read(curve.values, (frame - curve.from) / (curve.to - curve.from));
          expect(Math.abs(drawn - fadeGain(CLIP, frame))).toBeLessThan(1e-5);
        }
      }
    }
  });

  it("never overlap, and there are none where nothing fades", () => {
    expect(fadeCurves({ lengthFrames: 10, fadeInFrames: 5, fadeOutFrames: 5 }, 0, 10).map(({ from, to }) => [from, to])).toEqual([[0, 5], [5, 10]]);
    expect(fadeCurves(CLIP, 30_000, 55_900)).toEqual([]);
  });
});

it("balances by turning the far side down", () => {
  expect(balance(0)).toEqual([1, 1]);
  expect(balance(1).map((gain) => Number(gain.toFixed(9)))).toEqual([0, 1]);
  expect(balance(-1).map((gain) => Number(gain.toFixed(9)))).toEqual([1, 0]);
  expect(balance(0.5)[0]).toBeCloseTo(Math.SQRT1_2, 9);
});
