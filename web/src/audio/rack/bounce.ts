/** A bounce: the rack's own nodes rendered as fast as they can, mix and stems in one go. */

import { LAYERS, type Layer, type Patch } from "@/core/rack/state";
import { BEATS_PER_BAR, beatFrame, NOISE_EVERY_BEATS, RACK_RATE_HZ } from "@/core/rack/transport";
import { addWorklet, loadEffects } from "./effects";
import { latencyOf, RackGraph } from "./graph";
import type { Samples } from "./samples";
import type { Bounced, BounceSettings, BounceWatch } from "./types";
import { Voices } from "./voices";

const SETTLE_S = 0.5; // how long the effects remember
const SLICE_S = 2; // scheduled, reported and cancelled in stretches of this length
const SILENCE = 10 ** (-80 / 20);

/** Raises SoundMissing; AbortError when the watch's signal says so. */
export async function bounce(patch: Patch, settings: BounceSettings, samples: Samples, watch: BounceWatch): Promise<Bounced> {
  const load = (layer: Layer) => {
    const wanted = samples.wanted(layer, patch);
    if (!wanted) throw new Error("The sounds of the studio are not known yet. Try again in a moment.");
    return samples.load(wanted);
  };
  const [effects, kick, noise, impulse] = await Promise.all([loadEffects(), load("kick"), load("noise"), load("reverb")]);
  const { bpm, kickLen } = patch.values;
  const beats = settings.bars * BEATS_PER_BAR;
  const round = beatFrame(beats, bpm);
  const ring = kick.length + impulse.length;
  // A loop is heard round and round: what is kept is a round into which the one before it rings.
  const rounds = settings.ending === "loop" ? 1 + Math.ceil((ring + SETTLE_S * RACK_RATE_HZ) / round) : 1;
  const kept = settings.ending === "loop" ? round : round + ring;
  const skipped = (rounds - 1) * round;

  // The latency of the master lies on the mix alone: more is rendered, and each bus is cut out where it lies.
  const latency = latencyOf(effects);
  const length = skipped + kept + latency;
  const buses = settings.stems ? 1 + LAYERS.length : 1; // the mix first
  const context = new OfflineAudioContext(2 * buses, length, RACK_RATE_HZ);
  await addWorklet(context);
  const graph = new RackGraph(context, effects, patch.values, settings);
  graph.enter(impulse);
  if (settings.stems) together(context, [graph.output, ...LAYERS.map((layer) => graph.layers[layer])]);
  else graph.output.connect(context.destination);

  const voices = new Voices(context, graph);
  // The limiter looks ahead: at the end of a loop it must see the kick with which the loop begins again.
  const planned = rounds * beats + (settings.ending === "loop" ? 1 : 0);
  let next = 0;
  let ended = false;
  const plan = (until_frame: number) => {
    for (; next < planned; next++) {
      const beat = next % beats;
      const frame = Math.floor(next / beats) * round + beatFrame(beat, bpm);
      if (frame >= until_frame) return;
      voices.kick(kick, kickLen, frame);
      if (beat % NOISE_EVERY_BEATS === 0) voices.noise(noise, frame);
    }
    if (settings.ending === "tail" && !ended) {
      ended = true;
      voices.end(round, { kick: false });
    }
  };
  const rendered = await render(context, plan, watch);
  const cut = (bus: number, from: number, frames: number) =>
    [0, 1].map((side) => rendered.getChannelData(2 * bus + side).slice(from, from + frames));
  const mix = cut(0, skipped + latency, kept);
  const frames = settings.ending === "loop" ? kept : Math.max(round, audibleFrames(mix));
  const [kickStem, noiseStem, reverbStem] = [1, 2, 3].map((bus) => (settings.stems ? cut(bus, skipped, frames) : null));
  return {
    sampleRate_hz: RACK_RATE_HZ,
    mix: frames === kept ? mix : mix.map((samples) => samples.slice(0, frames)),
    stems: kickStem && noiseStem && reverbStem ? { kick: kickStem, noise: noiseStem, reverb: reverbStem } : null,
  };
}

/** Stereo buses side by side in one rendering. */
function together(context: OfflineAudioContext, buses: readonly AudioNode[]): void {
  const merger = context.createChannelMerger(2 * buses.length);
  buses.forEach((node, bus) => {
    const splitter = context.createChannelSplitter(2);
    node.connect(splitter);
    for (const side of [0, 1]) splitter.connect(merger, side, 2 * bus + side);
  });
  merger.connect(context.destination);
}

/** Renders, planning each stretch just before it is due. A browser that cannot pause gets all plans at once. */
async function render(context: OfflineAudioContext, plan: (until_frame: number) => void, { progress, signal }: BounceWatch): Promise<AudioBuffer> {
  const slice = Math.round(SLICE_S * RACK_RATE_HZ);
  if (typeof context.suspend !== "function") {
    plan(Infinity);
    return context.startRendering();
  }
  plan(2 * slice);
  const aborted = new Promise<never>((_, reject) => {
    const pause = (frame: number) => {
      if (frame >= context.length) return;
      void context.suspend(frame / RACK_RATE_HZ).then(() => {
        if (signal.aborted) {
          reject(new DOMException("The bounce was cancelled.", "AbortError")); // left paused, it is collected
          return;
        }
        progress(frame / context.length);
        plan(frame + 2 * slice);
        pause(frame + slice);
        void context.resume();
      });
    };
    pause(slice);
  });
  const rendered = await Promise.race([context.startRendering(), aborted]);
  progress(1);
  return rendered;
}

/** How far a sound goes before it stays below -80 dBFS. */
function audibleFrames(channels: readonly Float32Array[]): number {
  let end = 0;
  for (const samples of channels) {
    let last = samples.length;
    while (last > end && Math.abs(samples[last - 1] ?? 0) < SILENCE) last--;
    end = Math.max(end, last);
  }
  return end;
}
