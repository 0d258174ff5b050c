/** Waiting times between attempts: doubling, capped, and spread so that many pages do not knock at once. */

export interface Backoff {
  first_ms: number;
  most_ms: number;
}

/** Milliseconds before attempt number `failures + 1`; `random` is in [0, 1). */
export function backoff_ms(failures: number, { first_ms, most_ms }: Backoff, random: () => number): number {
  if (failures <= 0) return 0;
  const ceiling_ms = Math.min(most_ms, first_ms * 2 ** (failures - 1));
  return Math.round(ceiling_ms / 2 + (ceiling_ms / 2) * random());
}
