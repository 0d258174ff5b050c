/** The stock sounds and shared kicks that the studio offers, and where each of them lies. */

import { Store } from "@/lib/store";
import type { KickRef, Layer } from "./state";

export interface StockSound {
  readonly name: string;
  readonly url: string;
  readonly durationS: number;
  readonly description: string;
}

/** A kick that the admin shares with everybody; its address is signed and expires. */
export interface SharedKick {
  readonly id: string;
  readonly name: string;
  readonly audioUrl: string;
  readonly durationS: number;
}

export interface SoundCatalog {
  readonly kicks: readonly StockSound[];
  readonly noises: readonly StockSound[];
  readonly reverbs: readonly StockSound[];
  readonly sharedKicks: readonly SharedKick[];
}

export class RackSounds {
  /** null: not known yet. */
  readonly catalog = new Store<SoundCatalog | null>(null);

  setCatalog(catalog: SoundCatalog): void {
    this.catalog.set(catalog);
  }

  /** Where a sound is fetched: a kick by its reference, the others by name. null: there is no such sound, or nobody knows yet. */
  url(layer: Layer, ref: KickRef | string): string | null {
    if (typeof ref !== "string" && ref.kind === "ai") return ref.url;
    const name = typeof ref === "string" ? ref : ref.name;
    const catalog = this.catalog.get();
    if (!catalog) return null;
    const sounds = { kick: catalog.kicks, noise: catalog.noises, reverb: catalog.reverbs }[layer];
    return sounds.find((sound) => sound.name === name)?.url ?? null;
  }
}
