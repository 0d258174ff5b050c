import { describe, expect, it } from "vitest";
import { packInterleaved, quantize } from "./quantize";

// What src/klangwerk/sound/io/quantize.py makes of the same samples.
const VECTORS: readonly (readonly [sample: number, bits16: number, bits24: number])[] = [
  [0, 0, 0],
  [0.5, 16_384, 4_194_304],
  [1, 32_767, 8_388_607],
  [-1, -32_768, -8_388_608],
  [1.5, 32_767, 8_388_607],
  [-1.5, -32_768, -8_388_608],
  [0.99999, 32_767, 8_388_524],
  [-0.99999, -32_768, -8_388_524],
  [0.5 / 32_768, 0, 128],
  [1.5 / 32_768, 2, 384],
  [2.5 / 32_768, 2, 640],
  [-0.5 / 32_768, 0, -128],
  [-1.5 / 32_768, -2, -384],
  [-2.5 / 32_768, -2, -640],
  [32_767.5 / 32_768, 32_767, 8_388_480],
  [32_766.5 / 32_768, 32_766, 8_388_224],
  [-32_767.5 / 32_768, -32_768, -8_388_480],
  [0.5 / 8_388_608, 0, 0],
  [1.5 / 8_388_608, 0, 2],
  [-2.5 / 8_388_608, 0, -2],
  [1e-40, 0, 0],
  [0.1, 3277, 838_861],
  [-0.3, -9830, -2_516_582],
  [3e38, 32_767, 8_388_607],
];
const samples = Float32Array.from(VECTORS, ([sample]) => sample);

describe("whole numbers", () => {
  it.each([
    [16, VECTORS.map(([, bits16]) => bits16)],
    [24, VECTORS.map(([, , bits24]) => bits24)],
  ] as const)("of %d bits are the server's", (bitDepth, expected) => {
    const into = new Int32Array(samples.length);
    quantize(samples, 0, samples.length, bitDepth, into);
    expect(Array.from(into)).toEqual(expected);
  });

  it("are made of any stretch of a channel", () => {
    const into = new Int32Array(3).fill(7);
    quantize(samples, 2, 4, 16, into);
    expect(Array.from(into)).toEqual([32_767, -32_768, 7]);
  });

  it.each([NaN, Infinity, -Infinity])("are not made of %d", (strange) => {
    expect(() => quantize(Float32Array.of(0, strange, 0), 0, 3, 16, new Int32Array(3))).toThrow(RangeError);
  });

  it("become bytes frame by frame, the lowest first", () => {
    const bytes = new Uint8Array(12);
    packInterleaved([Int32Array.of(0x010203, -1), Int32Array.of(-8_388_608, 2)], 2, 24, bytes);
    expect(Array.from(bytes)).toEqual([3, 2, 1, 0, 0, 0x80, 0xff, 0xff, 0xff, 2, 0, 0]);
  });
});
