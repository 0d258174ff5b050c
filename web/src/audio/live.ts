/** Measures of what is sounding right now, for meters and pictures. */

export interface Level {
  peak: number;
  rms: number;
}

export function levelOf(samples: Float32Array): Level {
  let peak = 0;
  let sum = 0;
  for (const sample of samples) {
    peak = Math.max(peak, Math.abs(sample));
    sum += sample * sample;
  }
  return { peak, rms: Math.sqrt(sum / Math.max(1, samples.length)) };
}

/** Reads an analyser into arrays that are made once. */
export class LiveReader {
  private time: Float32Array<ArrayBuffer> = new Float32Array(0);
  private bins: Float32Array<ArrayBuffer> = new Float32Array(0);

  level(analyser: AnalyserNode): Level {
    if (this.time.length !== analyser.fftSize) this.time = new Float32Array(analyser.fftSize);
    analyser.getFloatTimeDomainData(this.time);
    return levelOf(this.time.subarray(this.time.length - 1024));
  }

  /** Levels in dB of `count` bands spaced evenly by ear from low_hz to high_hz, 0 to 1 for -84..-12 dB. */
  bands(analyser: AnalyserNode, count: number, low_hz: number, high_hz: number): Float32Array {
    if (this.bins.length !== analyser.frequencyBinCount) this.bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(this.bins);
    return bandsOf(this.bins, analyser.context.sampleRate / analyser.fftSize, count, low_hz, high_hz);
  }
}

const FLOOR_DB = -84;
const CEILING_DB = -12;

const shareOf = (level_db: number): number => Math.min(1, Math.max(0, (level_db - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));

export function bandsOf(bins_db: Float32Array, bin_hz: number, count: number, low_hz: number, high_hz: number): Float32Array {
  const bands = new Float32Array(count);
  const ratio = high_hz / low_hz;
  for (let band = 0; band < count; band++) {
    const from = (low_hz * ratio ** (band / count)) / bin_hz;
    const to = (low_hz * ratio ** ((band + 1) / count)) / bin_hz;
    if (to - from < 1) {
      // Low bands are narrower than a bin: between two bins the curve goes straight.
      const middle = Math.min(bins_db.length - 1, (from + to) / 2);
      const below = bins_db[Math.floor(middle)] ?? -Infinity;
      const above = bins_db[Math.ceil(middle)] ?? -Infinity;
      const between = below + (above - below) * (middle % 1);
      bands[band] = shareOf(Number.isFinite(between) ? between : Math.max(below, above));
      continue;
    }
    const first = Math.min(bins_db.length - 1, Math.max(0, Math.round(from)));
    const last = Math.min(bins_db.length - 1, Math.max(first, Math.ceil(to) - 1));
    let loudest = -Infinity;
    for (let bin = first; bin <= last; bin++) loudest = Math.max(loudest, bins_db[bin] ?? -Infinity);
    bands[band] = shareOf(loudest);
  }
  return bands;
}
