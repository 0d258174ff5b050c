/** Writes numbers of any count of bits one after the other, the highest bit first. */

import type { Piece } from "../sound";

const AT_ONCE_MAX = 25; // bits: up to 7 wait for their byte, and 32 is what a number's bit operations hold

export class BitWriter {
  private at = 0; // whole bytes written
  private held = 0; // bits that are not a byte yet
  private bits = 0; // they are its lowest `held`; above them may be anything

  constructor(readonly bytes: Piece) {}

  /** Whole bytes so far. */
  get length(): number {
    return this.at;
  }

  restart(): void {
    this.at = 0;
    this.held = 0;
  }

  /** The lowest `count` bits of `value`, 0 to 25 of them. Negative numbers come out in two's complement. */
  write(value: number, count: number): void {
    this.bits = (this.bits << count) | (value & ((1 << count) - 1));
    this.held += count;
    while (this.held >= 8) {
      this.held -= 8;
      this.bytes[this.at++] = this.bits >>> this.held;
    }
  }

  /** Zeros up to the next whole byte. */
  align(): void {
    if (this.held > 0) this.write(0, 8 - this.held);
  }

  /**
   * Each of `values[from]` to `values[to - 1]` in Rice code: folded to 0, -1, 1, -2 … -> 0, 1, 2, 3 …, then the part above
   * the lowest `parameter` bits as so many zeros and a one, then those bits.
   */
  writeRice(values: Int32Array, from: number, to: number, parameter: number): void {
    const { bytes } = this;
    let { at, held, bits } = this; // in local variables this loop runs twice as fast
    const mask = parameter === 0 ? 0 : -1 >>> (32 - parameter);
    for (let i = from; i < to; i++) {
      const value = values[i] ?? 0;
      const folded = (value << 1) ^ (value >> 31);
      const zeros = folded >>> parameter;
      const count = zeros + 1 + parameter;
      if (count <= AT_ONCE_MAX) {
        bits = (bits << count) | (1 << parameter) | (folded & mask);
        held += count;
        while (held >= 8) {
          held -= 8;
          bytes[at++] = bits >>> held;
        }
      } else {
        this.at = at;
        this.held = held;
        this.bits = bits;
        this.writeLongRice(zeros, folded & mask, parameter);
        ({ at, held, bits } = this);
      }
    }
    this.at = at;
    this.held = held;
    this.bits = bits;
  }

  private writeLongRice(zeros: number, rest: number, parameter: number): void {
    for (let left = zeros; left > 0; left -= AT_ONCE_MAX) this.write(0, Math.min(left, AT_ONCE_MAX));
    this.write(1, 1);
    if (parameter > 16) this.write(rest >>> 16, parameter - 16);
    this.write(rest, Math.min(parameter, 16));
  }
}
