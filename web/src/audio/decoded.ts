/** Decoded sounds, kept for as long as there is room. Each is fetched once, however many ask for it meanwhile. */

import { RACK_RATE_HZ } from "@/core/rack/transport";
import { LruCache } from "@/lib/lru";

export class DecodedSounds {
  private readonly ready: LruCache<AudioBuffer>;
  private readonly running = new Map<string, Promise<AudioBuffer>>();

  /** `most_s`: seconds of sound that are kept; a stereo sound counts twice. */
  constructor(most_s: number) {
    this.ready = new LruCache(most_s);
  }

  get(key: string): AudioBuffer | undefined {
    return this.ready.get(key);
  }

  /** The sound of this key, from `make` if it is not there. A failure is not kept. */
  load(key: string, make: () => Promise<AudioBuffer>): Promise<AudioBuffer> {
    const there = this.ready.get(key);
    if (there) return Promise.resolve(there);
    const running = this.running.get(key);
    if (running) return running;
    const load = make()
      .then((buffer) => {
        this.ready.set(key, buffer, buffer.duration * buffer.numberOfChannels);
        return buffer;
      })
      .finally(() => this.running.delete(key));
    this.running.set(key, load);
    return load;
  }

  delete(key: string): void {
    this.ready.delete(key);
  }
}

/** A sound from its file. An offline context decodes without a key press or click before, unlike one that makes sound. */
export const decoded = (file: ArrayBuffer): Promise<AudioBuffer> => new OfflineAudioContext(1, 1, RACK_RATE_HZ).decodeAudioData(file);
