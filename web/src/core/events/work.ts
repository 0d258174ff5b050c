/** The running work that a page knows of, and what became of it. */

import { Store } from "@/lib/store";
import type { Job, JobStatus } from "../api/types";

export const isOver = (status: JobStatus): boolean => status === "completed" || status === "failed" || status === "cancelled";

/** Kinds of work in the words of the screen. */
const KINDS: Record<string, string> = { "kick.generate": "Kick", "rack.bounce": "Loop", "track.generate": "Track" };

export const workTitle = (job: Job): string => job.title || KINDS[job.kind] || "Work";

/** What is happening, in words. */
export function workStep(job: Job): string {
  if (job.status === "queued") {
    const ahead = Math.max(0, (job.position ?? 1) - 1);
    return ahead === 0 ? "Next in line" : `${ahead} before it in line`;
  }
  if (job.status === "completed") return "Done";
  if (job.status === "cancelled") return "Stopped";
  if (job.status === "failed") return job.error?.message ?? "It failed";
  return job.step || "Starting";
}

/** Jobs by id, newest first when listed; those that are over stay until they are dismissed. */
export class WorkStore {
  readonly jobs = new Store<ReadonlyMap<string, Job>>(new Map());
  private readonly settled = new Set<(job: Job) => void>();
  /** How jobs ended, also those that were dismissed: an older answer about one of them may still come. */
  private readonly ended = new Map<string, Job>();

  /** Calls back once for every job that ends while this page watches. */
  onSettled(listener: (job: Job) => void): () => void {
    this.settled.add(listener);
    return () => {
      this.settled.delete(listener);
    };
  }

  apply(job: Job): void {
    if (this.ended.has(job.id)) return; // an older event that came late
    this.put(job);
    if (!isOver(job.status)) return;
    this.ended.set(job.id, job);
    this.tell(job);
  }

  /** Resolves with the job once it is over, which it may have been already: its end may come before the answer that names it. */
  over(id: string): Promise<Job> {
    const end = this.ended.get(id);
    if (end) return Promise.resolve(end);
    return new Promise((resolve) => {
      const leave = this.onSettled((job) => {
        if (job.id !== id) return;
        leave();
        resolve(job);
      });
    });
  }

  /** All active jobs as the server sees them; ones we thought active and that are missing have ended unseen. */
  snapshot(active: Job[]): Job[] {
    const present = new Set(active.map((job) => job.id));
    for (const job of active) this.apply(job);
    return [...this.jobs.get().values()].filter((job) => !isOver(job.status) && !present.has(job.id));
  }

  dismiss(id: string): void {
    this.jobs.update((jobs) => {
      const rest = new Map(jobs);
      rest.delete(id);
      return rest;
    });
  }

  clear(): void {
    this.ended.clear();
    this.jobs.set(new Map());
  }

  private put(job: Job): void {
    this.jobs.update((jobs) => new Map(jobs).set(job.id, job));
  }

  private tell(job: Job): void {
    for (const listener of [...this.settled]) listener(job);
  }
}
