/** Deleting with undo: the server deletes for good, so the call waits a few seconds in which it can be taken back. */

import { Store } from "@/lib/store";

export const UNDO_MS = 6_000;

export interface DeletionParts {
  send(id: string, leaving: boolean): Promise<void>;
  failed(id: string, failure: unknown): void;
  after_ms(delay_ms: number, task: () => void): () => void;
}

export class Deletions {
  /** What the page hides already, although the server may still have it. */
  readonly hidden = new Store<ReadonlySet<string>>(new Set());
  /** Those that the server still counts. */
  readonly unsettled = new Store<ReadonlySet<string>>(new Set());
  private readonly waiting = new Map<string, () => void>();
  private readonly sending = new Map<string, Promise<void>>();

  constructor(private readonly parts: DeletionParts) {}

  delete(id: string): void {
    if (this.waiting.has(id) || this.sending.has(id)) return;
    this.mark(this.hidden, id, true);
    this.mark(this.unsettled, id, true);
    this.waiting.set(
      id,
      this.parts.after_ms(UNDO_MS, () => void this.commit(id, false)),
    );
  }

  /** True when it was in time. */
  undo(id: string): boolean {
    const stop = this.waiting.get(id);
    if (!stop) return false;
    stop();
    this.waiting.delete(id);
    this.mark(this.hidden, id, false);
    this.mark(this.unsettled, id, false);
    return true;
  }

  /** Deletes what waits now, as before a request that needs the room, or when the page closes. */
  async flush(leaving = false): Promise<void> {
    for (const id of [...this.waiting.keys()]) void this.commit(id, leaving);
    await Promise.all(this.sending.values());
  }

  private commit(id: string, leaving: boolean): Promise<void> {
    this.waiting.get(id)?.();
    this.waiting.delete(id);
    const sent = this.parts
      .send(id, leaving)
      .catch((failure: unknown) => {
        this.mark(this.hidden, id, false);
        this.parts.failed(id, failure);
      })
      .finally(() => {
        this.sending.delete(id);
        this.mark(this.unsettled, id, false);
      });
    this.sending.set(id, sent);
    return sent;
  }

  private mark(store: Store<ReadonlySet<string>>, id: string, member: boolean): void {
    store.update((ids) => {
      const next = new Set(ids);
      if (member) next.add(id);
      else next.delete(id);
      return next;
    });
  }
}
