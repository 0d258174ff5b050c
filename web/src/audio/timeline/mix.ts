/** The mixer: a strip a track with gain, balance, mute and solo, all into one output. Live and bounced sound go through the same. */

import { gainOf, isHeard, type Track } from "@/core/timeline/types";

const GLIDE_S = 0.008;
const SETTLED_S = 0.15; // after so long a glide is over
const GONE_MS = 400;

type MixTrack = Omit<Track, "clips" | "name" | "type">;

/** Left and right of a balance: the near side stays as it is, the far one goes down. */
export function balance(pan: number): readonly [left: number, right: number] {
  const far = Math.cos((Math.PI / 2) * Math.abs(pan));
  return pan > 0 ? [far, 1] : [1, far];
}

interface Strip {
  readonly input: GainNode;
  readonly sides: readonly [GainNode, GainNode];
  readonly output: AudioNode;
  readonly analyser: AnalyserNode | null;
  readonly set: { gain: number; left: number; right: number };
}

export class Mix {
  private readonly strips = new Map<string, Strip>();

  constructor(
    private readonly context: BaseAudioContext,
    private readonly output: AudioNode,
    private readonly metered: boolean,
  ) {}

  /** Makes, changes and takes away strips; what sounds glides to its new level. */
  follow(tracks: readonly MixTrack[]): void {
    const there = new Set(tracks.map(({ id }) => id));
    for (const [id, strip] of this.strips) {
      if (there.has(id)) continue;
      this.strips.delete(id);
      glideTo(strip.input.gain, 0, this.context.currentTime);
      setTimeout(() => { strip.output.disconnect(); }, GONE_MS);
    }
    for (const track of tracks) {
      const gain = isHeard(track, tracks) ? gainOf(track.gainDb) : 0;
      const [left, right] = balance(track.pan);
      const strip = this.strips.get(track.id);
      if (strip) this.turn(strip, { gain, left, right });
      else this.strips.set(track.id, this.made({ gain, left, right }));
    }
  }

  input(trackId: string): AudioNode | null {
    return this.strips.get(trackId)?.input ?? null;
  }

  analyser(trackId: string): AnalyserNode | null {
    return this.strips.get(trackId)?.analyser ?? null;
  }

  private made(set: Strip["set"]): Strip {
    const { context } = this;
    const input = new GainNode(context, { gain: set.gain, channelCount: 2, channelCountMode: "explicit" });
    const splitter = context.createChannelSplitter(2);
    const merger = context.createChannelMerger(2);
    const sides = [new GainNode(context, { gain: set.left }), new GainNode(context, { gain: set.right })] as const;
    input.connect(splitter);
    sides.forEach((side, channel) => {
      splitter.connect(side, channel);
      side.connect(merger, 0, channel);
    });
    const analyser = this.metered ? new AnalyserNode(context, { fftSize: 2048 }) : null;
    if (analyser) merger.connect(analyser);
    merger.connect(this.output);
    return { input, sides, output: merger, analyser, set: { ...set } };
  }

  private turn({ input, sides, set }: Strip, to: Strip["set"]): void {
    this.glide(input.gain, set.gain, to.gain);
    this.glide(sides[0].gain, set.left, to.left);
    this.glide(sides[1].gain, set.right, to.right);
    Object.assign(set, to);
  }

  private glide(param: AudioParam, before: number, value: number): void {
    if (before === value) return;
    glideTo(param, value, this.context.currentTime);
  }
}

/** Without a step that could be heard, and to the very value in the end: what falls by half for ever is never off. */
export function glideTo(param: AudioParam, value: number, now_s: number): void {
  param.cancelScheduledValues(now_s);
  param.setTargetAtTime(value, now_s, GLIDE_S);
  param.setValueAtTime(value, now_s + SETTLED_S);
}
