/** Two channels as they are, or one of them and their difference, or their middle and their difference: whatever is least. */

export interface Stereo {
  /** As the frame's header has it. */
  readonly code: number;
  readonly signals: readonly [Int32Array, Int32Array];
}

const LEFT_RIGHT = 1;
const LEFT_SIDE = 8;
const SIDE_RIGHT = 9;
const MIDDLE_SIDE = 10;
const CODE_BITS = 1.5; // what Rice code takes beyond the logarithm

/** Fills `middle` and, with one bit more than `bitDepth`, `side`; chooses two of the four by their second differences. */
export function leanest(left: Int32Array, right: Int32Array, length: number, bitDepth: number, middle: Int32Array, side: Int32Array): Stereo {
  for (let i = 0; i < length; i++) {
    const a = left[i] ?? 0;
    const b = right[i] ?? 0;
    middle[i] = (a + b) >> 1; // the bit that falls out is the lowest of the difference
    side[i] = a - b;
  }
  const ofLeft = expectedBits(left, length, bitDepth);
  const ofRight = expectedBits(right, length, bitDepth);
  const ofMiddle = expectedBits(middle, length, bitDepth);
  const ofSide = expectedBits(side, length, bitDepth + 1);
  const choices: readonly [number, Stereo][] = [
    [ofLeft + ofRight, { code: LEFT_RIGHT, signals: [left, right] }],
    [ofLeft + ofSide, { code: LEFT_SIDE, signals: [left, side] }],
    [ofSide + ofRight, { code: SIDE_RIGHT, signals: [side, right] }],
    [ofMiddle + ofSide, { code: MIDDLE_SIDE, signals: [middle, side] }],
  ];
  return choices.reduce((best, choice) => (choice[0] < best[0] ? choice : best))[1];
}

/** About how many bits a sample of it takes: never more than it has. */
function expectedBits(signal: Int32Array, length: number, bitDepth: number): number {
  let sum = 0;
  let before = signal[0] ?? 0;
  let difference = 0;
  for (let i = 1; i < length; i++) {
    const value = signal[i] ?? 0;
    const next = value - before;
    sum += Math.abs(next - difference);
    difference = next;
    before = value;
  }
  return Math.min(bitDepth, CODE_BITS + Math.log2(1 + sum / length));
}
