/** The tray of running work: step, percentage, time left, place in the queue, stop. It knows what began before the page opened. */

import { useEffect, useRef, useState } from "react";
import type { Job } from "@/core/api/types";
import { isOver, workStep, workTitle } from "@/core/events/work";
import { Button, IconButton } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import { useStop, WorkProgress } from "../running";
import { useStudio } from "../studio";
import styles from "./work.module.css";

export function Tray() {
  const { work, events } = useStudio();
  const jobs = [...useStore(work.jobs).values()].reverse();
  const link = useStore(events.state);
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const running = jobs.filter(({ status }) => !isOver(status));
  const failed = jobs.filter(({ status }) => status === "failed");

  useEffect(() => {
    if (!open) return;
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    window.addEventListener("pointerdown", outside);
    return () => {
      window.removeEventListener("pointerdown", outside);
    };
  }, [open]);

  return (
    <div
      ref={root}
      className={styles["tray"]}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        root.current?.querySelector("button")?.focus();
      }}
    >
      <IconButton
        icon="work"
        label={running.length === 0 ? "Work: nothing is running" : `Work: ${running.length} running`}
        on={running.length > 0}
        aria-expanded={open}
        onClick={() => { setOpen(!open); }}
      />
      {running.length + failed.length > 0 ? (
        <span className={[styles["badge"], failed.length > 0 ? styles["bad"] : ""].join(" ")} aria-hidden="true">
          {running.length + failed.length}
        </span>
      ) : null}
      {open ? (
        <section className={styles["panel"]} aria-label="Running work">
          <h2>Work</h2>
          {link === "polling" || link === "waiting" ? <p className={styles["note"]}>Live updates are interrupted; looking every few seconds.</p> : null}
          {jobs.length === 0 ? <p className={styles["note"]}>Nothing is running. What you start goes on here, even when you close the page.</p> : null}
          <ul className={styles["list"]}>
            {jobs.map((job) => (
              <Row key={job.id} job={job} />
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

function Row({ job }: { job: Job }) {
  const { work } = useStudio();
  const stop = useStop();
  const over = isOver(job.status);
  return (
    <li className={styles["row"]}>
      <div className={styles["rowHead"]}>
        <b>{workTitle(job)}</b>
        {over ? (
          <IconButton small icon="close" label={`Dismiss ${workTitle(job)}`} onClick={() => { work.dismiss(job.id); }} />
        ) : (
          <Button small look="quiet" onClick={() => { stop(job); }}>
            Stop
          </Button>
        )}
      </div>
      {over ? (
        <p className={job.status === "failed" ? styles["failed"] : styles["note"]}>{workStep(job)}</p>
      ) : (
        <WorkProgress job={job} label={workTitle(job)} />
      )}
    </li>
  );
}
