/** What the rack is set to, and how that can be undone. The sound follows this store; so does the screen. */

import { Store } from "@/lib/store";
import { INITIAL_VALUES, PARAMETER_NAMES, settled, type ParameterName, type RackValues } from "./params";

export const LAYERS = ["kick", "noise", "reverb"] as const;
export type Layer = (typeof LAYERS)[number];

export type KickRef =
  | { readonly kind: "stock"; readonly name: string }
  | { readonly kind: "ai"; readonly id: string; readonly name: string; readonly url: string };

/** What a preset holds. */
export interface Patch {
  readonly values: RackValues;
  readonly kick: KickRef;
  readonly noise: string;
  readonly reverb: string;
}

export interface LoadedPreset {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isOwn: boolean;
  readonly patch: Patch;
}

export interface RackState {
  readonly patch: Patch;
  readonly preset: LoadedPreset | null;
  readonly muted: ReadonlySet<Layer>;
  readonly soloed: ReadonlySet<Layer>;
}

export interface Steps {
  /** What Undo would take back, in words; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export const sameKick = (a: KickRef, b: KickRef): boolean =>
  a.kind === "ai" ? b.kind === "ai" && a.id === b.id : b.kind === "stock" && a.name === b.name;

export const samePatch = (a: Patch, b: Patch): boolean =>
  sameKick(a.kick, b.kick) && a.noise === b.noise && a.reverb === b.reverb && PARAMETER_NAMES.every((name) => a.values[name] === b.values[name]);

/** Whether the knobs stand elsewhere than the loaded preset has them. */
export const isModified = ({ patch, preset }: RackState): boolean => preset !== null && !samePatch(patch, preset.patch);

/** Whether a layer is heard: not muted, and soloed if any is. */
export const isHeard = ({ muted, soloed }: Pick<RackState, "muted" | "soloed">, layer: Layer): boolean =>
  !muted.has(layer) && (soloed.size === 0 || soloed.has(layer));

interface Step {
  readonly state: RackState;
  readonly words: string;
}

const STEPS_MAX = 200;
const GESTURE_MS = 1_200; // presses of one key within this time are one thing to undo; so are taps of the slowest tempo

export class RackStore {
  readonly state: Store<RackState>;
  readonly steps = new Store<Steps>({ undo: null, redo: null });
  private past: Step[] = [];
  private future: Step[] = [];
  private gesture: { name: string; at_ms: number } | null = null;
  private held = 0; // knobs in somebody's hand, one to a finger

  constructor(
    first: Pick<Patch, "kick" | "noise" | "reverb">,
    private readonly now_ms: () => number = () => performance.now(),
  ) {
    this.state = new Store<RackState>({ patch: { ...first, values: INITIAL_VALUES }, preset: null, muted: new Set(), soloed: new Set() });
  }

  get patch(): Patch {
    return this.state.get().patch;
  }

  /** Changes numbers. Calls with the same `gesture` in quick succession (a key that repeats) are one step to undo. */
  set(values: Partial<RackValues>, words: string, gesture: string | null = null): void {
    const next: Record<ParameterName, number> = { ...this.patch.values };
    for (const name of PARAMETER_NAMES) {
      const value = values[name];
      if (value !== undefined && Number.isFinite(value)) next[name] = settled(name, value);
    }
    this.change({ patch: { ...this.patch, values: next } }, words, gesture);
  }

  choose(sounds: Partial<Pick<Patch, "kick" | "noise" | "reverb">>, words: string): void {
    this.change({ patch: { ...this.patch, ...sounds } }, words, null);
  }

  load(preset: LoadedPreset): void {
    this.change({ patch: preset.patch, preset }, `Load ${preset.name}`, null);
  }

  toggle(set: "muted" | "soloed", layer: Layer): void {
    const members = new Set(this.state.get()[set]);
    if (!members.delete(layer)) members.add(layer);
    this.change({ [set]: members }, `${set === "muted" ? "Mute" : "Solo"} ${layer}`, null);
  }

  /** A drag begins: until its end all changes that name a gesture are one step, however long the hand rests in between. */
  beginGesture(): void {
    if (this.held++ === 0) this.gesture = null;
  }

  /** A drag ended: the next change is a step of its own, however soon it comes. */
  endGesture(): void {
    this.held = Math.max(0, this.held - 1);
    if (this.held === 0) this.gesture = null;
  }

  undo(): void {
    this.travel(this.past, this.future);
  }

  redo(): void {
    this.travel(this.future, this.past);
  }

  /** The server has this preset as it is now; not a step, since it changes nothing that sounds. */
  saved(preset: LoadedPreset): void {
    this.everywhere((state) => (state.preset?.id === preset.id ? { ...state, preset } : state));
    this.state.update((state) => ({ ...state, preset }));
  }

  presetGone(id: string): void {
    this.everywhere((state) => (state.preset?.id === id ? { ...state, preset: null } : state));
  }

  /** An AI kick got another name or a fresh address, or is gone and another one takes its place. */
  kickChanged(id: string, now: KickRef): void {
    const patched = (patch: Patch): Patch => (patch.kick.kind === "ai" && patch.kick.id === id ? { ...patch, kick: now } : patch);
    this.everywhere((state) => ({
      ...state,
      patch: patched(state.patch),
      preset: state.preset && { ...state.preset, patch: patched(state.preset.patch) },
    }));
  }

  /** Somebody else is at the rack: nothing of before may come back. */
  forget(): void {
    this.past = [];
    this.future = [];
    this.gesture = null;
    this.state.update((state) => ({ ...state, preset: null }));
    this.tell();
  }

  private change(next: Partial<RackState>, words: string, gesture: string | null): void {
    const before = this.state.get();
    const after = { ...before, ...next };
    const now_ms = this.now_ms();
    const last = this.gesture;
    if (samePatch(before.patch, after.patch) && before.preset === after.preset && before.muted === after.muted && before.soloed === after.soloed) {
      if (last?.name === gesture) this.gesture = { ...last, at_ms: now_ms }; // it goes on all the same
      return;
    }
    const goesOn = gesture !== null && last !== null && (this.held > 0 || (last.name === gesture && now_ms - last.at_ms < GESTURE_MS));
    this.gesture = gesture === null ? null : { name: gesture, at_ms: now_ms };
    if (!goesOn) this.past = [...this.past, { state: before, words }].slice(-STEPS_MAX);
    this.future = [];
    this.state.set(after);
    this.tell();
  }

  private travel(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push({ state: this.state.get(), words: step.words });
    this.gesture = null;
    this.state.set(step.state);
    this.tell();
  }

  private everywhere(change: (state: RackState) => RackState): void {
    const onStep = (step: Step): Step => ({ ...step, state: change(step.state) });
    this.past = this.past.map(onStep);
    this.future = this.future.map(onStep);
    this.state.update(change);
  }

  private tell(): void {
    this.steps.set({ undo: this.past.at(-1)?.words ?? null, redo: this.future.at(-1)?.words ?? null });
  }
}
