/** Sounds of the rack, fetched and decoded once. */

import type { KickRef, Layer, Patch } from "@/core/rack/state";
import { decoded, DecodedSounds } from "../decoded";

const CACHE_SECONDS = 400; // about 70 MB

/** Where sounds lie. */
export interface Addresses {
  /** Whether the studio has said yet what there is. */
  known(): boolean;
  /** null: there is no such sound. */
  url(layer: Layer, sound: KickRef | string): string | null;
}

export interface Wanted {
  readonly layer: Layer;
  readonly name: string;
  /** Stays the same when a signed address is renewed. */
  readonly key: string;
  readonly url: string;
}

export class SoundMissing extends Error {
  override readonly name = "SoundMissing";

  constructor(readonly sound: string) {
    super(`“${sound}” could not be loaded. Check the connection and try again, or choose another sound.`);
  }
}

export class Samples {
  private readonly decoded = new DecodedSounds(CACHE_SECONDS);

  constructor(private readonly addresses: Addresses) {}

  /** null while nobody knows what there is. Raises SoundMissing for what there is not. */
  wanted(layer: Layer, patch: Patch): Wanted | null {
    const sound = patch[layer];
    const name = typeof sound === "string" ? sound : sound.name;
    if (!this.addresses.known() || name === "") return null;
    const url = this.addresses.url(layer, sound);
    if (url === null) throw new SoundMissing(name);
    return { layer, name, url, key: typeof sound !== "string" && sound.kind === "ai" ? `ai ${sound.id}` : `${layer} ${name}` };
  }

  /** Raises SoundMissing. */
  load(wanted: Wanted): Promise<AudioBuffer> {
    return this.decoded.load(wanted.key, () => fetched(wanted));
  }
}

async function fetched({ name, url }: Wanted): Promise<AudioBuffer> {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new SoundMissing(name);
    return await decoded(await response.arrayBuffer());
  } catch {
    throw new SoundMissing(name);
  }
}
