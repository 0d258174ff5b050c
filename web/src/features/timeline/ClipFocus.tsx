/** The clip that the keyboard is at, as something to focus; fingers take hold of it here, too. */

import { useEffect, useRef } from "react";
import { findClip } from "@/core/timeline/edits";
import { spokenPlace } from "@/core/timeline/grid";
import { endOf } from "@/core/timeline/types";
import { useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import styles from "./board.module.css";
import { useArrangement, useTimeline } from "./context";

const NARROWEST_PX = 8;

export function ClipFocus({ laneHeight_px }: { laneHeight_px: number }) {
  const { desk } = useStudio();
  const { view, commands } = useTimeline();
  const arrangement = useArrangement();
  const selection = useStore(desk.store.selection);
  const focused = useStore(view.focused);
  const reveal = useStore(view.reveal);
  useStore(view.zoom);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (reveal > 0) button.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [reveal]);
  const first = arrangement.tracks.find(({ clips }) => clips.length > 0)?.clips[0]?.id ?? null;
  const found = findClip(arrangement, focused) ?? findClip(arrangement, first);
  if (!found) return null;
  const { clip, track, trackIndex } = found;
  const selected = selection.has(clip.id);
  const label = [
    clip.name,
    `${spokenPlace(clip.startFrames, arrangement)} to ${spokenPlace(endOf(clip), arrangement)}`,
    `clip ${track.clips.indexOf(clip) + 1} of ${track.clips.length} on ${track.name}`,
  ].join(", ");
  return (
    <button
      ref={button}
      type="button"
      className={styles["clip"]}
      data-selected={selected}
      data-clip={clip.id}
      aria-label={label}
      aria-pressed={selected}
      aria-describedby="timeline-keys"
      style={{
        left: view.x(clip.startFrames),
        width: Math.max(NARROWEST_PX, view.x(clip.lengthFrames)),
        top: trackIndex * laneHeight_px,
        height: laneHeight_px,
      }}
      onFocus={(event) => {
        // By Tab. A click has chosen already, maybe another clip than this element still stands for.
        const id = view.focused.get() ?? clip.id;
        if (event.currentTarget.matches(":focus-visible") && commands.chosen.size === 0) commands.choose([id]);
      }}
    />
  );
}
