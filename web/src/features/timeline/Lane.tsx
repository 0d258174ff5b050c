/** The lane of a track: one canvas as wide as what is in sight, drawn anew when something in it has changed. */

import { memo, useCallback, useEffect, useRef } from "react";
import type { Track } from "@/core/timeline/types";
import { fitCanvas } from "@/ui/canvas";
import { useStudio } from "../studio";
import styles from "./board.module.css";
import { useTimeline } from "./context";
import { drawLane } from "./drawLane";
import { usePainted, type Painter } from "./painter";

interface LaneProps {
  track: Track;
  bpm: number;
  beatsPerBar: number;
  heard: boolean;
  painter: Painter;
}

export const Lane = memo(function Lane({ track, bpm, beatsPerBar, heard, painter }: LaneProps) {
  const { desk, timelineSounds } = useStudio();
  const { view, outlines } = useTimeline();
  const canvas = useRef<HTMLCanvasElement>(null);
  const inSight = useRef(true);
  const draw = useCallback(() => {
    const fit = inSight.current ? fitCanvas(canvas.current) : null;
    if (!fit) return;
    drawLane(fit.context, {
      track,
      meter: { bpm, beatsPerBar },
      assets: desk.store.assets.get(),
      states: timelineSounds.states.get(),
      selection: desk.store.selection.get(),
      outlines,
      from: view.frame(view.window.get().left),
      framesPerPx: view.framesPerPx,
      heard,
      ratio: fit.ratio,
    });
  }, [track, bpm, beatsPerBar, heard, desk, timelineSounds, view, outlines]);
  usePainted(painter, draw, [view.window, view.zoom, desk.store.assets, timelineSounds.states]);
  useEffect(() => {
    const own = () => track.clips.filter(({ id }) => desk.store.selection.get().has(id)).map(({ id }) => id).join(" ");
    let before = own();
    return desk.store.selection.subscribe(() => {
      const now = own();
      if (now !== before) painter.ask(draw);
      before = now;
    });
  }, [track, desk, painter, draw]);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const observer = new IntersectionObserver((entries) => {
      inSight.current = entries.at(-1)?.isIntersecting ?? true;
      if (inSight.current) painter.ask(draw);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [painter, draw]);
  return <canvas ref={canvas} className={styles["canvas"]} aria-hidden="true" />;
});
