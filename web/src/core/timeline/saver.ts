/** Saves what is edited, by itself: a moment after the last edit, again and again while the server is away, never over somebody else's work. */

import { backoff_ms } from "@/lib/backoff";
import { Store } from "@/lib/store";
import { ApiFailure } from "../api/failure";
import type { Arrangement } from "./types";

export type SaveState =
  | { readonly status: "saved" }
  | { readonly status: "unsaved" }
  | { readonly status: "saving" }
  /** Not saved, and tried again by itself. */
  | { readonly status: "offline" }
  /** It was changed elsewhere: somebody has to choose. */
  | { readonly status: "conflict" }
  /** It was deleted elsewhere. */
  | { readonly status: "gone" }
  /** The server does not take it as it is; the next edit tries again. */
  | { readonly status: "refused"; readonly message: string };

export interface SaverParts {
  /** Gives the version that it has now. `leaving`: the page closes. */
  send(id: string, version: number, arrangement: Arrangement, leaving: boolean): Promise<number>;
  after_ms(delay_ms: number, task: () => void): () => void;
  random(): number;
}

const STILL_MS = 700;
const LATEST_MS = 4_000; // whoever edits without a pause is saved this often
const RETRY = { first_ms: 1_000, most_ms: 20_000 };

interface Open {
  readonly id: string;
  version: number;
  saved: Arrangement;
  now: Arrangement;
}

export class Saver {
  readonly state = new Store<SaveState>({ status: "saved" });
  private open: Open | null = null;
  private sending: Promise<void> | null = null;
  private stop: (() => void) | null = null;
  private failures = 0;
  private waits = false;
  private stopLatest: (() => void) | null = null;

  constructor(private readonly parts: SaverParts) {}

  get version(): number | null {
    return this.open?.version ?? null;
  }

  /** Whether something is only on this page. */
  get dirty(): boolean {
    return this.open !== null && this.open.now !== this.open.saved;
  }

  /** Follows this one from now on; what was open before should have been flushed. */
  start(id: string, version: number, arrangement: Arrangement): void {
    this.close();
    this.open = { id, version, saved: arrangement, now: arrangement };
  }

  close(): void {
    this.cancelTimers();
    this.open = null;
    this.sending = null;
    this.failures = 0;
    this.state.set({ status: "saved" });
  }

  changed(arrangement: Arrangement): void {
    const { open } = this;
    if (!open || arrangement === open.now) return;
    open.now = arrangement;
    const { status } = this.state.get();
    if (status === "conflict" || status === "gone") return;
    if (!this.dirty && !this.sending) {
      this.cancelTimers();
      this.state.set({ status: "saved" }); // undone before it was sent
      return;
    }
    if (status === "offline") return; // it is tried again anyway
    if (status !== "saving") this.state.set({ status: "unsaved" });
    this.wait(STILL_MS);
    this.stopLatest ??= this.parts.after_ms(LATEST_MS, () => { this.go(); });
  }

  /** Now, as after the connection has come back. */
  hurry(): void {
    if (this.state.get().status === "offline") this.go();
  }

  /** Sends what is not saved, and waits for it. `leaving`: the page closes, and nobody will wait. */
  async flush(leaving = false): Promise<void> {
    if (leaving) {
      const { open } = this;
      if (open && this.dirty && !this.blocked()) void this.parts.send(open.id, open.version, open.now, true).catch(() => undefined);
      return;
    }
    await this.sending;
    if (this.dirty && !this.blocked()) {
      this.go();
      await this.sending;
    }
  }

  private blocked(): boolean {
    const { status } = this.state.get();
    return status === "conflict" || status === "gone";
  }

  private cancelTimers(): void {
    this.stop?.();
    this.stop = null;
    this.stopLatest?.();
    this.stopLatest = null;
    this.waits = false;
  }

  private wait(delay_ms: number): void {
    this.stop?.();
    this.stop = this.parts.after_ms(delay_ms, () => { this.go(); });
  }

  private go(): void {
    this.cancelTimers();
    const { open } = this;
    if (!open || !this.dirty) return;
    if (this.sending) {
      this.waits = true;
      return;
    }
    const sent = open.now;
    this.state.set({ status: "saving" });
    const sending = this.parts
      .send(open.id, open.version, sent, false)
      .then(
        (version) => {
          if (this.open !== open) return;
          open.version = version;
          open.saved = sent;
          this.failures = 0;
          this.state.set(this.dirty ? { status: "unsaved" } : { status: "saved" });
          if (this.dirty) this.wait(this.waits ? 0 : STILL_MS);
        },
        (failure: unknown) => {
          if (this.open === open) this.failed(failure);
        },
      )
      .finally(() => {
        if (this.sending === sending) this.sending = null;
      });
    this.sending = sending;
  }

  private failed(failure: unknown): void {
    const status = failure instanceof ApiFailure ? failure.status : 0;
    if (failure instanceof ApiFailure && failure.code === "version_conflict") this.state.set({ status: "conflict" });
    else if (status === 404) this.state.set({ status: "gone" });
    else if (failure instanceof ApiFailure && status >= 400 && status < 500 && status !== 401 && status !== 429) {
      this.state.set({ status: "refused", message: failure.message });
    } else {
      this.state.set({ status: "offline" });
      const told_ms = failure instanceof ApiFailure && failure.retryAfter_s !== null ? failure.retryAfter_s * 1000 : 0;
      this.wait(Math.max(told_ms, backoff_ms(++this.failures, RETRY, () => this.parts.random())));
    }
  }
}
