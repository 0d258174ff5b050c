/** The arrangement that is open, what is chosen in it, and how edits can be undone. Sound and screen follow this store. */

import { Store } from "@/lib/store";
import type { Ids } from "./edits";
import { EMPTY_ARRANGEMENT, type Arrangement, type SoundAsset } from "./types";

export interface Steps {
  /** What Undo would take back, in words; null when there is nothing. */
  readonly undo: string | null;
  readonly redo: string | null;
}

export type Assets = Readonly<Record<string, SoundAsset>>;

interface Step {
  readonly arrangement: Arrangement;
  readonly words: string;
}

const STEPS_MAX = 200;
const GESTURE_MS = 1_200; // presses of one key within this time are one thing to undo
const NOBODY: Ids = new Set();

export class TimelineStore {
  readonly arrangement = new Store<Arrangement>(EMPTY_ARRANGEMENT);
  /** Sounds that clips are cut from; also those of clips that undo may bring back. */
  readonly assets = new Store<Assets>({});
  readonly selection = new Store<Ids>(NOBODY);
  readonly steps = new Store<Steps>({ undo: null, redo: null });
  private past: Step[] = [];
  private future: Step[] = [];
  private gesture: { name: string; at_ms: number } | null = null;
  private held = 0; // hands that drag

  constructor(private readonly now_ms: () => number = () => performance.now()) {}

  get now(): Arrangement {
    return this.arrangement.get();
  }

  /** Another arrangement: nothing of the one before may come back. */
  open(arrangement: Arrangement, assets: Assets): void {
    this.past = [];
    this.future = [];
    this.gesture = null;
    this.held = 0;
    this.assets.set(assets);
    this.selection.set(NOBODY);
    this.arrangement.set(arrangement);
    this.tell();
  }

  learn(assets: Assets): void {
    this.assets.update((known) => ({ ...known, ...assets }));
  }

  /** Edits. Calls with the same `gesture` in quick succession, or during one drag, are one step to undo. */
  edit(words: string, change: (arrangement: Arrangement) => Arrangement, gesture: string | null = null): void {
    const before = this.now;
    const after = change(before);
    const now_ms = this.now_ms();
    const last = this.gesture;
    if (after === before) {
      if (gesture !== null && last?.name === gesture) this.gesture = { ...last, at_ms: now_ms }; // it goes on all the same
      return;
    }
    const goesOn = gesture !== null && last?.name === gesture && (this.held > 0 || now_ms - last.at_ms < GESTURE_MS);
    this.gesture = gesture === null ? null : { name: gesture, at_ms: now_ms };
    if (!goesOn) this.past = [...this.past, { arrangement: before, words }].slice(-STEPS_MAX);
    this.future = [];
    this.arrangement.set(after);
    this.tell();
  }

  /** A drag begins: until its end all edits that name one gesture are one step, however long the hand rests in between. */
  beginGesture(): void {
    if (this.held++ === 0) this.gesture = null;
  }

  endGesture(): void {
    this.held = Math.max(0, this.held - 1);
    if (this.held > 0) return;
    if (this.gesture !== null && this.past.at(-1)?.arrangement === this.now) this.past.pop(); // back where it began
    this.gesture = null;
    this.tell();
  }

  /** Esc during a drag: as if it had never been. */
  abandonGesture(name: string): void {
    if (this.gesture?.name === name) this.arrangement.set(this.past.at(-1)?.arrangement ?? this.now);
    this.endGesture();
  }

  undo(): void {
    this.travel(this.past, this.future);
  }

  redo(): void {
    this.travel(this.future, this.past);
  }

  select(ids: Iterable<string>): void {
    const next = new Set(ids);
    const now = this.selection.get();
    if (next.size !== now.size || [...next].some((id) => !now.has(id))) this.selection.set(next);
  }

  private travel(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (!step) return;
    to.push({ arrangement: this.now, words: step.words });
    this.gesture = null;
    this.arrangement.set(step.arrangement);
    const there = new Set(step.arrangement.tracks.flatMap(({ clips }) => clips.map(({ id }) => id)));
    this.select([...this.selection.get()].filter((id) => there.has(id)));
    this.tell();
  }

  private tell(): void {
    this.steps.set({ undo: this.past.at(-1)?.words ?? null, redo: this.future.at(-1)?.words ?? null });
  }
}
