/** Running work on any page: how far it is, and stopping it. */

import { useCallback } from "react";
import { describeFailure } from "@/core/api/failure";
import type { Job } from "@/core/api/types";
import { workStep, type WorkStore } from "@/core/events/work";
import { formatWait_s } from "@/core/format";
import { Progress } from "@/ui/parts";
import { useStudio } from "./studio";

const LOOK_MS = 2_000;

/** Running work as it ended. Live events tell of it, and a look now and then. */
export async function ended(job: Job, work: WorkStore, jobOf: (id: string) => Promise<Job>): Promise<Job> {
  work.apply(job);
  const looking = setInterval(() => {
    jobOf(job.id).then(
      (seen) => {
        work.apply(seen);
      },
      () => undefined,
    );
  }, LOOK_MS);
  return work.over(job.id).finally(() => {
    clearInterval(looking);
  });
}

export function useStop(): (job: Job) => void {
  const { work, calls, toasts } = useStudio();
  return useCallback(
    (job) => {
      calls.jobCancel(job.id).then(
        (stopped) => { work.apply(stopped); },
        (failure: unknown) => { toasts.fail("It could not be stopped", describeFailure(failure, new Date()).body); },
      );
    },
    [work, calls, toasts],
  );
}

/** The real step, percentage and, where it is known, the time left. */
export function WorkProgress({ job, label }: { job: Job; label: string }) {
  const left = job.etaS === null ? "" : ` · ${formatWait_s(job.etaS)} left`;
  return <Progress label={label} percent={job.progress} words={workStep(job)} end={`${Math.round(job.progress)} %${left}`} />;
}
