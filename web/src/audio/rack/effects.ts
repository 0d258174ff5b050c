/** The effects: the same WASM that the server runs, fetched once, run in the audio thread. */

import distortion from "@dsp/distortion.wasm?url";
import catalogue from "@dsp/effects.json?url";
import limiter from "@dsp/limiter.wasm?url";
import ott from "@dsp/ott.wasm?url";
import workletUrl from "./worklet?worker&url";
import type { EffectSetUp, StripSetUp } from "./worklet";

export type EffectName = "distortion" | "ott" | "limiter";

interface EffectFacts {
  readonly channels: number;
  readonly latencyFrames: number;
  readonly dspBytes: number;
  readonly parameters: readonly { readonly name: string; readonly index: number }[];
}

export interface Effects {
  readonly code: Readonly<Record<EffectName, ArrayBuffer>>;
  readonly facts: Readonly<Record<EffectName, EffectFacts>>;
}

export interface EffectUse {
  readonly effect: EffectName;
  readonly values: Readonly<Record<string, number>>;
}

let fetched: Promise<Effects> | null = null;

/** Loads all effects, once; a failure is forgotten, so that the next call tries again. */
export function loadEffects(): Promise<Effects> {
  fetched ??= fetchAll().catch((failure: unknown) => {
    fetched = null;
    throw failure;
  });
  return fetched;
}

async function fetchAll(): Promise<Effects> {
  const get = async (url: string): Promise<Response> => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  };
  const bytes = async (url: string) => (await get(url)).arrayBuffer();
  const [facts, ofOtt, ofDistortion, ofLimiter] = await Promise.all([
    get(catalogue).then((response) => response.json() as Promise<Effects["facts"]>),
    bytes(ott),
    bytes(distortion),
    bytes(limiter),
  ]);
  return { code: { ott: ofOtt, distortion: ofDistortion, limiter: ofLimiter }, facts };
}

/** To be called once for each context before strips are made in it. */
export const addWorklet = (context: BaseAudioContext): Promise<void> => context.audioWorklet.addModule(workletUrl);

/** Effects in a row, as one stereo node. */
export class Strip {
  readonly node: AudioWorkletNode;

  constructor(
    context: BaseAudioContext,
    private readonly effects: Effects,
    private readonly uses: readonly EffectUse[],
  ) {
    const chain = uses.map(({ effect, values }): EffectSetUp => {
      const { channels, dspBytes } = effects.facts[effect];
      return { code: effects.code[effect], channels, dspBytes, values: Object.entries(values).map(([name, value]) => [this.index(effect, name), value]) };
    });
    const processorOptions: StripSetUp = { chain };
    this.node = new AudioWorkletNode(context, "klangwerk-strip", {
      numberOfInputs: 1,
      numberOfOutputs: 1,
      outputChannelCount: [2],
      channelCount: 2,
      channelCountMode: "explicit",
      processorOptions,
    });
  }

  /** Turns a parameter of the `at`-th effect; the effect itself makes the way there smooth. */
  set(at: number, name: string, value: number): void {
    const use = this.uses[at];
    if (use) this.node.port.postMessage({ at, index: this.index(use.effect, name), value });
  }

  private index(effect: EffectName, name: string): number {
    const found = this.effects.facts[effect].parameters.find((parameter) => parameter.name === name);
    if (!found) throw new Error(`${effect} has no parameter ${name}`);
    return found.index;
  }
}
