/** Small arithmetic that several layers share. */

export const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Rounds to a number of decimals without the tail of binary fractions. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
