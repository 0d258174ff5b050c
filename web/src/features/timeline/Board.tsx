/** The board: ruler, track heads, lanes, playhead. It scrolls both ways; heads and ruler stay. */

import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type CSSProperties, type PointerEvent } from "react";
import { snapped } from "@/core/timeline/grid";
import { arrangementEnd, isHeard, LENGTH_MAX_FRAMES, RATE_HZ } from "@/core/timeline/types";
import { Button } from "@/ui/Button";
import { ContextMenu } from "@/ui/ContextMenu";
import { useMedia, useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import styles from "./board.module.css";
import { ClipFocus } from "./ClipFocus";
import { clipItems } from "./clipItems";
import { useArrangement, useTimeline } from "./context";
import { EdgeScroll } from "./edgeScroll";
import { LANE_PHONE_PX, LANE_PX, PHONE } from "./frames";
import { CURSORS, Gestures, type Ground } from "./gestures";
import { Lane } from "./Lane";
import { Painter } from "./painter";
import { Playhead } from "./Playhead";
import { Ruler } from "./Ruler";
import { TrackDialog } from "./TrackDialog";
import { TrackHead } from "./TrackHead";
import { useBoardWindow } from "./useBoardWindow";

type Area = Parameters<Ground["marquee"]>[0];

const ROOM_S = 30; // behind the last clip

export function Board({ onAdd }: { onAdd(): void }) {
  const { desk } = useStudio();
  const { view, commands } = useTimeline();
  const arrangement = useArrangement();
  const zoom = useStore(view.zoom);
  const { width } = useStore(view.window);
  const phone = useMedia(PHONE);
  const laneHeight_px = phone ? LANE_PHONE_PX : LANE_PX;
  const scroller = useRef<HTMLDivElement>(null);
  const lanes = useRef<HTMLDivElement>(null);
  const [painter] = useState(() => new Painter());
  const [area, setArea] = useState<Area>(null);
  const [drop, setDrop] = useState<{ x: number; row: number } | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number } | null>(null);
  const [settings, setSettings] = useState<string | null>(null);
  const { tracks, bpm, beatsPerBar } = arrangement;
  const length = Math.min(LENGTH_MAX_FRAMES, Math.max(arrangementEnd(arrangement), arrangement.loop.stopFrames) + ROOM_S * RATE_HZ);
  const width_px = Math.max(width, Math.ceil((length / RATE_HZ) * zoom));
  useBoardWindow(scroller, lanes, width_px);

  const ground = useMemo(
    (): Ground => ({
      frameAt: (clientX) => Math.max(0, view.frame(clientX - view.lanesAt().left)),
      rowAt: (clientY) => {
        const y = clientY - view.lanesAt().top;
        const row = Math.floor(y / laneHeight_px);
        return { row, y_px: y - row * laneHeight_px };
      },
      laneHeight_px,
      marquee: setArea,
    }),
    [view, laneHeight_px],
  );
  const gestures = useMemo(() => new Gestures(commands, ground), [commands, ground]);
  useEffect(() => {
    const escape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !gestures.active) return;
      event.stopPropagation();
      gestures.cancel();
    };
    window.addEventListener("keydown", escape, { capture: true });
    return () => {
      window.removeEventListener("keydown", escape, { capture: true });
    };
  }, [gestures]);
  const edge = useRef<EdgeScroll | null>(null);
  useEffect(() => {
    const edges = view.edges();
    if (!edges) return;
    const scroll = new EdgeScroll(edges.element, () => view.edges() ?? edges, () => {
      view.look();
      gestures.scrolled();
    });
    edge.current = scroll;
    return () => {
      scroll.stop();
    };
  }, [view, gestures]);
  useLayoutEffect(() => { painter.askAll(); }, [painter, laneHeight_px]);

  const inHead = (event: { target: EventTarget }) => event.target instanceof Element && event.target.closest("[data-chosen]") !== null;
  const down = (event: PointerEvent<HTMLDivElement>) => {
    if (inHead(event) || !gestures.down(event.nativeEvent)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    if (event.pointerType === "mouse") event.currentTarget.querySelector<HTMLElement>("[data-clip]")?.focus({ preventScroll: true });
    event.preventDefault();
  };
  const move = (event: PointerEvent<HTMLDivElement>) => {
    if (gestures.active) {
      gestures.move(event.nativeEvent);
      if (gestures.dragging) edge.current?.to(event.clientX, event.clientY);
    } else if (event.pointerType === "mouse" && !inHead(event)) {
      const hit = gestures.hit(event.nativeEvent);
      event.currentTarget.style.cursor = hit ? CURSORS[hit.part] : "";
    }
  };
  const place = useCallback(
    (event: { clientX: number; clientY: number; altKey: boolean; shiftKey: boolean }) => {
      const frame = snapped(ground.frameAt(event.clientX), event.altKey || event.shiftKey ? "off" : view.snap.get(), desk.store.now);
      return { frame, row: Math.min(ground.rowAt(event.clientY).row, desk.store.now.tracks.length) };
    },
    [ground, view, desk],
  );
  const settled = tracks.findIndex(({ id }) => id === settings);
  const shownTrack = tracks[settled];
  return (
    <div
      ref={scroller}
      className={styles["board"]}
      data-phone={phone}
      style={{ "--view": `${width}px` } as CSSProperties}
      onDragOver={(event) => {
        if (!view.dragged) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        const { frame, row } = place(event);
        setDrop({ x: view.x(frame), row });
      }}
      onDragLeave={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setDrop(null);
      }}
      onDrop={(event) => {
        setDrop(null);
        if (!view.dragged) return;
        event.preventDefault();
        const { frame, row } = place(event);
        commands.add(view.dragged, tracks[row]?.id ?? null, frame);
      }}
    >
      <div className={styles["content"]} style={{ width: `calc(${width_px}px + var(--head))` }}>
        <div className={styles["top"]}>
          <div className={styles["corner"]}>
            <Button small onClick={() => { commands.addTrack(); }} title="An empty track">
              {phone ? "+ Track" : "Add track"}
            </Button>
          </div>
          <Ruler painter={painter} />
        </div>
        <div
          ref={lanes}
          className={styles["lanes"]}
          role="region"
          aria-label="Tracks"
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={(event) => {
            edge.current?.stop();
            gestures.up(event.nativeEvent);
          }}
          onPointerCancel={() => {
            edge.current?.stop();
            gestures.cancel();
          }}
          onContextMenu={(event) => {
            if (inHead(event)) return;
            event.preventDefault();
            const hit = event.detail === 0 && event.button !== 2 ? null : gestures.hit({ clientX: event.clientX, clientY: event.clientY, pointerType: "mouse" });
            if (hit && !commands.chosen.has(hit.clip.id)) commands.choose([hit.clip.id]);
            setMenu({ x: event.clientX, y: event.clientY });
          }}
          onDoubleClick={(event) => {
            const hit = inHead(event) ? null : gestures.hit({ clientX: event.clientX, clientY: event.clientY, pointerType: "mouse" });
            if (hit?.part === "fade-in") commands.setFade("in", 0);
            if (hit?.part === "fade-out") commands.setFade("out", 0);
          }}
        >
          {tracks.map((track, index) => {
            const heard = isHeard(track, tracks);
            return (
              <div key={track.id} className={styles["row"]} style={{ height: laneHeight_px }} data-row={index}>
                <TrackHead track={track} index={index} count={tracks.length} heard={heard} compact={phone} onSettings={setSettings} />
                <Lane track={track} bpm={bpm} beatsPerBar={beatsPerBar} heard={heard} painter={painter} />
              </div>
            );
          })}
          <div className={styles["over"]}>
            <ClipFocus laneHeight_px={laneHeight_px} />
            {area ? (
              <div
                className={styles["marquee"]}
                style={{ left: view.x(area.from), width: view.x(area.to - area.from), top: area.first * laneHeight_px, height: (area.last - area.first + 1) * laneHeight_px }}
              />
            ) : null}
            {drop ? <div className={styles["drop"]} data-new={drop.row >= tracks.length} style={{ left: drop.x, top: drop.row * laneHeight_px, height: laneHeight_px }} /> : null}
          </div>
        </div>
        <div className={styles["foot"]}>
          <p>
            {tracks.length === 0 ? "Nothing is here yet. " : ""}Drop sounds here for a track of their own, or{" "}
            <button type="button" className={styles["link"]} onClick={onAdd}>
              choose some
            </button>
            .
          </p>
        </div>
        <div className={styles["headLine"]}>
          <Playhead />
        </div>
      </div>
      {menu ? <ContextMenu label="Clip" at={menu} items={clipItems(commands)} onClose={() => { setMenu(null); }} /> : null}
      {shownTrack ? <TrackDialog key={shownTrack.id} track={shownTrack} index={settled} count={tracks.length} onClose={() => { setSettings(null); }} /> : null}
    </div>
  );
}
