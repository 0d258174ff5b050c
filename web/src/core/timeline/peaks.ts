/** Outlines of sounds at any zoom: each level has half as many pairs as the one before, so that a picture never reads many. */

import { decodePeaks, type Peaks } from "../kicks/peaks";
import { LruCache } from "@/lib/lru";

export interface Outline {
  /** Finest first. */
  readonly levels: readonly Peaks[];
}

const KEPT = 256;
const COARSEST = 16;

export function outlineOf(finest: Peaks): Outline {
  const levels = [finest];
  for (let last = finest; last.low.length > COARSEST; ) {
    last = halved(last);
    levels.push(last);
  }
  return { levels };
}

function halved({ low, high }: Peaks): Peaks {
  const count = Math.ceil(low.length / 2);
  const lower = new Float32Array(count);
  const higher = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const second = Math.min(2 * i + 1, low.length - 1);
    lower[i] = Math.min(low[2 * i] ?? 0, low[second] ?? 0);
    higher[i] = Math.max(high[2 * i] ?? 0, high[second] ?? 0);
  }
  return { low: lower, high: higher };
}

/** The level that has about a pair for each of `columns` columns, of which the whole sound would have so many. */
export function levelFor({ levels }: Outline, columns: number): Peaks {
  const found = levels.findLast(({ low }) => low.length >= columns);
  return found ?? levels[0] ?? { low: new Float32Array(0), high: new Float32Array(0) };
}

/** Outlines of stored sounds, decoded once. */
export class Outlines {
  private readonly known = new LruCache<Outline>(KEPT);

  get(assetId: string, base64: string): Outline {
    const there = this.known.get(assetId);
    if (there) return there;
    const made = outlineOf(decodePeaks(base64));
    this.known.set(assetId, made, 1);
    return made;
  }
}
