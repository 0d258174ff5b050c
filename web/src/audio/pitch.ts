/** The pitch of a kick over time, by measuring the time between its upward zero crossings. */

export interface PitchPoint {
  time_s: number;
  pitch_hz: number;
}

const LOWPASS_HZ = 600; // clicks and noise cross zero too
const AUDIBLE = 0.02;

/** The pitch that the body settles on: the median of the later half of the curve. */
export function bodyPitch_hz(curve: readonly PitchPoint[]): number | null {
  const later = curve.slice(Math.floor(curve.length / 2)).map(({ pitch_hz }) => pitch_hz);
  return later.sort((a, b) => a - b)[Math.floor(later.length / 2)] ?? null;
}

export function pitchCurve(samples: Float32Array, sampleRate_hz: number, highest_hz = 500): PitchPoint[] {
  const smooth = 1 - Math.exp((-2 * Math.PI * LOWPASS_HZ) / sampleRate_hz);
  const points: PitchPoint[] = [];
  let first = 0;
  let filtered = 0;
  let previous = 0;
  let lastCrossing: number | null = null;
  let loudest = 0;
  for (let i = 0; i < samples.length; i++) {
    first += smooth * ((samples[i] ?? 0) - first);
    filtered += smooth * (first - filtered);
    loudest = Math.max(loudest, Math.abs(filtered));
    if (previous < 0 && filtered >= 0) {
      const crossing = i - filtered / (filtered - previous);
      if (lastCrossing !== null && loudest > AUDIBLE) {
        const pitch_hz = sampleRate_hz / (crossing - lastCrossing);
        if (pitch_hz <= highest_hz && pitch_hz >= 18) points.push({ time_s: (crossing + lastCrossing) / 2 / sampleRate_hz, pitch_hz });
      }
      lastCrossing = crossing;
      loudest = 0;
    }
    previous = filtered;
  }
  return points;
}
