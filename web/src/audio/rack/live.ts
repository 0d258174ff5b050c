/** The rack as it is played: follows the store, schedules beats ahead of time, changes sounds without a click. */

import { LAYERS, type Layer, type RackState, type RackStore } from "@/core/rack/state";
import { NOISE_EVERY_BEATS, RACK_RATE_HZ } from "@/core/rack/transport";
import { Store } from "@/lib/store";
import { addWorklet, loadEffects } from "./effects";
import { RackGraph } from "./graph";
import { LevelReader } from "./levels";
import { SoundMissing, type Samples } from "./samples";
import { Sequencer } from "./sequencer";
import type { BeatNow, RackLevels, RackPlayer, RackStatus } from "./types";
import { Voices } from "./voices";

const TICK_MS = 25;
const AHEAD_S = 0.15;
const AHEAD_HIDDEN_S = 2.5; // browsers wake a hidden page once a second
// How far ahead something is planned. Nearer than that, a busy machine's audio thread may have gone past it: the first beat
// would come late, and a beat that was taken back would be cut off in the middle. A finger on Cue is not kept waiting.
const START_FRAMES = 2205; // 50 ms
const CHANGE_FRAMES = 1323; // 30 ms
const CUE_FRAMES = 662; // 15 ms
const LATE_FRAMES = 2205; // a beat missed by more than 50 ms is left out
const SILENT: RackLevels = { kick: 0, noise: 0, reverb: 0, master: 0, momentary_lufs: null, shortTerm_lufs: null };

/** Where the rack's sound goes: the studio's one output. */
export interface Output {
  /** To be called within a key press or click: browsers let no sound out otherwise. */
  unlock(): void;
  open(): { readonly context: AudioContext; readonly input: AudioNode };
}

interface Rig {
  readonly context: AudioContext;
  readonly graph: RackGraph;
  readonly voices: Voices;
  readonly levels: LevelReader;
  readonly analyser: AnalyserNode;
}

export class LiveRack implements RackPlayer {
  readonly status = new Store<RackStatus>({ status: "closed" });
  readonly playing = new Store(false);
  readonly cueing = new Store(false);

  private rig: Rig | null = null;
  private opening: Promise<Rig> | null = null;
  private sequencer: Sequencer | null = null;
  private timer: ReturnType<typeof setInterval> | null = null;
  private readonly sounds: Partial<Record<Layer, { key: string; buffer: AudioBuffer }>> = {};
  private before: RackState;

  constructor(
    private readonly store: RackStore,
    private readonly samples: Samples,
    private readonly output: Output,
  ) {
    this.before = store.state.get();
    store.state.subscribe(() => { this.follow(); });
  }

  get analyser(): AnalyserNode | null {
    return this.rig?.analyser ?? null;
  }

  /** Fetches what the first beat needs, so that it comes at once. */
  warm(): void {
    void loadEffects().catch(() => undefined); // playing will say what is wrong
    for (const layer of LAYERS) this.bring(layer).catch(() => undefined);
  }

  play(): void {
    if (this.playing.get()) return;
    this.playing.set(true);
    this.output.unlock();
    this.withRig((rig) => {
      if (!this.playing.get() || this.sequencer) return;
      const frame = soon(rig.context, START_FRAMES);
      rig.graph.settle(frame / RACK_RATE_HZ);
      this.sequencer = new Sequencer(frame, this.store.patch.values.bpm);
      this.timer = setInterval(() => { this.tick(); }, TICK_MS);
      this.tick();
    });
  }

  stop(): void {
    this.playing.set(false);
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    const { rig } = this;
    if (!rig || !this.sequencer) return;
    this.sequencer = null;
    const frame = soon(rig.context, CHANGE_FRAMES);
    rig.voices.takeBack(frame);
    rig.voices.end(frame, { kick: false });
  }

  toggle(): void {
    if (this.playing.get()) this.stop();
    else this.play();
  }

  cue(): void {
    if (this.cueing.get()) return;
    this.cueing.set(true);
    this.output.unlock();
    this.withRig((rig) => {
      if (!this.cueing.get()) return;
      const frame = soon(rig.context, CUE_FRAMES);
      if (this.sequencer) {
        // While it plays, cue begins the count anew.
        rig.voices.takeBack(frame);
        this.sequencer = new Sequencer(frame, this.store.patch.values.bpm);
        this.tick();
      } else {
        rig.graph.settle(frame / RACK_RATE_HZ);
        this.sound(rig, 0, frame);
      }
    });
  }

  release(): void {
    if (!this.cueing.get()) return;
    this.cueing.set(false);
    if (this.rig && !this.sequencer) this.rig.voices.end(soon(this.rig.context, CUE_FRAMES), { kick: true });
  }

  retry(): void {
    this.status.set({ status: "closed" });
    this.warm();
    if (!this.playing.get()) this.play();
  }

  beatNow(): BeatNow | null {
    if (!this.rig || !this.sequencer) return null;
    const { context } = this.rig;
    const heard_s = context.currentTime - (context.outputLatency || context.baseLatency || 0);
    const { beat, phase } = this.sequencer.at(Math.round(heard_s * RACK_RATE_HZ));
    return phase < 0 ? null : { beat, phase };
  }

  levels(): RackLevels {
    return this.rig?.levels.read() ?? SILENT;
  }

