/** The arrangement as it is played: follows the store, plans clips ahead of time on exact frames, and replans only what an edit changed. */

import { Course, dueClips, type Due } from "@/core/timeline/course";
import type { TimelineStore } from "@/core/timeline/store";
import { arrangementEnd, RATE_HZ, type Arrangement } from "@/core/timeline/types";
import { Store } from "@/lib/store";
import { Mix } from "./mix";
import type { TimelineSounds } from "./sounds";
import { Voice } from "./voice";

const TICK_MS = 80;
const AHEAD_FRAMES = RATE_HZ; // planned
const AHEAD_HIDDEN_FRAMES = 4 * RATE_HZ; // browsers wake a hidden page once a second
const LOAD_AHEAD_FRAMES = 15 * RATE_HZ; // fetched and decoded
// Nearer than this to now, a busy machine's audio thread may have gone past it.
const START_FRAMES = 2_205;
const CHANGE_FRAMES = 1_764;
const STOP_FRAMES = 882;

/** The studio's one output. */
export interface Output {
  /** To be called within a key press or click: browsers let no sound out otherwise. */
  unlock(): void;
  open(): { readonly context: AudioContext; readonly input: AudioNode };
}

interface Rig {
  readonly context: AudioContext;
  readonly master: GainNode;
  readonly analyser: AnalyserNode;
  readonly mix: Mix;
}

export type PlayStatus = "stopped" | "loading" | "playing";

export class LiveTimeline {
  readonly status = new Store<PlayStatus>("stopped");
  /** Where playing begins, and where the head stands while nothing plays. */
  readonly cursor = new Store(0);

  private rig: Rig | null = null;
  private course: Course | null = null;
  private readonly voices = new Map<string, Voice>();
  private timer: ReturnType<typeof setInterval> | null = null;
  private before: Arrangement;
  private turn = 0;
  private dirty = false;

  constructor(
    private readonly store: TimelineStore,
    private readonly sounds: TimelineSounds,
    private readonly output: Output,
  ) {
    this.before = store.now;
    store.arrangement.subscribe(() => { this.follow(); });
  }

  /** What leaves the mixer. */
  get analyser(): AnalyserNode | null {
    return this.rig?.analyser ?? null;
  }

  analyserOf(trackId: string): AnalyserNode | null {
    return this.rig?.mix.analyser(trackId) ?? null;
  }

  get active(): boolean {
    return this.status.get() !== "stopped";
  }

  /** The frame of the time line that is heard now; the cursor while nothing plays. */
  position(): number {
    if (!this.rig || !this.course) return this.cursor.get();
    const { context } = this.rig;
    const heard = Math.round((context.currentTime - (context.outputLatency || context.baseLatency || 0)) * RATE_HZ);
    return this.course.at(Math.max(heard, this.course.output));
  }

  /** Begins at the cursor, once the sounds that are heard first are there. */
  play(): void {
    if (this.active) return;
    const turn = ++this.turn;
    this.output.unlock();
    this.sounds.retry();
    this.status.set("loading");
    const rig = this.open();
    const from = this.cursor.get();
    const first = dueClips(this.store.now, new Course(0, from, this.store.now.loop), 0, AHEAD_FRAMES);
    void Promise.all([...new Set(first.map(({ clip }) => clip.assetId))].map((assetId) => this.sounds.load(assetId))).then(() => {
      if (turn !== this.turn) return;
      this.course = new Course(soon(rig.context, START_FRAMES), this.cursor.get(), this.store.now.loop);
      this.status.set("playing");
      this.timer = setInterval(() => { this.tick(); }, TICK_MS);
      this.tick();
    });
  }

  /** The head goes back to where it began. */
  stop(): void {
    this.turn++;
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    this.course = null;
    if (this.rig) this.release(soon(this.rig.context, STOP_FRAMES));
    this.status.set("stopped");
  }

  toggle(): void {
    if (this.active) this.stop();
    else this.play();
  }

