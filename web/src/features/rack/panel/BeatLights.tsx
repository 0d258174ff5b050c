/** The sixteen beats after which the noise begins anew; the one that sounds is lit. */

import { useRef } from "react";
import { BEATS_PER_BAR, NOISE_EVERY_BEATS } from "@/core/rack/transport";
import { useFrame } from "./frames";
import styles from "./transport.module.css";

const BARS = NOISE_EVERY_BEATS / BEATS_PER_BAR;

export function BeatLights() {
  const root = useRef<HTMLDivElement>(null);
  const lit = useRef<number | null>(null);
  useFrame(({ beat }) => {
    const now = beat === null ? null : beat.beat % NOISE_EVERY_BEATS;
    if (now === lit.current) return;
    lit.current = now;
    root.current?.querySelectorAll("i").forEach((light, at) => light.setAttribute("data-on", String(at === now)));
  });
  return (
    <div ref={root} className={styles["lights"]} title="The kick sounds on every beat; the noise begins anew every sixteenth" aria-hidden="true">
      {Array.from({ length: BARS }, (_, bar) => (
        <span key={bar} className={styles["bars"]}>
          {Array.from({ length: BEATS_PER_BAR }, (__, beat) => (
            <i key={beat} className={styles["light"]} data-noise={bar + beat === 0 ? "" : undefined} />
          ))}
        </span>
      ))}
    </div>
  );
}
