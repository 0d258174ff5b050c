/** Residuals in Rice code: cut into partitions, each with the parameter that suits its size. */

import type { BitWriter } from "./bits";

export interface RicePlan {
  /** There are 2 to this power partitions. */
  readonly order: number;
  readonly parameters: Uint8Array;
  /** Size of it all, exactly. */
  readonly bits: number;
}

const ORDER_MAX = 6; // 64 frames of a block of 4096; finer ones cost more than they save
const NARROW_PARAMETER_MAX = 14; // of 4 bits, the highest is an escape
const WIDE_PARAMETER_MAX = 30; // of 5 bits
const HEADER_BITS = 2 + 4;

const finest = new Float64Array(1 << ORDER_MAX);

/** The cheapest partition found for `residual[skip]` to `residual[length - 1]`, where `skip` is the order of the predictor. */
export function planRice(residual: Int32Array, skip: number, length: number): RicePlan {
  let order = highestOrder(length, skip);
  sumUp(residual, skip, length, order);
  let best = parametersFor(order, skip, length);
  while (order > 0) {
    order--;
    for (let i = 0; i < 1 << order; i++) finest[i] = (finest[2 * i] ?? 0) + (finest[2 * i + 1] ?? 0);
    const plan = parametersFor(order, skip, length);
    if (plan.bits <= best.bits) best = plan;
  }
  return { ...best, bits: exactBits(residual, skip, length, best) };
}

export function writeRicePlan(writer: BitWriter, residual: Int32Array, skip: number, length: number, plan: RicePlan): void {
  const wide = isWide(plan.parameters);
  writer.write(wide ? 1 : 0, 2);
  writer.write(plan.order, 4);
  const size = length >> plan.order;
  plan.parameters.forEach((parameter, i) => {
    writer.write(parameter, wide ? 5 : 4);
    writer.writeRice(residual, Math.max(skip, i * size), (i + 1) * size, parameter);
  });
}

/** All partitions are equally long, and the first has room for what the predictor starts from. */
function highestOrder(length: number, skip: number): number {
  let order = 0;
  while (order < ORDER_MAX && length % (2 << order) === 0 && length >> (order + 1) > skip) order++;
  return order;
}

/** The sums of the folded residuals, by partition, into `finest`. They pass 32 bits. */
function sumUp(residual: Int32Array, skip: number, length: number, order: number): void {
  const size = length >> order;
  for (let part = 0, i = skip; part < 1 << order; part++) {
    let sum = 0;
    for (const end = (part + 1) * size; i < end; i++) {
      const value = residual[i] ?? 0;
      sum += ((value << 1) ^ (value >> 31)) >>> 0;
    }
    finest[part] = sum;
  }
}

function parametersFor(order: number, skip: number, length: number): RicePlan {
  const count = 1 << order;
  const parameters = new Uint8Array(count);
  let bits = 0;
  for (let part = 0; part < count; part++) {
    const frames = (length >> order) - (part === 0 ? skip : 0);
    const sum = finest[part] ?? 0;
    const parameter = bestParameter(frames, sum);
    parameters[part] = parameter;
    bits += expectedBits(frames, sum, parameter);
  }
  return { order, parameters, bits: bits + HEADER_BITS + count * (isWide(parameters) ? 5 : 4) };
}

/** Half of what the lowest bits can hold is, on average, not carried into the zeros. */
function expectedBits(frames: number, sum: number, parameter: number): number {
  const step = 1 << parameter;
  return frames * (parameter + 1) + Math.max(0, sum - (frames * (step - 1)) / 2) / step;
}

/** Where `expectedBits` is least: one bit more costs each frame 1, and halves what `sum` and `frames / 2` are divided to. */
function bestParameter(frames: number, sum: number): number {
  const halvings = 31 - Math.clz32(Math.ceil(sum / frames + 0.5) - 1); // the logarithm, rounded up, less 1
  return Math.min(WIDE_PARAMETER_MAX, Math.max(0, halvings));
}

function exactBits(residual: Int32Array, skip: number, length: number, { order, parameters }: RicePlan): number {
  const size = length >> order;
  let bits = HEADER_BITS + parameters.length * (isWide(parameters) ? 5 : 4);
  for (let part = 0, i = skip; part < parameters.length; part++) {
    const parameter = parameters[part] ?? 0;
    const end = (part + 1) * size;
    bits += (end - i) * (parameter + 1);
    for (; i < end; i++) {
      const value = residual[i] ?? 0;
      bits += ((value << 1) ^ (value >> 31)) >>> parameter;
    }
  }
  return bits;
}

function isWide(parameters: Uint8Array): boolean {
  return parameters.some((parameter) => parameter > NARROW_PARAMETER_MAX);
}
