/** The rack's nodes, live and in a bounce alike: three layers, a reverb that the first two feed, and the master. */

import { gainOf, type RackValues } from "@/core/rack/params";
import { isHeard, LAYERS, type Layer, type RackState } from "@/core/rack/state";
import { Strip, type Effects, type EffectUse } from "./effects";

const BUTTERWORTH_DB = 20 * Math.log10(Math.SQRT1_2); // the Q of BiquadFilterNode is in dB
const GLIDE_S = 0.012; // time constant of every change that is heard: quick under the hand, no zipper noise
const OFF_AFTER = 12; // time constants: -104 dB
const SWAPPED_MS = 500; // the room that was left is silent by then

type Hearing = Pick<RackState, "muted" | "soloed">;

const kickStrip = (values: RackValues): EffectUse[] => [
  { effect: "distortion", values: { amount: values.kickDistAmt } },
  { effect: "ott", values: { amount: values.kickOttAmt, ratio_scale: 10, low_db: 9, mid_db: -3, high_db: 0 } },
];
const MASTER = ["ott", "distortion", "limiter"] as const;
const masterStrip = (values: RackValues): EffectUse[] => [
  { effect: MASTER[0], values: { amount: values.masterOttAmt, ratio_scale: 8, low_db: 3, mid_db: -3, high_db: 0 } },
  { effect: MASTER[1], values: { amount: values.masterDistAmt } },
  { effect: MASTER[2], values: { gain_db: 20 * Math.log10(values.masterLimiterAmt) } },
];

/** By how many frames the mix comes later than what goes into the master. */
export const latencyOf = (effects: Effects): number => MASTER.reduce((sum, effect) => sum + effects.facts[effect].latencyFrames, 0);

export class RackGraph {
  /** Where voices go in. */
  readonly kick: GainNode;
  readonly noise: GainNode;
  /** Each layer as it enters the master. */
  readonly layers: Readonly<Record<Layer, GainNode>>;
  readonly output: AudioNode;

  private readonly kickEffects: Strip;
  private readonly masterEffects: Strip;
  private readonly noiseFilters: [BiquadFilterNode, BiquadFilterNode];
  private readonly reverbFilters: [BiquadFilterNode, BiquadFilterNode];
  private readonly noiseLevel: GainNode;
  private readonly reverbLevel: GainNode;
  private readonly sends: Readonly<Record<"kick" | "noise", GainNode>>;
  private readonly reverbIn: GainNode;
  /** Where every parameter that was turned is to be. */
  private readonly wanted = new Map<AudioParam, number>();
  private room: { convolver: ConvolverNode; fade: GainNode } | null = null;

  constructor(
    private readonly context: BaseAudioContext,
    effects: Effects,
    values: RackValues,
    hearing: Hearing,
  ) {
    const stereo = (gain = 1) => new GainNode(context, { gain, channelCount: 2, channelCountMode: "explicit" });
    const heard = (layer: Layer) => stereo(isHeard(hearing, layer) ? 1 : 0);
    const sent = (layer: Layer) => stereo(hearing.muted.has(layer) ? 0 : 1);
    this.kick = stereo();
    this.noise = stereo();
    this.reverbIn = stereo();
    this.layers = { kick: heard("kick"), noise: heard("noise"), reverb: heard("reverb") };
    this.sends = { kick: sent("kick"), noise: sent("noise") };
    this.noiseLevel = stereo(gainOf("noiseVolume", values.noiseVolume));
    this.reverbLevel = stereo(gainOf("reverbVolume", values.reverbVolume));
    this.noiseFilters = filters(context, values.noiseLowPassFreq, values.noiseHighPassFreq);
    this.reverbFilters = filters(context, values.reverbLowPassFreq, values.reverbHighPassFreq);
    this.kickEffects = new Strip(context, effects, kickStrip(values));
    this.masterEffects = new Strip(context, effects, masterStrip(values));
    this.output = this.masterEffects.node;

    this.kick.connect(this.kickEffects.node);
    this.kickEffects.node.connect(this.layers.kick);
    this.kickEffects.node.connect(this.sends.kick).connect(this.reverbIn);
    this.noise.connect(this.noiseFilters[0]).connect(this.noiseFilters[1]).connect(this.noiseLevel);
    this.noiseLevel.connect(this.layers.noise);
    this.noiseLevel.connect(this.sends.noise).connect(this.reverbIn);
    this.reverbFilters[0].connect(this.reverbFilters[1]).connect(this.reverbLevel).connect(this.layers.reverb);
    for (const layer of LAYERS) this.layers[layer].connect(this.output);
  }

