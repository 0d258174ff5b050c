/** The line where it plays, or would begin to. */

import { useCallback, useEffect, useRef } from "react";
import { useFrames, useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import styles from "./board.module.css";
import { useTimeline } from "./context";

const PAGE_AT = 0.94; // of the width: there the lanes go on to the next page
const PAGE_TO = 0.06;

export function Playhead() {
  const { timelinePlayer } = useStudio();
  const { view } = useTimeline();
  const line = useRef<HTMLDivElement>(null);
  const status = useStore(timelinePlayer.status);
  const shown = useRef(NaN);
  const draw = useCallback(() => {
    const x = view.x(timelinePlayer.position());
    const { left, width } = view.window.get();
    if (line.current) {
      if (x !== shown.current) line.current.style.transform = `translateX(${x}px)`;
      line.current.toggleAttribute("hidden", x < left); // it would lie over the heads of the tracks
    }
    const inSight = x >= left && x <= left + width * PAGE_AT;
    if (view.follows && timelinePlayer.status.get() === "playing" && !inSight) view.scrollTo(x - width * PAGE_TO);
    shown.current = x;
  }, [view, timelinePlayer]);
  useEffect(() => {
    draw();
    const ends = [timelinePlayer.cursor.subscribe(draw), view.zoom.subscribe(draw), view.window.subscribe(draw)];
    return () => {
      for (const end of ends) end();
    };
  }, [draw, timelinePlayer, view, status]);
  useFrames(status === "playing", draw);
  return <div ref={line} className={styles["playhead"]} data-status={status} aria-hidden="true" />;
}
