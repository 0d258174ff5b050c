/** Linear prediction: weights for the samples before, made to measure for each block and rounded to whole numbers. */

export interface LpcWeights {
  /** The first is for the sample just before; each is a signed number of `LPC_PRECISION_BITS` bits. */
  readonly weights: Float64Array;
  /** The weighted sum is divided by 2 to this power. */
  readonly shift: number;
}

export const LPC_PRECISION_BITS = 15;
const ORDER_MAX = 12; // the format's limit for players of up to 48 kHz
const LENGTH_MIN = 64; // shorter blocks do not pay for the weights
const TAPER = 0.5; // share of the window that fades
const SHIFT_MAX = 15;
const RESIDUAL_MAX = 2 ** 31 - 1;
// What is left of a pure tone or a kick without noise comes of rounding the weights, which no estimate knows of beforehand.
const SMOOTH_BITS = 3;
const SMOOTH_ORDERS = [2, 5, 8, 12];

export class LinearPredictor {
  private readonly signal: Float64Array;
  private readonly windowed: Float64Array;
  private readonly windows = new Map<number, Float64Array>();

  constructor(blockFrames: number) {
    this.signal = new Float64Array(blockFrames);
    this.windowed = new Float64Array(blockFrames);
  }

  /** Weights that promise a small size: one choice or a few to try, none where there is nothing to predict from. */
  weightsFor(signal: Int32Array, length: number, bitDepth: number): LpcWeights[] {
    if (length < LENGTH_MIN) return [];
    const window = this.windowOf(length);
    for (let i = 0; i < length; i++) {
      const value = signal[i] ?? 0;
      this.signal[i] = value;
      this.windowed[i] = value * (window[i] ?? 0);
    }
    const solutions = solve(autocorrelation(this.windowed, length));
    let best: Float64Array | null = null;
    let best_bits = Infinity;
    let isSmooth = false;
    for (const { weights, error } of solutions) {
      const order = weights.length;
      // A residual of this power is expected to take so many bits a sample, by the entropy of the Laplace distribution.
      const sample_bits = Math.max(0, 0.5 * Math.log2((0.5 * Math.LN2 ** 2 * error) / length));
      const bits = sample_bits * (length - order) + order * (bitDepth + LPC_PRECISION_BITS);
      if (bits < best_bits) [best, best_bits] = [weights, bits];
      isSmooth ||= sample_bits < SMOOTH_BITS;
    }
    const chosen = solutions.map(({ weights }) => weights).filter((weights) => weights === best || (isSmooth && SMOOTH_ORDERS.includes(weights.length)));
    return chosen.flatMap((weights) => rounded(weights) ?? []);
  }

  /** Residuals of the signal that `weightsFor` was asked about last; false where one does not fit into 32 bits. */
  residual({ weights, shift }: LpcWeights, length: number, into: Int32Array): boolean {
    const { signal } = this;
    const order = weights.length;
    const scale = 2 ** -shift;
    let largest = 0;
    for (let i = order; i < length; i++) {
      let sum = 0; // exact: 25 + 15 bits and 12 of them stay below 53
      for (let j = 0, before = i - 1; j < order; j++, before--) sum += (weights[j] ?? 0) * (signal[before] ?? 0);
      const error = (signal[i] ?? 0) - Math.floor(sum * scale);
      largest = Math.max(largest, Math.abs(error));
      into[i] = error;
    }
    return largest <= RESIDUAL_MAX;
  }

  private windowOf(length: number): Float64Array {
    const known = this.windows.get(length);
    if (known) return known;
    const fade = Math.floor((TAPER * length) / 2);
    const made = Float64Array.from({ length }, (_, i) => {
      const fromEdge = Math.min(i, length - 1 - i);
      return fromEdge >= fade ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * (fromEdge + 0.5)) / fade);
    });
    this.windows.set(length, made);
    return made;
  }
}

function autocorrelation(windowed: Float64Array, length: number): Float64Array {
  const products = new Float64Array(ORDER_MAX + 1);
  for (let lag = 0; lag <= ORDER_MAX; lag++) {
    let even = 0;
    let odd = 0; // two sums, so that an addition need not wait for the one before
    let i = lag;
    for (; i + 1 < length; i += 2) {
      even += (windowed[i] ?? 0) * (windowed[i - lag] ?? 0);
      odd += (windowed[i + 1] ?? 0) * (windowed[i + 1 - lag] ?? 0);
    }
    if (i < length) even += (windowed[i] ?? 0) * (windowed[i - lag] ?? 0);
    products[lag] = even + odd;
  }
  return products;
}

/** Levinson and Durbin's recursion: for each order the best weights and the power of what they leave. */
function solve(products: Float64Array): { weights: Float64Array; error: number }[] {
  const found: { weights: Float64Array; error: number }[] = [];
  let weights = new Float64Array(0);
  let error = products[0] ?? 0;
  for (let order = 1; order <= ORDER_MAX && error > 0; order++) {
    const before = weights;
    let reflection = products[order] ?? 0;
    before.forEach((weight, j) => (reflection -= weight * (products[order - 1 - j] ?? 0)));
    reflection /= error;
    weights = new Float64Array(order);
    for (let j = 0; j < order - 1; j++) weights[j] = (before[j] ?? 0) - reflection * (before[order - 2 - j] ?? 0);
    weights[order - 1] = reflection;
    error *= 1 - reflection ** 2;
    found.push({ weights, error });
  }
  return found;
}

/** As whole numbers with as many binary digits as fit; what one loses in rounding, the next makes good. */
function rounded(weights: Float64Array): LpcWeights | null {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  if (!(largest > 0)) return null;
  const shift = Math.min(SHIFT_MAX, LPC_PRECISION_BITS - 2 - Math.floor(Math.log2(largest)));
  if (shift < 0) return null;
  const limit = 2 ** (LPC_PRECISION_BITS - 1);
  let carried = 0;
  const whole = weights.map((weight) => {
    const wanted = weight * 2 ** shift + carried;
    const value = Math.min(limit - 1, Math.max(-limit, Math.round(wanted)));
    carried = wanted - value;
    return value;
  });
  return { weights: whole, shift };
}
