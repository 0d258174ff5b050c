/** The sounds of an arrangement, fetched and decoded once, for as long as there is room; which of them cannot be had. */

import { Store } from "@/lib/store";
import { decoded, DecodedSounds } from "../decoded";

const CACHE_SECONDS = 2_400; // of one channel: about 420 MB

export type SoundState = "loading" | "failed";

export interface SoundAddresses {
  /** null: there is no such sound. */
  url(assetId: string): string | null;
  /** Asks for fresh addresses: they expire. */
  renew(): Promise<void>;
}

export class TimelineSounds {
  /** Of those that are not simply there. */
  readonly states = new Store<ReadonlyMap<string, SoundState>>(new Map());
  private readonly decoded = new DecodedSounds(CACHE_SECONDS);
  private renewing: Promise<void> | null = null;

  constructor(private readonly addresses: SoundAddresses) {}

  get(assetId: string): AudioBuffer | undefined {
    return this.decoded.get(assetId);
  }

  /** The sound, or null where it cannot be had. A failure stays until `retry`. */
  async load(assetId: string): Promise<AudioBuffer | null> {
    const there = this.decoded.get(assetId);
    if (there) return there;
    if (this.states.get().get(assetId) === "failed") return null;
    this.mark(assetId, "loading");
    try {
      const buffer = await this.decoded.load(assetId, () => this.fetched(assetId));
      this.mark(assetId, null);
      return buffer;
    } catch {
      this.mark(assetId, "failed");
      return null;
    }
  }

  /** What failed may be tried again. */
  retry(): void {
    this.states.update((states) => new Map([...states].filter(([, state]) => state !== "failed")));
  }

  private async fetched(assetId: string): Promise<AudioBuffer> {
    let response = await this.ask(assetId);
    if (!response?.ok) {
      this.renewing ??= this.addresses.renew().finally(() => {
        this.renewing = null;
      });
      await this.renewing;
      response = await this.ask(assetId);
    }
    if (!response?.ok) throw new Error("This sound could not be loaded.");
    return decoded(await response.arrayBuffer());
  }

  private async ask(assetId: string): Promise<Response | null> {
    const url = this.addresses.url(assetId);
    return url === null ? null : fetch(url);
  }

  private mark(assetId: string, state: SoundState | null): void {
    if ((this.states.get().get(assetId) ?? null) === state) return;
    this.states.update((states) => {
      const next = new Map(states);
      if (state === null) next.delete(assetId);
      else next.set(assetId, state);
      return next;
    });
  }
}
