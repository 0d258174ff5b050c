/** The front of the instrument: transport, the picture of the sound, and the four strips. */

import { useCallback, useState, type PointerEvent, type ReactNode } from "react";
import { TapTempo } from "@/core/rack/transport";
import { useStudio } from "@/features/studio";
import { FrameFeed, FramesContext } from "./frames";
import styles from "./panel.module.css";
import { Picture } from "./Picture";
import { KickStrip, MasterStrip, NoiseStrip, ReverbStrip } from "./strips";
import { Transport } from "./Transport";
import { useHotKeys } from "./useHotKeys";

interface RackPanelProps {
  /** Where the bar of presets sits. */
  head: ReactNode;
  /** What chooses the kick. */
  selector: ReactNode;
}

export function RackPanel({ head, selector }: RackPanelProps) {
  const { rack, rackPlayer } = useStudio();
  const [feed] = useState(() => new FrameFeed(rackPlayer));
  const [taps] = useState(() => new TapTempo());
  const tap = useCallback(() => {
    const bpm = taps.tap(performance.now());
    if (bpm !== null) rack.set({ bpm }, "Tap tempo", "tap");
  }, [rack, taps]);
  useHotKeys(tap);
  return (
    <FramesContext value={feed}>
      <section className={styles["panel"]} aria-label="Kick with Reverb" onPointerUp={letGo}>
        <div className={styles["head"]}>{head}</div>
        <Transport onTap={tap} />
        <Picture />
        <div className={styles["strips"]}>
          <KickStrip selector={selector} />
          <NoiseStrip />
          <ReverbStrip />
          <MasterStrip />
        </div>
      </section>
    </FramesContext>
  );
}

/** A switch that was clicked gives the focus back, so that Enter cues and does not press it again. */
function letGo(event: PointerEvent): void {
  if (event.target instanceof Element) event.target.closest<HTMLElement>("button[data-switch]")?.blur();
}
