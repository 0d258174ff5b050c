/** A first sound for an empty studio: a plain kick drum computed in the browser, so that there is something to hear at once. */

import { audibleEnd_s, peaksOf, type Peaks } from "@/core/kicks/peaks";
import type { Samples, Sound } from "./player";

const RATE_HZ = 44_100;
const DURATION_S = 0.7;

/** A sine that falls from 330 Hz to 49 Hz (a G1) within a few hundredths of a second and dies away. */
export function starterSamples(): Samples {
  const count = Math.round(RATE_HZ * DURATION_S);
  const samples = new Float32Array(count);
  let phase = 0;
  for (let i = 0; i < count; i++) {
    const t_s = i / RATE_HZ;
    const pitch_hz = 49 + 281 * Math.exp(-t_s / 0.026);
    phase += (2 * Math.PI * pitch_hz) / RATE_HZ;
    const level = Math.min(1, t_s / 0.0008) * Math.exp(-t_s / 0.16) * Math.min(1, (DURATION_S - t_s) / 0.05);
    samples[i] = 0.9 * Math.tanh(1.9 * Math.sin(phase) * level);
  }
  return { samples, sampleRate_hz: RATE_HZ };
}

export interface Starter extends Sound {
  peaks: Peaks;
}

export function starterSound(): Starter {
  const made = starterSamples();
  const peaks = peaksOf(made.samples, 700);
  return {
    id: "starter",
    title: "A plain kick",
    duration_s: DURATION_S,
    end_s: audibleEnd_s(peaks, DURATION_S),
    peaks,
    load: () => Promise.resolve(made),
  };
}
