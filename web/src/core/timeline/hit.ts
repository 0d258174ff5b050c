/** What of a clip a pointer is on. */

import { clamp } from "@/lib/numbers";
import { endOf, type Clip, type Track } from "./types";

export type Part = "body" | "start" | "end" | "fade-in" | "fade-out";

export interface Hit {
  readonly clip: Clip;
  readonly part: Part;
}

/** How the lane is shown. */
export interface Scale {
  readonly framesPerPx: number;
  /** px of the lane; the upper part takes hold of the fades. */
  readonly height_px: number;
  /** How near to an edge is on it. */
  readonly reach_px: number;
}

const FADE_ZONE = 0.36;
const ROOM_PX = 28; // narrower clips have no handles but their edges

/** The uppermost clip under a place: `y_px` from the top of the lane. Selected clips lie above the others. */
export function hitOf({ clips }: Pick<Track, "clips">, frame: number, y_px: number, { framesPerPx, height_px, reach_px }: Scale, isSelected: (id: string) => boolean): Hit | null {
  const reach = reach_px * framesPerPx;
  const under = clips.filter((clip) => frame >= clip.startFrames && frame < endOf(clip));
  const near = under.length > 0 ? under : clips.filter((clip) => frame >= clip.startFrames - reach / 2 && frame < endOf(clip) + reach / 2);
  const clip = near.findLast(({ id }) => isSelected(id)) ?? near.at(-1);
  return clip ? { clip, part: partOf(clip, frame, y_px, { framesPerPx, height_px, reach_px }) } : null;
}

function partOf(clip: Clip, frame: number, y_px: number, { framesPerPx, height_px, reach_px }: Scale): Part {
  const width_px = clip.lengthFrames / framesPerPx;
  const at_px = (frame - clip.startFrames) / framesPerPx;
  const edge_px = clamp(width_px / 4, 2, reach_px);
  if (y_px < height_px * FADE_ZONE && width_px >= ROOM_PX) {
    const in_px = clip.fadeInFrames / framesPerPx;
    const out_px = width_px - clip.fadeOutFrames / framesPerPx;
    if (Math.abs(at_px - Math.max(in_px, reach_px / 2)) <= reach_px / 2 + 1) return "fade-in";
    if (Math.abs(at_px - Math.min(out_px, width_px - reach_px / 2)) <= reach_px / 2 + 1) return "fade-out";
  }
  if (at_px <= edge_px) return "start";
  if (at_px >= width_px - edge_px) return "end";
  return "body";
}
