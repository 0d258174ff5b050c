/** The ruler: a click moves the playhead, a drag draws the loop, its edges and its bar can be moved. */

import { useCallback, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { setLoop } from "@/core/timeline/edits";
import { neighbour, snapped, spokenPlace } from "@/core/timeline/grid";
import type { LoopRegion } from "@/core/timeline/types";
import { fitCanvas } from "@/ui/canvas";
import { useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import styles from "./board.module.css";
import { useArrangement, useTimeline } from "./context";
import { drawRuler, LOOP_PX } from "./drawRuler";
import { usePainted, type Painter } from "./painter";

type Hold = "start" | "stop" | "whole" | "new";

interface Held {
  readonly pointer: number;
  readonly x: number;
  readonly frame: number;
  readonly hold: Hold;
  readonly loop: LoopRegion;
  moving: boolean;
}

const STILL_PX = 4;
const EDGE_PX = 7;
const GESTURE = "loop";

export function Ruler({ painter }: { painter: Painter }) {
  const { desk, timelinePlayer } = useStudio();
  const { view, commands } = useTimeline();
  const arrangement = useArrangement();
  const cursor = useStore(timelinePlayer.cursor);
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<Held | null>(null);
  const [cursorStyle, setCursorStyle] = useState("pointer");
  const { bpm, beatsPerBar, loop } = arrangement;

  const draw = useCallback(() => {
    const fit = fitCanvas(canvas.current);
    if (fit) drawRuler(fit.context, { meter: { bpm, beatsPerBar }, loop, from: view.frame(view.window.get().left), framesPerPx: view.framesPerPx, ratio: fit.ratio });
  }, [bpm, beatsPerBar, loop, view]);
  usePainted(painter, draw, [view.window, view.zoom]);

  const frameAt = (event: PointerEvent) => view.frame(view.window.get().left + event.clientX - event.currentTarget.getBoundingClientRect().left);
  const holdAt = (event: PointerEvent): Hold => {
    const y_px = event.clientY - event.currentTarget.getBoundingClientRect().top;
    const at = frameAt(event) / view.framesPerPx;
    const reach = event.pointerType === "touch" ? 2 * EDGE_PX : EDGE_PX;
    if (y_px > LOOP_PX + 4) return "new";
    if (Math.abs(at - loop.startFrames / view.framesPerPx) <= reach) return "start";
    if (Math.abs(at - loop.stopFrames / view.framesPerPx) <= reach) return "stop";
    return at > loop.startFrames / view.framesPerPx && at < loop.stopFrames / view.framesPerPx ? "whole" : "new";
  };
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || held.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { pointer: event.pointerId, x: event.clientX, frame: frameAt(event), hold: holdAt(event), loop, moving: false };
    desk.store.beginGesture();
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    const hand = held.current;
    if (hand?.pointer !== event.pointerId) {
      setCursorStyle({ start: "ew-resize", stop: "ew-resize", whole: "grab", new: "pointer" }[holdAt(event)]);
      return;
    }
    if (!hand.moving && Math.abs(event.clientX - hand.x) < STILL_PX) return;
    hand.moving = true;
    const snap = event.altKey || event.shiftKey ? "off" : view.snap.get();
    const to = (frame: number) => snapped(frame, snap, arrangement);
    const by = frameAt(event) - hand.frame;
    const { startFrames, stopFrames } = hand.loop;
    desk.store.edit(
      "Loop",
      (now) => {
        if (hand.hold === "start") return setLoop(now, { startFrames: to(startFrames + by), stopFrames });
        if (hand.hold === "stop") return setLoop(now, { startFrames, stopFrames: to(stopFrames + by) });
        if (hand.hold === "new") return setLoop(now, { enabled: true, startFrames: to(hand.frame), stopFrames: to(hand.frame + by) });
        const start = to(startFrames + by);
        return setLoop(now, { startFrames: start, stopFrames: start + stopFrames - startFrames });
      },
      GESTURE,
    );
  };
  const up = (event: PointerEvent<HTMLDivElement>) => {
    const hand = held.current;
    if (hand?.pointer !== event.pointerId) return;
    held.current = null;
    desk.store.endGesture();
    if (event.type !== "pointerup" || hand.moving) return;
    view.follow(true);
    timelinePlayer.seek(event.altKey || event.shiftKey ? hand.frame : snapped(hand.frame, view.snap.get(), arrangement));
  };
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const now = timelinePlayer.position();
    const to = {
      ArrowLeft: neighbour(now, -1, view.snap.get(), arrangement),
      ArrowRight: neighbour(now, 1, view.snap.get(), arrangement),
      PageUp: neighbour(now, 1, "bar", arrangement),
      PageDown: neighbour(now, -1, "bar", arrangement),
      Home: 0,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    timelinePlayer.seek(to);
  };
  return (
    <div
      className={styles["ruler"]}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuenow={Math.round((cursor / 44_100) * 100) / 100}
      aria-valuemax={3600}
      aria-valuetext={spokenPlace(cursor, arrangement)}
      title="Click: play from here. Drag: loop. Shift or Alt: without snapping"
      style={{ cursor: cursorStyle }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={up}
      onDoubleClick={(event) => {
        if (event.clientY - event.currentTarget.getBoundingClientRect().top <= LOOP_PX + 4) commands.toggleLoop();
      }}
      onKeyDown={key}
    >
      <canvas ref={canvas} className={styles["canvas"]} aria-hidden="true" />
    </div>
  );
}
