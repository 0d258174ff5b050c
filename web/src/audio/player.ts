/** Plays one sound at a time through one AudioContext: load, play, seek, stop, and what is sounding right now. */

import { RACK_RATE_HZ } from "@/core/rack/transport";
import { clamp } from "@/lib/numbers";
import { Store } from "@/lib/store";
import { decoded, DecodedSounds } from "./decoded";
import { StreamVoice, type Streamed } from "./stream";

export interface Sound {
  id: string;
  title: string;
  duration_s: number;
  /** Where it has died away; playing stops there instead of in silence. */
  end_s: number;
  /** The encoded file, or the samples of a sound made in the browser. */
  load(): Promise<ArrayBuffer | Samples>;
  /** Long sounds play while they come in, and pause where they are stopped. */
  stream?: Streamed;
}

export interface Samples {
  samples: Float32Array<ArrayBuffer>;
  sampleRate_hz: number;
}

export type PlayerState =
  | { status: "idle" }
  | { status: "loading"; id: string }
  | { status: "playing"; id: string }
  | { status: "paused"; id: string; at_s: number }
  | { status: "failed"; id: string; message: string };

interface Voice {
  source: AudioBufferSourceNode;
  envelope: GainNode;
  startedAt_s: number;
  from_s: number;
  end_s: number;
}

interface Stream {
  id: string;
  voice: StreamVoice;
}

const FADE_S = 0.006; // stopping in the middle of a wave must not click
const CACHE_SECONDS = 600; // about 100 MB of decoded sound
const TAIL_S = 0.03;

export class Player {
  readonly state = new Store<PlayerState>({ status: "idle" });
  /** The sound that Space plays: the one last played or looked at. */
  readonly cued = new Store<Sound | null>(null);
  readonly volume = new Store(1);

  private graph: { context: AudioContext; input: GainNode; analyser: AnalyserNode } | null = null;
  private readonly decoded = new DecodedSounds(CACHE_SECONDS);
  private voice: Voice | null = null;
  private streaming: Stream | null = null;
  /** Paused, with what has come in of it. */
  private resting: Stream | null = null;
  private turn = 0;

  get context(): AudioContext | null {
    return this.graph?.context ?? null;
  }

  get analyser(): AnalyserNode | null {
    return this.graph?.analyser ?? null;
  }

  /** Makes sound possible; browsers want this to happen inside a key press or a click. */
  unlock(): void {
    const { context } = this.open();
    if (context.state === "suspended") void context.resume();
  }

  cue(sound: Sound): void {
    this.cued.set(sound);
  }

  /** Loads and decodes ahead, so that playing starts at once. */
  warm(sound: Sound): void {
    if (sound.stream) return;
    this.buffer(sound).catch(() => undefined); // playing it will say what is wrong
  }

  /** The first channel of a sound, to measure and draw. */
  async samples(sound: Sound): Promise<Samples> {
    const buffer = await this.buffer(sound);
    return { samples: buffer.getChannelData(0), sampleRate_hz: buffer.sampleRate };
  }

  async play(sound: Sound, from_s = 0): Promise<void> {
    const turn = ++this.turn;
    this.cue(sound);
    this.unlock();
    if (sound.stream) {
      this.follow(sound, sound.stream, from_s);
      return;
    }
    this.silence();
    if (this.decoded.get(sound.id) === undefined) this.state.set({ status: "loading", id: sound.id });
    try {
      const buffer = await this.buffer(sound);
      if (turn === this.turn) this.begin(sound, buffer, from_s);
    } catch {
      if (turn !== this.turn) return;
      this.state.set({ status: "failed", id: sound.id, message: "This sound could not be loaded." });
    }
  }

  stop(): void {
    const playing = this.streaming;
    this.turn++;
    if (playing) {
      playing.voice.rest();
      this.streaming = null;
      this.resting = playing;
      this.state.set({ status: "paused", id: playing.id, at_s: playing.voice.position_s });
      return;
    }
    if (this.state.get().status === "paused") return;
    this.silence();
    this.state.set({ status: "idle" });
  }

  toggle(sound: Sound): void {
    const state = this.state.get();
    if ((state.status === "playing" || state.status === "loading") && state.id === sound.id) this.stop();
    else void this.play(sound, state.status === "paused" && state.id === sound.id ? state.at_s : 0);
  }

  toggleCued(): void {
    const sound = this.cued.get();
    if (sound) this.toggle(sound);
  }

  /** Seconds into the sound with this id, or null when it is neither playing nor paused. */
  position_s(id: string): number | null {
    const state = this.state.get();
    if (state.status === "paused") return state.id === id ? state.at_s : null;
    if (this.streaming?.id === id) return this.streaming.voice.position_s;
    if (state.status !== "playing" || state.id !== id || !this.voice || !this.graph) return null;
    const { from_s, startedAt_s, end_s } = this.voice;
    return clamp(from_s + this.graph.context.currentTime - startedAt_s, from_s, end_s);
  }

