/** The fixed predictors of FLAC: a sample is guessed to go on as a polynomial through those before it. */

export const FIXED_ORDER_MAX = 4;

/** The order (0 to 4) whose residuals are smallest in sum. */
export function bestFixedOrder(signal: Int32Array, length: number): number {
  if (length <= FIXED_ORDER_MAX) return 0;
  let [sum0, sum1, sum2, sum3, sum4] = [0, 0, 0, 0, 0];
  let [last0, last1, last2, last3] = [0, 0, 0, 0];
  for (let i = 0; i < length; i++) {
    const error0 = signal[i] ?? 0;
    const error1 = error0 - last0;
    const error2 = error1 - last1;
    const error3 = error2 - last2;
    const error4 = error3 - last3;
    last0 = error0;
    last1 = error1;
    last2 = error2;
    last3 = error3;
    if (i < FIXED_ORDER_MAX) continue; // the higher orders have nothing before them yet
    sum0 += Math.abs(error0);
    sum1 += Math.abs(error1);
    sum2 += Math.abs(error2);
    sum3 += Math.abs(error3);
    sum4 += Math.abs(error4);
  }
  const sums = [sum0, sum1, sum2, sum3, sum4];
  return sums.indexOf(Math.min(...sums));
}

/** Residuals of `signal[order]` and after, each at its own index in `into`. 25 bits in make 29 bits out at most. */
export function fixedResidual(signal: Int32Array, length: number, order: number, into: Int32Array): void {
  into.set(signal.subarray(0, length));
  // Differences of differences; from behind, so that each is taken from values that are still of the order before.
  for (let pass = 1; pass <= order; pass++) {
    for (let i = length - 1; i >= pass; i--) into[i] = (into[i] ?? 0) - (into[i - 1] ?? 0);
  }
}
