/** Stored waveform peaks: header-less int8 (min, max) pairs, base64 in JSON. */

export interface Peaks {
  /** Lowest and highest sample of each stretch, -1 to 1; as many of both. */
  low: Float32Array;
  high: Float32Array;
}

export const NO_PEAKS: Peaks = { low: new Float32Array(0), high: new Float32Array(0) };

export function decodePeaks(base64: string): Peaks {
  let bytes: string;
  try {
    bytes = atob(base64);
  } catch {
    return NO_PEAKS; // a broken picture must not take the page with it
  }
  const count = bytes.length >> 1;
  const low = new Float32Array(count);
  const high = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    low[i] = int8(bytes.charCodeAt(2 * i)) / 127;
    high[i] = int8(bytes.charCodeAt(2 * i + 1)) / 127;
  }
  return { low, high };
}

const int8 = (byte: number): number => Math.max(-127, byte > 127 ? byte - 256 : byte);

/** Peaks of samples at hand, such as a sound made in the browser. */
export function peaksOf(samples: Float32Array, columns: number): Peaks {
  const low = new Float32Array(columns);
  const high = new Float32Array(columns);
  for (let column = 0; column < columns; column++) {
    const end = Math.floor(((column + 1) * samples.length) / columns);
    for (let i = Math.floor((column * samples.length) / columns); i < end; i++) {
      const sample = samples[i] ?? 0;
      low[column] = Math.min(low[column] ?? 0, sample);
      high[column] = Math.max(high[column] ?? 0, sample);
    }
  }
  return { low, high };
}

/** The first `share` of the peaks drawn into `columns` columns: several pairs become one, never a gap. */
export function fitPeaks(peaks: Peaks, columns: number, share = 1): Peaks {
  const low = new Float32Array(columns);
  const high = new Float32Array(columns);
  const used = peaks.low.length * share;
  if (used === 0) return { low, high };
  for (let column = 0; column < columns; column++) {
    const first = Math.floor((column * used) / columns);
    const last = Math.min(peaks.low.length, Math.max(first + 1, Math.floor(((column + 1) * used) / columns)));
    let lowest = Infinity;
    let highest = -Infinity;
    for (let i = first; i < last; i++) {
      lowest = Math.min(lowest, peaks.low[i] ?? 0);
      highest = Math.max(highest, peaks.high[i] ?? 0);
    }
    low[column] = lowest === Infinity ? 0 : lowest;
    high[column] = highest === -Infinity ? 0 : highest;
  }
  return { low, high };
}

const RAISED_TO = 0.9;
const RAISED_MOST = 6; // beyond, the steps of int8 would be seen

/** The outline of a quiet sound, drawn about as high as that of a loud one: a list shows shapes, a meter shows levels. */
export function raised({ low, high }: Peaks): Peaks {
  const highest = high.reduce((most, each, i) => Math.max(most, each, -(low[i] ?? 0)), 0);
  const gain = highest === 0 ? 1 : Math.min(RAISED_MOST, Math.max(1, RAISED_TO / highest));
  return { low: low.map((each) => each * gain), high: high.map((each) => each * gain) };
}

const SILENT = 2.5 / 127; // below two steps of int8 nothing can be seen or heard
const WINDOWS_S = [0.25, 0.5, 0.75, 1, 1.5, 2];

/** Seconds until the last sound that can be heard. */
export function audibleEnd_s(peaks: Peaks, duration_s: number): number {
  for (let i = peaks.low.length - 1; i >= 0; i--) {
    if ((peaks.high[i] ?? 0) > SILENT || (peaks.low[i] ?? 0) < -SILENT) return ((i + 1) / peaks.low.length) * duration_s;
  }
  return duration_s;
}

/** The stretch worth drawing: kicks are two seconds long and mostly silence, so show the shortest window that holds them. */
export function window_s(peaks: Peaks, duration_s: number): number {
  const end_s = audibleEnd_s(peaks, duration_s);
  return Math.min(duration_s, WINDOWS_S.find((window) => window >= end_s) ?? duration_s);
}
