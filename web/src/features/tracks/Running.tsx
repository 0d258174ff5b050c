/** The tracks that are being made: how far each is, and stopping it; and those that could not be made. */

import { isOver } from "@/core/events/work";
import type { Job } from "@/core/api/types";
import { Button } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import { NoticeBox, Progress } from "@/ui/parts";
import { useStop, WorkProgress } from "../running";
import { useStudio } from "../studio";
import styles from "./running.module.css";
import { TRACK_WORK, type TrackMaker } from "./useTrackMaker";

export function Running({ maker }: { maker: TrackMaker }) {
  const { work } = useStudio();
  const mine = [...useStore(work.jobs).values()].filter(({ kind }) => kind === TRACK_WORK);
  const running = mine.filter(({ status }) => !isOver(status));
  const failed = mine.filter(({ status }) => status === "failed");
  if (running.length + failed.length + maker.sending === 0) return null;
  return (
    <div className={styles["work"]}>
      {failed.map((job) => (
        <NoticeBox
          key={job.id}
          tone="bad"
          title="This track could not be made"
          action={
            <Button small look="quiet" onClick={() => { work.dismiss(job.id); }}>
              Dismiss
            </Button>
          }
        >
          “{job.title}”: {job.error?.message ?? "The studio stumbled over it."} Nothing of it was kept.{" "}
          <Button small onClick={() => { maker.retry(job); }}>
            Try again
          </Button>
        </NoticeBox>
      ))}
      <ul className={styles["list"]} aria-label="Tracks being made">
        {running.map((job) => (
          <Row key={job.id} job={job} />
        ))}
        {Array.from({ length: maker.sending }, (_, index) => (
          <li key={index} className={styles["row"]}>
            <Progress label="Sending the prompt" percent={0} words="Sending the prompt" />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ job }: { job: Job }) {
  const stop = useStop();
  return (
    <li className={styles["row"]}>
      <div className={styles["head"]}>
        <b title={job.title}>{job.title}</b>
        <Button small look="quiet" disabled={job.cancelRequested} aria-label={`Stop making ${job.title}`} onClick={() => { stop(job); }}>
          {job.cancelRequested ? "Stopping" : "Stop"}
        </Button>
      </div>
      <WorkProgress job={job} label={`Making ${job.title}`} />
    </li>
  );
}