  /** Moves the head; what plays goes on from there. */
  seek(frame: number): void {
    const to = Math.max(0, Math.round(frame));
    this.cursor.set(to);
    if (this.rig && this.course) this.steer(new Course(soon(this.rig.context, CHANGE_FRAMES), to, this.store.now.loop));
  }

  private open(): Rig {
    if (this.rig) return this.rig;
    const { context, input } = this.output.open();
    const master = new GainNode(context, { channelCount: 2, channelCountMode: "explicit" });
    const analyser = new AnalyserNode(context, { fftSize: 2048 });
    master.connect(analyser).connect(input);
    this.rig = { context, master, analyser, mix: new Mix(context, master, true) };
    this.rig.mix.follow(this.store.now.tracks);
    return this.rig;
  }

  private follow(): void {
    const { now } = this.store;
    const { before } = this;
    this.before = now;
    if (!this.rig || now === before) return;
    if (now.tracks !== before.tracks) this.rig.mix.follow(now.tracks);
    if (!this.course) return;
    if (now.loop !== before.loop) {
      const at = soon(this.rig.context, CHANGE_FRAMES);
      this.steer(new Course(at, this.course.at(at), now.loop));
    } else if (now.tracks !== before.tracks) this.replan();
  }

  /** From where the new course begins, everything is planned anew; a clip that goes on as before is not touched. */
  private steer(course: Course): void {
    this.course = course;
    this.plan();
  }

  /** Many edits between two pictures are one. */
  private replan(): void {
    if (this.dirty) return;
    this.dirty = true;
    setTimeout(() => {
      this.dirty = false;
      this.plan();
    }, 16);
  }

  private tick(): void {
    const { course, rig } = this;
    if (!course || !rig) return;
    const now = this.store.now;
    if (!course.loops && this.position() >= arrangementEnd(now)) {
      this.stop();
      return;
    }
    this.plan();
    const from = Math.round(rig.context.currentTime * RATE_HZ);
    for (const { clip } of dueClips(now, course, from, from + LOAD_AHEAD_FRAMES)) this.bring(clip.assetId);
  }

  private plan(): void {
    const { rig, course } = this;
    if (!rig || !course) return;
    const now = soon(rig.context, CHANGE_FRAMES);
    const ahead = document.visibilityState === "hidden" ? AHEAD_HIDDEN_FRAMES : AHEAD_FRAMES;
    const wanted = new Map(dueClips(this.store.now, course, now, now + ahead).map((due) => [due.key, due]));
    for (const [key, voice] of this.voices) {
      const due = wanted.get(key);
      if (voice.over) this.voices.delete(key);
      else if (due && voice.fits(due)) voice.setGain(due.clip.gainDb);
      else if (voice.due.stop > now) {
        voice.release(Math.max(now, course.output));
        this.voices.delete(key);
      }
    }
    for (const due of wanted.values()) if (!this.voices.has(due.key)) this.sound(rig, course, due, now);
  }

  private sound(rig: Rig, course: Course, due: Due, now: number): void {
    const into = rig.mix.input(due.trackId);
    const buffer = this.sounds.get(due.clip.assetId);
    if (!into) return;
    if (!buffer) {
      this.bring(due.clip.assetId);
      return;
    }
    const late = due.start < now;
    const middle = due.skip > 0 && due.start === course.output; // playing begins inside of it
    this.voices.set(due.key, new Voice(rig.context, into, buffer, due, now, late || middle));
  }

  /** Fetches what is not there; what has come late is heard from then on. */
  private bring(assetId: string): void {
    if (this.sounds.get(assetId) || this.sounds.states.get().has(assetId)) return;
    void this.sounds.load(assetId).then((buffer) => {
      if (buffer) this.replan();
    });
  }

  private release(frame: number): void {
    for (const voice of this.voices.values()) voice.release(frame);
    this.voices.clear();
  }
}

const soon = (context: BaseAudioContext, ahead: number): number => Math.round(context.currentTime * RATE_HZ) + ahead;
