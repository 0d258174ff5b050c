/** What a hand does in the lanes: choose, move, trim, fade, draw a frame around clips. One gesture is one step to undo. */

import { trimEnd, trimStart, withFadeIn, withFadeOut } from "@/core/timeline/clips";
import { changeClips, findClip, moveClips } from "@/core/timeline/edits";
import { snapped, spokenPlace } from "@/core/timeline/grid";
import { hitOf, type Hit, type Part } from "@/core/timeline/hit";
import { endOf, framesOf, type Arrangement } from "@/core/timeline/types";
import type { Commands } from "./commands";

/** Where the lanes are on the screen. */
export interface Ground {
  /** The frame under a place on the screen. */
  frameAt(clientX: number): number;
  /** The row, and how far below its top; not bounded. */
  rowAt(clientY: number): { row: number; y_px: number };
  readonly laneHeight_px: number;
  /** Draws the frame around clips while it is drawn; null: none. In frames and rows. */
  marquee(area: { from: number; to: number; first: number; last: number } | null): void;
}

interface Held {
  readonly pointer: number;
  readonly x: number;
  readonly y: number;
  readonly frame: number;
  readonly row: number;
  readonly hit: Hit | null;
  readonly before: Arrangement;
  readonly add: boolean;
  /** Pressing it has chosen it already. */
  readonly settled: boolean;
  moving: boolean;
}

type Pointer = Pick<PointerEvent, "pointerId" | "pointerType" | "clientX" | "clientY" | "altKey" | "shiftKey" | "ctrlKey" | "metaKey" | "button">;

const STILL_PX = 4;
const REACH_PX = 8;
const TOUCH_REACH_PX = 16;
const GESTURE = "drag";
const WORDS: Record<Part, string> = { body: "Move", start: "Trim", end: "Trim", "fade-in": "Fade in", "fade-out": "Fade out" };
export const CURSORS: Record<Part, string> = { body: "grab", start: "ew-resize", end: "ew-resize", "fade-in": "col-resize", "fade-out": "col-resize" };

export class Gestures {
  private held: Held | null = null;
  private last: Pointer | null = null;

  constructor(
    private readonly commands: Commands,
    private readonly ground: Ground,
  ) {}

  get active(): boolean {
    return this.held !== null;
  }

  hit({ clientX, clientY, pointerType }: Pick<Pointer, "clientX" | "clientY" | "pointerType">): Hit | null {
    const { row, y_px } = this.ground.rowAt(clientY);
    const track = this.commands.store.now.tracks[row];
    if (!track) return null;
    const scale = {
      framesPerPx: this.commands.view.framesPerPx,
      height_px: this.ground.laneHeight_px,
      reach_px: pointerType === "touch" ? TOUCH_REACH_PX : REACH_PX,
    };
    return hitOf(track, this.ground.frameAt(clientX), y_px, scale, (id) => this.commands.chosen.has(id));
  }

  /** True: the pointer is held from here on. */
  down(event: Pointer): boolean {
    if (event.button !== 0 || this.held) return false;
    const { commands, ground } = this;
    const hit = this.hit(event);
    const add = event.shiftKey || event.ctrlKey || event.metaKey;
    if (hit && !commands.chosen.has(hit.clip.id)) {
      if (event.pointerType === "touch") {
        // A finger that moves scrolls; it takes hold of what is chosen already.
        this.held = this.take(event, null, add);
        return true;
      }
      if (add) commands.toggle(hit.clip.id);
      else commands.choose([hit.clip.id]);
      this.held = this.take(event, hit, add, true);
    } else this.held = this.take(event, hit, add);
    if (this.held.hit) commands.store.beginGesture();
    const { row } = ground.rowAt(event.clientY);
    commands.view.trackId.set(commands.store.now.tracks[row]?.id ?? commands.view.trackId.get());
    return true;
  }

  move(event: Pointer): void {
    const { held } = this;
    if (held?.pointer !== event.pointerId) return;
    if (!held.moving && Math.hypot(event.clientX - held.x, event.clientY - held.y) < STILL_PX) return;
    held.moving = true;
    this.last = event;
    if (held.hit) this.drag(held, held.hit, event);
    else if (event.pointerType !== "touch") this.frame(held, event);
  }

