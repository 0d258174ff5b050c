/** Peaks of the layers, and the loudness of what leaves the rack (BS.1770: momentary 0.4 s, short-term 3 s). */

import { LAYERS, type Layer } from "@/core/rack/state";
import type { RackLevels } from "./types";

const PEAK_FRAMES = 2048; // 46 ms: longer than a picture takes, so that no peak falls between two readings
const STEP_S = 0.1;
const MOMENTARY_STEPS = 4;
const SHORT_TERM_STEPS = 30;
const OFFSET_LUFS = -0.691;
const FLOOR_LUFS = -70;

/** The two filters of BS.1770 at 44.1 kHz, through the bilinear transform from their analogue prototypes. */
const SHELF = { hz: 1681.974450955533, gain_db: 3.999843853973347, q: 0.7071752369554196 };
const HIGH_PASS = { hz: 38.13547087602444, q: 0.5003270373238773 };

function weighting(context: BaseAudioContext): [IIRFilterNode, IIRFilterNode] {
  const high = 10 ** (SHELF.gain_db / 20);
  const band = high ** 0.4996667741545416;
  let k = Math.tan((Math.PI * SHELF.hz) / context.sampleRate);
  let a0 = 1 + k / SHELF.q + k * k;
  const shelf = context.createIIRFilter(
    [(high + (band * k) / SHELF.q + k * k) / a0, (2 * (k * k - high)) / a0, (high - (band * k) / SHELF.q + k * k) / a0],
    [1, (2 * (k * k - 1)) / a0, (1 - k / SHELF.q + k * k) / a0],
  );
  k = Math.tan((Math.PI * HIGH_PASS.hz) / context.sampleRate);
  a0 = 1 + k / HIGH_PASS.q + k * k;
  const highPass = context.createIIRFilter([1, -2, 1], [1, (2 * (k * k - 1)) / a0, (1 - k / HIGH_PASS.q + k * k) / a0]);
  return [shelf, highPass];
}

/** An analyser for left and one for right: a single one would mix them, and hear less than there is. */
function byChannel(context: BaseAudioContext, node: AudioNode, fftSize: number): AnalyserNode[] {
  const splitter = context.createChannelSplitter(2);
  node.connect(splitter);
  return [0, 1].map((channel) => {
    const analyser = new AnalyserNode(context, { fftSize });
    splitter.connect(analyser, channel);
    return analyser;
  });
}

export class LevelReader {
  private readonly peaks: Readonly<Record<Layer | "master", readonly AnalyserNode[]>>;
  private readonly weighted: readonly AnalyserNode[];
  private readonly samples = new Float32Array(PEAK_FRAMES);
  private readonly step: Float32Array<ArrayBuffer>;
  private energies: number[] = [];
  private stepped_s = 0;

  constructor(
    private readonly context: BaseAudioContext,
    layers: Readonly<Record<Layer, AudioNode>>,
    master: AudioNode,
  ) {
    const listen = (node: AudioNode) => byChannel(context, node, PEAK_FRAMES);
    this.peaks = { kick: listen(layers.kick), noise: listen(layers.noise), reverb: listen(layers.reverb), master: listen(master) };
    const [shelf, highPass] = weighting(context);
    master.connect(shelf).connect(highPass);
    this.weighted = byChannel(context, highPass, 8192);
    this.step = new Float32Array(Math.round(STEP_S * context.sampleRate));
  }

  read(): RackLevels {
    const peaks = Object.fromEntries([...LAYERS, "master" as const].map((name) => [name, this.peakOf(this.peaks[name])])) as Record<Layer | "master", number>;
    this.measure();
    return { ...peaks, momentary_lufs: this.loudness(MOMENTARY_STEPS), shortTerm_lufs: this.loudness(SHORT_TERM_STEPS) };
  }

  private peakOf(analysers: readonly AnalyserNode[]): number {
    let peak = 0;
    for (const analyser of analysers) {
      analyser.getFloatTimeDomainData(this.samples);
      for (const sample of this.samples) peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** Energy of the last tenth of a second, every tenth of a second. */
  private measure(): void {
    if (this.context.currentTime - this.stepped_s < STEP_S) return;
    this.stepped_s = this.context.currentTime;
    let energy = 0;
    for (const analyser of this.weighted) {
      analyser.getFloatTimeDomainData(this.step);
      let sum = 0;
      for (const sample of this.step) sum += sample * sample;
      energy += sum / this.step.length;
    }
    this.energies = [...this.energies, energy].slice(-SHORT_TERM_STEPS);
  }

  private loudness(steps: number): number | null {
    const last = this.energies.slice(-steps);
    if (last.length === 0) return null;
    const lufs = OFFSET_LUFS + 10 * Math.log10(last.reduce((sum, energy) => sum + energy, 0) / steps);
    return lufs > FLOOR_LUFS ? lufs : null;
  }
}
