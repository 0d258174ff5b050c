/** The loops that a person bounced into the library: hear them, take them along, throw them away. */

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import type { Sound } from "@/audio/player";
import type { Bounce, Job } from "@/core/api/types";
import { isOver, workStep } from "@/core/events/work";
import { formatAgo, formatCount, formatLufs, formatTime_s } from "@/core/format";
import { UNDO_MS } from "@/core/kicks/deletions";
import { decodePeaks } from "@/core/kicks/peaks";
import { Button, IconButton, PlayButton } from "@/ui/Button";
import { useNow, useStore } from "@/ui/hooks";
import { Menu } from "@/ui/Menu";
import { Card, NoticeBox } from "@/ui/parts";
import { Waveform } from "@/ui/Waveform";
import { ReadFailure } from "../failures";
import { downloadFrom, loadSigned, usePlayback } from "../playing";
import { useStop, WorkProgress } from "../running";
import { keys, useStudio } from "../studio";
import styles from "./loops.module.css";

const PAGE = 24;
const COLOUR = "#ff9b45"; // percussion
const BOUNCE = "rack.bounce";

export function Loops() {
  const { calls, work, bounceDeletions, queries } = useStudio();
  const hidden = useStore(bounceDeletions.hidden);
  const jobs = useStore(work.jobs);
  const now = useNow(60_000);
  const [wanted, setWanted] = useState(PAGE);
  const { data, error } = useQuery({
    queryKey: [...keys.bounces, wanted],
    queryFn: () => calls.bounces(wanted, 0),
    placeholderData: (before) => before,
    refetchInterval: 10 * 60_000, // addresses expire
  });
  const running = [...jobs.values()].filter(({ kind, status }) => kind === BOUNCE && (!isOver(status) || status === "failed"));
  const loops = data?.results.filter(({ id }) => !hidden.has(id)) ?? [];
  const count = (data?.count ?? 0) - ((data?.results.length ?? 0) - loops.length);
  if (error === null && count === 0 && running.length === 0) return null; // the page is about playing; this comes with the first loop
  return (
    <section className={styles["loops"]} aria-label="Your loops">
      <h2>
        Your loops <span className={[styles["count"], "tabular"].join(" ")}>{count > 0 ? formatCount(count, "loop", "loops") : ""}</span>
      </h2>
      {error && !data ? <ReadFailure title="Your loops could not be listed" failure={error} onAgain={() => void queries.invalidateQueries({ queryKey: keys.bounces })} /> : null}
      <ul className={styles["list"]}>
        {running.map((job) => (
          <li key={job.id}>
            {job.status === "failed" ? <Failed job={job} /> : <Running job={job} />}
          </li>
        ))}
        {loops.map((loop) => (
          <li key={loop.id}>
            <Loop loop={loop} now={now} />
          </li>
        ))}
      </ul>
      {data && data.count > data.results.length ? (
        <Button onClick={() => { setWanted(wanted + PAGE); }}>Show more</Button>
      ) : null}
    </section>
  );
}

function Running({ job }: { job: Job }) {
  const stop = useStop();
  return (
    <Card className={styles["running"]} aria-label={`${job.title} is being made`}>
      <b>{job.title}</b>
      <WorkProgress job={job} label={`Making ${job.title}`} />
      <Button small look="quiet" onClick={() => { stop(job); }}>
        Stop
      </Button>
    </Card>
  );
}

function Failed({ job }: { job: Job }) {
  const { work } = useStudio();
  return (
    <NoticeBox tone="bad" title={`“${job.title}” was not made`} action={<Button small look="quiet" onClick={() => { work.dismiss(job.id); }}>Dismiss</Button>}>
      {workStep(job)}
    </NoticeBox>
  );
}

function Loop({ loop, now }: { loop: Bounce; now: Date }) {
  const { player, calls, bounceDeletions, toasts } = useStudio();
  const { playing, failed } = usePlayback(player, loop.id);
  const { id, name, durationS } = loop;
  const peaks = useMemo(() => decodePeaks(loop.peaks), [loop.peaks]);
  const sound: Sound = {
    id,
    title: name,
    duration_s: durationS,
    end_s: durationS,
    load: () => loadSigned(loop.audioUrl, async () => (await calls.bounce(id)).audioUrl),
  };
  const position = useCallback(() => player.position_s(id), [player, id]);
  const remove = () => {
    player.forget(id);
    bounceDeletions.delete(id);
    toasts.show(`“${name}” is deleted.`, { stays_ms: UNDO_MS, action: { label: "Undo", run: () => void bounceDeletions.undo(id) } });
  };
  const facts = [
    formatCount(loop.bars, "bar", "bars"),
    `${loop.bpm} BPM`,
    formatTime_s(durationS),
    `${loop.format.toUpperCase()} ${loop.bitDepth}${loop.bitDepth === 32 ? " float" : ""}`,
    ...(loop.ending === "loop" ? ["seamless"] : []),
    ...(loop.lufs === null ? [] : [formatLufs(loop.lufs)]),
    formatAgo(new Date(loop.createdAt), now),
  ];
  return (
    <Card className={styles["loop"]} aria-label={name}>
      <PlayButton playing={playing} of={name} onClick={() => { player.toggle(sound); }} />
      <div className={styles["names"]}>
        <b title={name}>{name}</b>
        <span className={[styles["facts"], "tabular"].join(" ")}>{failed ?? facts.join(" · ")}</span>
      </div>
      <div className={styles["wave"]}>
        <Waveform
          label={`Position in ${name}`}
          peaks={peaks}
          duration_s={durationS}
          window_s={durationS}
          colour={COLOUR}
          playing={playing}
          position={position}
          onSeek={(at_s) => void player.play(sound, at_s)}
        />
      </div>
      <div className={styles["tools"]}>
        <IconButton small icon="download" label={`Download ${name}`} onClick={() => { downloadFrom(loop.downloadUrl); }} />
        <Menu
          small
          icon="more"
          label={`More for ${name}`}
          items={[
            ...loop.stems.map(({ layer, downloadUrl }) => ({ label: `Download the ${layer} stem`, icon: "download" as const, onChoose: () => { downloadFrom(downloadUrl); } })),
            ...(loop.stems.length > 0 ? [null] : []),
            { label: "Delete", icon: "trash", danger: true, onChoose: remove },
          ]}
        />
      </div>
    </Card>
  );
}