  /** Follows the knobs, without a step that could be heard. */
  turn(values: RackValues, before: RackValues): void {
    const glide = (param: AudioParam, name: keyof RackValues, value: number) => {
      if (values[name] !== before[name]) this.glide(param, value);
    };
    glide(this.noiseFilters[0].frequency, "noiseLowPassFreq", values.noiseLowPassFreq);
    glide(this.noiseFilters[1].frequency, "noiseHighPassFreq", values.noiseHighPassFreq);
    glide(this.noiseLevel.gain, "noiseVolume", gainOf("noiseVolume", values.noiseVolume));
    glide(this.reverbFilters[0].frequency, "reverbLowPassFreq", values.reverbLowPassFreq);
    glide(this.reverbFilters[1].frequency, "reverbHighPassFreq", values.reverbHighPassFreq);
    glide(this.reverbLevel.gain, "reverbVolume", gainOf("reverbVolume", values.reverbVolume));
    turnStrip(this.kickEffects, kickStrip(values), kickStrip(before));
    turnStrip(this.masterEffects, masterStrip(values), masterStrip(before));
  }

  hear(hearing: Hearing): void {
    for (const layer of LAYERS) this.glide(this.layers[layer].gain, isHeard(hearing, layer) ? 1 : 0);
    for (const layer of ["kick", "noise"] as const) this.glide(this.sends[layer].gain, hearing.muted.has(layer) ? 0 : 1);
  }

  /** Sets the room, or changes over to it while sound goes on. */
  enter(impulse: AudioBuffer): void {
    const { context } = this;
    const convolver = new ConvolverNode(context, { disableNormalization: true, buffer: impulse });
    const fade = context.createGain();
    const before = this.room;
    this.room = { convolver, fade };
    this.reverbIn.connect(convolver).connect(fade).connect(this.reverbFilters[0]);
    if (!before) return;
    // Both go from where they are, and add up to one all the way.
    fade.gain.value = 0;
    this.glide(fade.gain, 1);
    this.glide(before.fade.gain, 0);
    setTimeout(() => {
      this.wanted.delete(before.fade.gain);
      this.reverbIn.disconnect(before.convolver);
      before.convolver.disconnect();
      before.fade.disconnect();
    }, SWAPPED_MS);
  }

  /** To be called when sound begins after silence: nodes without input do not glide, they would do it under the first beat. */
  settle(time_s: number): void {
    for (const [param, value] of this.wanted) {
      param.cancelScheduledValues(time_s);
      param.setValueAtTime(value, time_s);
    }
  }

  private glide(param: AudioParam, value: number): void {
    this.wanted.set(param, value);
    const now_s = this.context.currentTime;
    param.cancelScheduledValues(now_s);
    param.setTargetAtTime(value, now_s, GLIDE_S);
    // What falls by half for ever is never off: end the way.
    if (value === 0) param.setValueAtTime(0, now_s + OFF_AFTER * GLIDE_S);
  }
}

function filters(context: BaseAudioContext, low_hz: number, high_hz: number): [BiquadFilterNode, BiquadFilterNode] {
  const make = (type: BiquadFilterType, frequency: number) =>
    new BiquadFilterNode(context, { type, frequency, Q: BUTTERWORTH_DB, channelCount: 2, channelCountMode: "explicit" });
  return [make("lowpass", low_hz), make("highpass", high_hz)];
}

function turnStrip(strip: Strip, uses: readonly EffectUse[], before: readonly EffectUse[]): void {
  uses.forEach(({ values }, at) => {
    for (const [name, value] of Object.entries(values)) if (before[at]?.values[name] !== value) strip.set(at, name, value);
  });
}