  /** The lanes were scrolled under the pointer. */
  scrolled(): void {
    if (this.last && this.held?.moving) this.move(this.last);
  }

  /** Whether something is being dragged by now. */
  get dragging(): boolean {
    return this.held?.moving === true;
  }

  up(event: Pointer): void {
    const { held } = this;
    if (held?.pointer !== event.pointerId) return;
    this.held = null;
    this.ground.marquee(null);
    if (held.hit) this.commands.store.endGesture();
    if (!held.moving) this.click(held, event);
  }

  /** Esc, or the system took the pointer away. */
  cancel(): void {
    const { held } = this;
    this.held = null;
    this.ground.marquee(null);
    if (held?.hit) this.commands.store.abandonGesture(GESTURE);
  }

  private take({ pointerId, clientX, clientY }: Pointer, hit: Hit | null, add: boolean, settled = false): Held {
    const { row } = this.ground.rowAt(clientY);
    return { pointer: pointerId, x: clientX, y: clientY, frame: this.ground.frameAt(clientX), row, hit, before: this.commands.store.now, add, settled, moving: false };
  }

  private click({ add, frame, before, settled }: Held, event: Pointer): void {
    const { commands } = this;
    if (settled) return;
    const hit = this.hit(event);
    if (hit) {
      if (add) commands.toggle(hit.clip.id);
      else commands.choose([hit.clip.id]);
      return;
    }
    if (!add) commands.store.select([]);
    if (!commands.live.active) commands.live.seek(snapped(frame, commands.view.snap.get(), before));
  }

  private drag(held: Held, { clip, part }: Hit, event: Pointer): void {
    const { commands, ground } = this;
    const { view, store } = commands;
    const snap = event.altKey || event.shiftKey ? "off" : view.snap.get();
    const by = ground.frameAt(event.clientX) - held.frame;
    const edge = (frame: number) => snapped(frame + by, snap, held.before);
    store.edit(
      WORDS[part],
      () => {
        const one = new Set([clip.id]);
        if (part === "body") {
          const rows = ground.rowAt(event.clientY).row - held.row;
          return moveClips(held.before, commands.chosen, edge(clip.startFrames) - clip.startFrames, rows);
        }
        if (part === "start") return changeClips(held.before, one, (each) => trimStart(each, edge(each.startFrames)));
        if (part === "end") return changeClips(held.before, one, (each) => trimEnd(each, edge(endOf(each)), this.soundFrames(each.assetId)));
        const at = ground.frameAt(event.clientX);
        const fade = (frames: number) => (Math.abs(frames) < 3 * view.framesPerPx ? 0 : frames);
        if (part === "fade-in") return changeClips(held.before, one, (each) => withFadeIn(each, fade(at - each.startFrames)));
        return changeClips(held.before, one, (each) => withFadeOut(each, fade(endOf(each) - at)));
      },
      GESTURE,
    );
    const now = findClip(store.now, clip.id);
    if (now) view.say(`${WORDS[part]}: ${spokenPlace(part === "end" ? endOf(now.clip) : now.clip.startFrames, store.now)}`);
  }

  private frame(held: Held, event: Pointer): void {
    const at = this.ground.frameAt(event.clientX);
    const { row } = this.ground.rowAt(event.clientY);
    const area = { from: Math.min(held.frame, at), to: Math.max(held.frame, at), first: Math.min(held.row, row), last: Math.max(held.row, row) };
    this.ground.marquee(area);
    const inside = held.before.tracks
      .slice(Math.max(0, area.first), Math.max(0, area.last + 1))
      .flatMap(({ clips }) => clips.filter((clip) => clip.startFrames < area.to && endOf(clip) > area.from).map(({ id }) => id));
    this.commands.choose(inside);
  }

  /** How long a sound is; where that is not known, clips of it do not grow. */
  private soundFrames(assetId: string): number {
    const asset = this.commands.store.assets.get()[assetId];
    return asset && !asset.missing ? framesOf(asset) : 0;
  }
}