  setVolume(volume: number): void {
    this.volume.set(clamp(volume, 0, 1));
    if (this.graph) this.graph.input.gain.setTargetAtTime(this.gain(), this.graph.context.currentTime, 0.01);
  }

  forget(id: string): void {
    const state = this.state.get();
    if ("id" in state && state.id === id) {
      this.stop();
      this.silence();
      this.state.set({ status: "idle" });
    }
    if (this.cued.get()?.id === id) this.cued.set(null);
    this.decoded.delete(id);
  }

  /** Ears hear loudness in powers: half way down the slider is about -12 dB. */
  private gain(): number {
    return this.volume.get() ** 2;
  }

  /** The one output of the page; what sounds beside the player goes into it too. */
  open(): { readonly context: AudioContext; readonly input: GainNode; readonly analyser: AnalyserNode } {
    if (this.graph) return this.graph;
    // On phones whose ringer is off, sound that was asked for is heard all the same.
    const { audioSession } = navigator as { audioSession?: { type: string } };
    if (audioSession) audioSession.type = "playback";
    const context = new AudioContext({ latencyHint: "interactive", sampleRate: RACK_RATE_HZ }); // bounced and live sound are the same
    const input = context.createGain();
    const analyser = context.createAnalyser();
    analyser.fftSize = 4096; // 11 Hz a bin: the body of a kick is at 50 Hz
    analyser.smoothingTimeConstant = 0.6;
    input.gain.value = this.gain();
    input.connect(analyser).connect(context.destination);
    this.graph = { context, input, analyser };
    return this.graph;
  }

  private buffer(sound: Sound): Promise<AudioBuffer> {
    return this.decoded.load(sound.id, async () => {
      const loaded = await sound.load();
      if (loaded instanceof ArrayBuffer) return decoded(loaded);
      const buffer = new AudioBuffer({ length: loaded.samples.length, sampleRate: loaded.sampleRate_hz });
      buffer.copyToChannel(loaded.samples, 0);
      return buffer;
    });
  }

  private follow(sound: Sound, stream: Streamed, from_s: number): void {
    const { id } = sound;
    const at_s = clamp(from_s, 0, Math.max(0, sound.duration_s - 0.05));
    if (this.streaming?.id === id && this.state.get().status === "playing") {
      this.streaming.voice.seek(at_s);
      return;
    }
    const rested = this.resting;
    if (rested?.id === id) {
      this.resting = null;
      this.streaming = rested;
      this.state.set({ status: "loading", id });
      if (rested.voice.resume(at_s)) return;
    }
    this.silence();
    this.state.set({ status: "loading", id });
    const { context, input } = this.open();
    const told = (next: PlayerState) => () => {
      if (this.streaming?.voice !== voice) return;
      if (next.status !== "playing") this.streaming = null;
      else if (this.state.get().status === "playing") return; // it had to wait for bytes
      this.state.set(next);
    };
    const voice = new StreamVoice(context, input, stream, at_s, {
      playing: told({ status: "playing", id }),
      ended: told({ status: "idle" }),
      failed: told({ status: "failed", id, message: "This sound could not be loaded." }),
    });
    this.streaming = { id, voice };
  }

  private begin(sound: Sound, buffer: AudioBuffer, from_s: number): void {
    const { context, input } = this.open();
    const source = context.createBufferSource();
    const envelope = context.createGain();
    const end_s = Math.min(buffer.duration, sound.end_s + TAIL_S);
    const start_s = clamp(from_s, 0, Math.max(0, end_s - 0.01));
    source.buffer = buffer;
    source.connect(envelope).connect(input);
    const voice: Voice = { source, envelope, startedAt_s: context.currentTime, from_s: start_s, end_s };
    source.onended = () => {
      envelope.disconnect();
      if (this.voice !== voice) return;
      this.voice = null;
      this.state.set({ status: "idle" });
    };
    source.start(0, start_s, end_s - start_s);
    this.voice = voice;
    this.state.set({ status: "playing", id: sound.id });
  }

  private silence(): void {
    const voice = this.voice;
    this.voice = null;
    for (const stream of [this.streaming, this.resting]) stream?.voice.stop();
    this.streaming = null;
    this.resting = null;
    if (!voice || !this.graph) return;
    const now_s = this.graph.context.currentTime;
    voice.envelope.gain.setValueAtTime(1, now_s);
    voice.envelope.gain.linearRampToValueAtTime(0, now_s + FADE_S);
    voice.source.stop(now_s + FADE_S);
  }
}
