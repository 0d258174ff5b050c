/** How the timeline is looked at: zoom, scroll, snap, and the clip that the keyboard is at. Not part of the project. */

import type { Placeable } from "@/core/timeline/placing";
import { RATE_HZ } from "@/core/timeline/types";
import { SNAPS, type Snap } from "@/core/timeline/grid";
import { clamp } from "@/lib/numbers";
import { Store } from "@/lib/store";
import { RULER_PX } from "./frames";

export const ZOOM = { low: 0.25, high: 3_000, start: 60 } as const; // px a second
const WIDTH_MAX_PX = 12_000_000; // browsers lay out nothing wider
const SNAP_KEY = "klangwerk-timeline-snap";

export interface Window_px {
  /** How far the lanes are scrolled. */
  readonly left: number;
  readonly width: number;
}

export class View {
  readonly zoom = new Store<number>(ZOOM.start);
  readonly window = new Store<Window_px>({ left: 0, width: 0 });
  readonly snap: Store<Snap>;
  /** The clip that arrow keys move and the screen reader is at. */
  readonly focused = new Store<string | null>(null);
  /** What a screen reader says next. */
  readonly said = new Store("");
  /** The track that is looked at: hot-keys mute and solo it, and pasted clips go there. */
  readonly trackId = new Store<string | null>(null);
  /** Raised when the clip that the keyboard is at should come into sight. */
  readonly reveal = new Store(0);
  private following = true;
  private held: Placeable | null = null;
  private board: { readonly scroller: HTMLElement; readonly lanes: HTMLElement } | null = null;
  /** Set with the zoom; where the lanes are to be scrolled to once they have their new width. */
  private pending_px: number | null = null;

  constructor() {
    const kept = localStorage.getItem(SNAP_KEY) as Snap | null;
    this.snap = new Store<Snap>(kept !== null && SNAPS.includes(kept) ? kept : "beat");
    this.snap.subscribe(() => { localStorage.setItem(SNAP_KEY, this.snap.get()); });
  }

  /** Whether the lanes scroll along with the playhead. */
  get follows(): boolean {
    return this.following;
  }

  follow(on: boolean): void {
    this.following = on;
  }

  /** The sound that is being dragged in. */
  get dragged(): Placeable | null {
    return this.held;
  }

  drag(sound: Placeable | null): void {
    this.held = sound;
  }

  /** The elements that scroll, and in which the lanes lie; null: they are gone. */
  attach(board: { readonly scroller: HTMLElement; readonly lanes: HTMLElement } | null): void {
    this.board = board;
  }

  /** Of the lanes on the screen. Their heads stand left of their first frame. */
  lanesAt(): { left: number; top: number } {
    const box = this.board?.lanes.getBoundingClientRect();
    return { left: (box?.left ?? 0) + this.headWidth(), top: box?.top ?? 0 };
  }

  /** The board's element, and where what scrolls in it comes into sight. */
  edges(): { element: HTMLElement; left: number; top: number } | null {
    if (!this.board) return null;
    const box = this.board.scroller.getBoundingClientRect();
    return { element: this.board.scroller, left: box.left + this.headWidth(), top: box.top + RULER_PX };
  }

  /** Reads what is in sight. */
  look(): void {
    const element = this.board?.scroller;
    if (!element) return;
    const left = element.scrollLeft;
    const width = Math.max(0, element.clientWidth - this.headWidth());
    this.window.update((old) => (old.left === left && old.width === width ? old : { left, width }));
  }

  scrollTo(left_px: number): void {
    this.board?.scroller.scrollTo({ left: Math.max(0, left_px), behavior: "instant" });
    this.look();
  }

  /** After a zoom, once the lanes have their new width. */
  settle(): void {
    const left_px = this.pending_px;
    this.pending_px = null;
    if (left_px !== null) this.scrollTo(left_px);
  }

  private headWidth(): number {
    return this.board ? Number.parseFloat(getComputedStyle(this.board.scroller).getPropertyValue("--head")) || 0 : 0;
  }

  get framesPerPx(): number {
    return RATE_HZ / this.zoom.get();
  }

  /** px from the beginning of the lanes. */
  x(frame: number): number {
    return frame / this.framesPerPx;
  }

  frame(x_px: number): number {
    return x_px * this.framesPerPx;
  }

  /** Zooms so that a frame stays where it is on the screen; by default what is in the middle. */
  zoomTo(pxPerSecond: number, lengthFrames: number, anchor?: number): void {
    const { left, width } = this.window.get();
    const frame = anchor ?? this.frame(left + width / 2);
    const at_px = this.x(frame) - left;
    const most = Math.min(ZOOM.high, (WIDTH_MAX_PX * RATE_HZ) / Math.max(1, lengthFrames));
    const zoom = clamp(pxPerSecond, ZOOM.low, most);
    this.pending_px = Math.max(0, (frame * zoom) / RATE_HZ - at_px);
    this.zoom.set(zoom);
  }

  /** All of it on the screen. */
  fit(endFrames: number): void {
    const { width } = this.window.get();
    this.pending_px = 0;
    this.zoom.set(clamp((0.94 * width * RATE_HZ) / Math.max(RATE_HZ, endFrames), ZOOM.low, ZOOM.high));
  }

  say(words: string): void {
    // The same words again are a change only if they differ a little.
    this.said.set(words === this.said.get() ? `${words}\u00a0` : words);
  }
}
