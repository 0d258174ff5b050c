/** One channel of one block, in whichever of FLAC's ways is the smallest: constant, predicted, or as it is. */

import type { BitWriter } from "./bits";
import { bestFixedOrder, fixedResidual } from "./fixed";
import { LinearPredictor, LPC_PRECISION_BITS, type LpcWeights } from "./lpc";
import { planRice, writeRicePlan, type RicePlan } from "./rice";

const HEADER_BITS = 8;
const CONSTANT = 0;
const VERBATIM = 1;
const FIXED = 8; // plus the order
const LPC = 32; // plus the order less one
const LPC_FIELDS_BITS = 4 + 5;

export class SubframeEncoder {
  private readonly predictor: LinearPredictor;
  private readonly fixed: Int32Array;
  private linear: Int32Array;
  private trial: Int32Array;

  constructor(blockFrames: number) {
    this.predictor = new LinearPredictor(blockFrames);
    this.fixed = new Int32Array(blockFrames);
    this.linear = new Int32Array(blockFrames);
    this.trial = new Int32Array(blockFrames);
  }

  /** Writes the first `length` of `signal`, numbers of `bitDepth` bits (up to 25, which a difference of 24-bit channels has). */
  encode(writer: BitWriter, signal: Int32Array, length: number, bitDepth: number): void {
    if (isConstant(signal, length)) {
      writer.write(CONSTANT << 1, HEADER_BITS);
      writer.write(signal[0] ?? 0, bitDepth);
      return;
    }
    const order = bestFixedOrder(signal, length);
    fixedResidual(signal, length, order, this.fixed);
    const fixedPlan = planRice(this.fixed, order, length);
    const fixed_bits = order * bitDepth + fixedPlan.bits;
    const cheapest_bits = Math.min(fixed_bits, length * bitDepth);
    if (this.encodeLinear(writer, signal, length, bitDepth, cheapest_bits)) return;
    if (fixed_bits < length * bitDepth) {
      writer.write((FIXED + order) << 1, HEADER_BITS);
      writeSamples(writer, signal, order, bitDepth);
      writeRicePlan(writer, this.fixed, order, length, fixedPlan);
    } else {
      writer.write(VERBATIM << 1, HEADER_BITS);
      writeSamples(writer, signal, length, bitDepth);
    }
  }

  /** Writes it with linear prediction if that takes less than `most_bits`; says whether it did. */
  private encodeLinear(writer: BitWriter, signal: Int32Array, length: number, bitDepth: number, most_bits: number): boolean {
    let best: { found: LpcWeights; plan: RicePlan; bits: number } | null = null;
    for (const found of this.predictor.weightsFor(signal, length, bitDepth)) {
      if (!this.predictor.residual(found, length, this.trial)) continue;
      const order = found.weights.length;
      const plan = planRice(this.trial, order, length);
      const bits = order * (bitDepth + LPC_PRECISION_BITS) + LPC_FIELDS_BITS + plan.bits;
      if (bits >= (best?.bits ?? most_bits)) continue;
      best = { found, plan, bits };
      [this.linear, this.trial] = [this.trial, this.linear];
    }
    if (!best) return false;
    const { found, plan } = best;
    const order = found.weights.length;
    writer.write((LPC + order - 1) << 1, HEADER_BITS);
    writeSamples(writer, signal, order, bitDepth);
    writer.write(LPC_PRECISION_BITS - 1, 4);
    writer.write(found.shift, 5);
    found.weights.forEach((weight) => writer.write(weight, LPC_PRECISION_BITS));
    writeRicePlan(writer, this.linear, order, length, plan);
    return true;
  }
}

function isConstant(signal: Int32Array, length: number): boolean {
  for (let i = 1; i < length; i++) if (signal[i] !== signal[0]) return false;
  return true;
}

function writeSamples(writer: BitWriter, signal: Int32Array, length: number, bitDepth: number): void {
  for (let i = 0; i < length; i++) writer.write(signal[i] ?? 0, bitDepth);
}
