/** Making a kick, from any page: the request, the waiting, what is left of the limits, and what runs now. */

import { useQuery } from "@tanstack/react-query";
import { ALL_KICKS } from "@/core/api/endpoints";
import { ApiFailure } from "@/core/api/failure";
import type { Job, Kick, KickAllowance, KickPage, KickRequest } from "@/core/api/types";
import { isOver, type WorkStore } from "@/core/events/work";
import { useStore } from "@/ui/hooks";
import { ended, useStop } from "./running";
import { keys, useStudio, type Studio } from "./studio";

/** The kick, or null when somebody stopped it. Throws what stood in the way. */
export async function makeKick({ calls, work, deletions, queries, kicksChanged }: Studio, request: KickRequest): Promise<Kick | null> {
  try {
    await deletions.flush(); // what was deleted no longer takes up room
    const answer = await calls.kickGenerate(request, requestKey());
    const kick = answer.done ? answer.kick : await finished(answer.job, work, calls.kick, calls.job);
    if (kick === null) return null;
    if (answer.done) {
      const { remainingGensToday, totalGensCount } = answer.kick;
      queries.setQueryData<KickPage>(keys.allowance, (page) => (page ? { ...page, remainingGensToday, totalGensCount } : page));
    }
    queries.setQueryData<Kick>(keys.kick(kick.id), kick);
    kicksChanged();
    return kick;
  } catch (problem) {
    void queries.invalidateQueries({ queryKey: keys.allowance });
    if (problem instanceof ApiFailure && problem.code.includes("cancelled")) return null;
    throw problem;
  }
}

/** A name for one request. */
const requestKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The kick that running work becomes; null when it was stopped. Live events tell its end, and a look now and then. */
async function finished(
  job: Job,
  work: WorkStore,
  kickOf: (id: string) => Promise<Kick>,
  jobOf: (id: string) => Promise<Job>,
): Promise<Kick | null> {
  const end = await ended(job, work, jobOf);
  if (end.status === "cancelled") return null;
  const id = (end.result as { kickId?: unknown } | null)?.kickId;
  if (end.status === "failed" || typeof id !== "string") {
    throw new ApiFailure(end.error?.code ?? "failed", end.error?.message ?? "The kick could not be made. Try it again.", 500);
  }
  return kickOf(id);
}

/** Limits, and the newest kick: one small call. */
export function useAllowance(): { allowance: KickAllowance | null; newest: Kick | null; ready: boolean } {
  const { calls, deletions } = useStudio();
  const leaving = useStore(deletions.unsettled).size;
  const { data } = useQuery({
    queryKey: keys.allowance,
    queryFn: () => calls.kicks(ALL_KICKS, 1, 0),
    refetchOnWindowFocus: true,
  });
  const allowance = data ? { ...data, totalGensCount: Math.max(0, data.totalGensCount - leaving) } : null;
  return { allowance, newest: data?.kicks[0] ?? null, ready: data !== undefined };
}

/** The kick that is being made now, if the live events have told of it, and the way to stop it. */
export function useKickWork(): { job: Job; stop(): void } | null {
  const { work } = useStudio();
  const stop = useStop();
  const jobs = useStore(work.jobs);
  const job = [...jobs.values()].filter(({ kind, status }) => kind.startsWith("kick.") && !isOver(status)).at(-1);
  if (!job) return null;
  return { job, stop: () => { stop(job); } };
}