  /** Runs `act` as soon as nodes and sounds are there; says so where they cannot be had. */
  private withRig(act: (rig: Rig) => void): void {
    if (this.rig && LAYERS.every((layer) => this.isThere(layer))) {
      act(this.rig);
      return;
    }
    this.status.set({ status: "loading" });
    Promise.all([this.open(), ...LAYERS.map((layer) => this.bring(layer))]).then(
      ([rig]) => {
        if (!LAYERS.every((layer) => this.sounds[layer])) return; // what there is is not known yet: see `addressesKnown`
        this.status.set({ status: "ready" });
        act(rig);
      },
      (failure: unknown) => { this.fail(failure); },
    );
  }

  /** Whether the layer has the sound that it should have. */
  private isThere(layer: Layer): boolean {
    try {
      const wanted = this.samples.wanted(layer, this.store.patch);
      return wanted !== null && this.sounds[layer]?.key === wanted.key;
    } catch {
      return false;
    }
  }

  /** The catalog of sounds has come: what waited for it goes on. */
  addressesKnown(): void {
    this.warm();
    if (!this.playing.get() || this.sequencer) return;
    this.playing.set(false);
    this.play();
  }

  private fail(failure: unknown): void {
    const message = failure instanceof SoundMissing ? failure.message : "The effects could not be loaded. Check the connection and try again.";
    this.status.set({ status: "failed", message });
    if (!this.sequencer) this.playing.set(false);
    this.cueing.set(false);
  }

  private open(): Promise<Rig> {
    this.opening ??= this.build().catch((failure: unknown) => {
      this.opening = null;
      throw failure;
    });
    return this.opening;
  }

  private async build(): Promise<Rig> {
    const { context, input } = this.output.open();
    const [effects] = await Promise.all([loadEffects(), addWorklet(context)]);
    const state = this.store.state.get();
    const graph = new RackGraph(context, effects, state.patch.values, state);
    const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0.6 });
    graph.output.connect(analyser).connect(input);
    this.rig = { context, graph, analyser, voices: new Voices(context, graph), levels: new LevelReader(context, graph.layers, graph.output) };
    if (this.sounds.reverb) graph.enter(this.sounds.reverb.buffer);
    return this.rig;
  }

  /** Loads the sound that a layer should have now, and changes to it. */
  private async bring(layer: Layer): Promise<void> {
    const wanted = this.samples.wanted(layer, this.store.patch);
    if (!wanted || this.sounds[layer]?.key === wanted.key) return;
    const buffer = await this.samples.load(wanted);
    if (this.samples.wanted(layer, this.store.patch)?.key !== wanted.key || this.sounds[layer]?.key === wanted.key) return;
    this.sounds[layer] = { key: wanted.key, buffer };
    const { rig } = this;
    if (!rig) return;
    if (layer === "reverb") rig.graph.enter(buffer);
    if (layer === "kick") this.reschedule();
    if (layer === "noise" && (this.sequencer || this.cueing.get())) {
      const frame = soon(rig.context, CHANGE_FRAMES);
      this.reschedule();
      rig.voices.noise(buffer, frame);
    }
  }

  /** While a new sound is on its way, or cannot be had, the one before goes on. */
  private change(layer: Layer): void {
    this.bring(layer).then(
      () => {
        if (this.status.get().status === "failed" && LAYERS.every((each) => this.sounds[each] !== undefined)) this.status.set({ status: "ready" });
      },
      (failure: unknown) => { this.fail(failure); },
    );
  }

  private follow(): void {
    const state = this.store.state.get();
    const { before } = this;
    this.before = state;
    for (const layer of LAYERS) if (state.patch[layer] !== before.patch[layer]) this.change(layer);
    const { rig } = this;
    if (!rig) return;
    const { values } = state.patch;
    if (values !== before.patch.values) rig.graph.turn(values, before.patch.values);
    if (state.muted !== before.muted || state.soloed !== before.soloed) rig.graph.hear(state);
    if (values.bpm !== before.patch.values.bpm) this.reschedule(values.bpm);
    else if (values.kickLen !== before.patch.values.kickLen) this.reschedule();
  }

  /** What was planned for the future is planned anew: with another kick, length or tempo. */
  private reschedule(bpm?: number): void {
    const { rig, sequencer } = this;
    if (!rig || !sequencer) return;
    const frame = soon(rig.context, CHANGE_FRAMES);
    rig.voices.takeBack(frame);
    if (bpm === undefined) sequencer.rewind(frame);
    else sequencer.retime(bpm, frame);
    this.tick();
  }

  private tick(): void {
    const { rig, sequencer } = this;
    if (!rig || !sequencer) return;
    const now_s = rig.context.currentTime;
    const ahead_s = document.visibilityState === "hidden" ? AHEAD_HIDDEN_S : AHEAD_S;
    for (const { beat, frame } of sequencer.take(Math.floor((now_s + ahead_s) * RACK_RATE_HZ))) {
      if (frame >= now_s * RACK_RATE_HZ - LATE_FRAMES) this.sound(rig, beat, frame);
    }
  }

  private sound({ voices }: Rig, beat: number, frame: number): void {
    const { kick, noise } = this.sounds;
    if (kick) voices.kick(kick.buffer, this.store.patch.values.kickLen, frame);
    if (noise && beat % NOISE_EVERY_BEATS === 0) voices.noise(noise.buffer, frame);
  }
}

const soon = (context: BaseAudioContext, ahead: number): number => Math.ceil(context.currentTime * RACK_RATE_HZ) + ahead;
