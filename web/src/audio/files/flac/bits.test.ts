import { describe, expect, it } from "vitest";
import { BitWriter } from "./bits";
import { crc16, crc8 } from "./crc";

/** Reads what was written, the highest bit first. */
class BitReader {
  private at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** As a number of up to 53 bits. */
  read(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++, this.at++) value = value * 2 + (((this.bytes[this.at >> 3] ?? 0) >> (7 - (this.at & 7))) & 1);
    return value;
  }

  readRice(parameter: number): number {
    let zeros = 0;
    while (this.read(1) === 0) zeros++;
    const folded = zeros * 2 ** parameter + this.read(parameter);
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }
}

describe("bits", () => {
  it("come out as they went in, at any count from 0 to 25", () => {
    const writer = new BitWriter(new Uint8Array(200));
    const counts = Array.from({ length: 52 }, (_, i) => (i * 7) % 26);
    counts.forEach((count, i) => writer.write(i % 2 ? -1 - i : i * 654_321, count));
    writer.align();
    const reader = new BitReader(writer.bytes);
    counts.forEach((count, i) => {
      expect(reader.read(count)).toBe((i % 2 ? -1 - i : i * 654_321) & (2 ** count - 1));
    });
    expect(writer.length).toBe(Math.ceil(counts.reduce((sum, count) => sum + count) / 8));
  });

  it.each(Array.from({ length: 31 }, (_, parameter) => parameter))("hold residuals in Rice code of parameter %d", (parameter) => {
    const scale = 2 ** parameter;
    const values = [0, -1, 1, 0.5, -0.5, 0.9, -3, 11, -40, 0.26].map((value) => {
      return Math.round(Math.min(2 ** 31 - 1, Math.max(1 - 2 ** 31, value * scale)));
    });
    const writer = new BitWriter(new Uint8Array(200));
    writer.write(5, 3); // so that nothing begins at a byte
    writer.writeRice(Int32Array.from([7, ...values, 7]), 1, values.length + 1, parameter);
    writer.align();
    const reader = new BitReader(writer.bytes);
    expect(reader.read(3)).toBe(5);
    expect(values.map(() => reader.readRice(parameter))).toEqual(values.map((value) => value + 0));
  });

  it("have the check sums that are published for these polynomials", () => {
    const bytes = new TextEncoder().encode("__123456789__");
    expect(crc8(bytes, 2, 11)).toBe(0xf4);
    expect(crc16(bytes, 2, 11)).toBe(0xfee8);
  });
});
