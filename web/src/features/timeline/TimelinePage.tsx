/** The timeline: sounds of the catalog put together to a piece. */

import { useEffect, useMemo, useRef, useState } from "react";
import { Outlines } from "@/core/timeline/peaks";
import { arrangementEnd } from "@/core/timeline/types";
import { Button } from "@/ui/Button";
import { useStore, useTitle } from "@/ui/hooks";
import { EmptyState } from "@/ui/parts";
import { ReadFailure } from "../failures";
import { keys, useStudio } from "../studio";
import { AddSounds } from "./AddSounds";
import { Board } from "./Board";
import { BounceDialog } from "./BounceDialog";
import { ClipBar } from "./ClipBar";
import { Commands } from "./commands";
import { TimelineContext, useArrangement, useTimeline, type Timeline } from "./context";
import styles from "./page.module.css";
import { ProjectBar } from "./ProjectBar";
import { Transport } from "./Transport";
import { useImport } from "./useImport";
import { useOpening } from "./useOpening";
import { useProjectActions, useProjects, type ProjectActions, type ProjectList } from "./useProjects";
import { useTimelineKeys } from "./useTimelineKeys";
import { View } from "./view";

const OUTLINES = new Outlines();

export function TimelinePage() {
  useTitle("Timeline");
  const { desk, timelinePlayer, toasts, queries } = useStudio();
  const [timeline] = useState((): Timeline => {
    const view = new View();
    return { view, commands: new Commands(desk, timelinePlayer, view, toasts), outlines: OUTLINES };
  });
  const list = useProjects();
  const actions = useProjectActions();
  const opening = useOpening(list, actions, timeline.commands);
  const project = useStore(desk.project);
  return (
    <TimelineContext value={timeline}>
      <div className={styles["page"]}>
        <h1 className="visually-hidden">Timeline</h1>
        {opening === "open" && project ? <Open key={project.id} id={project.id} list={list} actions={actions} /> : null}
        {opening === "opening" && list.failure === null ? (
          <p className={styles["opening"]} role="status">
            Opening your project …
          </p>
        ) : null}
        {list.failure !== null && project === null ? (
          <ReadFailure title="Your projects could not be listed" failure={list.failure} onAgain={() => void queries.invalidateQueries({ queryKey: keys.projects })} />
        ) : null}
        {opening === "none" && list.failure === null ? <None list={list} actions={actions} /> : null}
      </div>
    </TimelineContext>
  );
}

function None({ list, actions }: { list: ProjectList; actions: ProjectActions }) {
  const importing = useImport(actions);
  return (
    <EmptyState title="Put your sounds together">
      <p>Tracks, stems and kicks side by side: move them, cut them, fade them, and bounce the whole as one file.</p>
      <Button look="primary" onClick={() => void actions.create()}>
        New project
      </Button>
      <Button onClick={importing.choose}>Import DAWproject …</Button>
      {importing.input}
      {list.projects?.map(({ id, name }) => (
        <Button key={id} onClick={() => void actions.open(id)}>
          Open “{name}”
        </Button>
      ))}
    </EmptyState>
  );
}

function Open({ id, list, actions }: { id: string; list: ProjectList; actions: ProjectActions }) {
  const { desk } = useStudio();
  const { tracks } = useArrangement();
  const [adding, setAdding] = useState(tracks.length === 0);
  const [asked, setAsked] = useState(false);
  const [bouncing, setBouncing] = useState(false);
  const open = useMemo(() => ({ bounce: () => { setBouncing(arrangementEnd(desk.store.now) > 0); }, add: () => { setAsked(true); setAdding(true); } }), [desk]);
  useTimelineKeys(open);
  useFirstLook();
  return (
    <>
      <div className={styles["head"]}>
        <ProjectBar list={list} openId={id} actions={actions} adding={adding} onAdd={() => { setAsked(true); setAdding(!adding); }} onBounce={open.bounce} />
        <Transport />
      </div>
      <div className={styles["middle"]}>
        <Board onAdd={open.add} />
        {adding ? <AddSounds asked={asked} onClose={() => { setAdding(false); }} /> : null}
      </div>
      <ClipBar />
      <Said />
      {bouncing ? <BounceDialog onClose={() => { setBouncing(false); }} /> : null}
    </>
  );
}

/** A project comes up as a whole, as soon as there is room to show it. */
function useFirstLook(): void {
  const { desk } = useStudio();
  const { view } = useTimeline();
  const done = useRef(false);
  useEffect(() => {
    const look = () => {
      const end = arrangementEnd(desk.store.now);
      if (done.current || view.window.get().width === 0) return;
      done.current = true;
      view.focused.set(null);
      view.trackId.set(desk.store.now.tracks[0]?.id ?? null);
      if (end > 0) view.fit(end);
    };
    look();
    return view.window.subscribe(look);
  }, [desk, view]);
}

/** For screen readers: what has just been done, and how to go on. */
function Said() {
  const { view } = useTimeline();
  const words = useStore(view.said);
  return (
    <>
      <p className="visually-hidden" role="status" aria-live="polite">
        {words}
      </p>
      <p id="timeline-keys" className="visually-hidden">
        Arrow keys move it along the grid and between tracks. Control and arrow keys go to other clips.
      </p>
    </>
  );
}
