/** One strip: its name, mute and solo, what sounds in it, and its controls. */

import type { ReactNode } from "react";
import { isHeard, type Layer } from "@/core/rack/state";
import { useStudio } from "@/features/studio";
import { useStore } from "@/ui/hooks";
import styles from "./strip.module.css";

interface StripProps {
  /** null: the master. */
  layer: Layer | null;
  title: string;
  sound: ReactNode;
  children: ReactNode;
}

export function Strip({ layer, title, sound, children }: StripProps) {
  const { rack } = useStudio();
  const state = useStore(rack.state);
  const { muted, soloed } = state;
  const silent = layer !== null && !isHeard(state, layer);
  const tone = styles[layer ?? "master"];
  return (
    <section className={[styles["strip"], tone, silent ? styles["silent"] : ""].join(" ")} aria-label={title}>
      <div className={styles["head"]}>
        <h2 className={styles["title"]}>{title}</h2>
        {layer === null ? null : (
          <>
            <Switch name="Mute" of={title} on={muted.has(layer)} onPress={() => { rack.toggle("muted", layer); }} />
            <Switch name="Solo" of={title} on={soloed.has(layer)} onPress={() => { rack.toggle("soloed", layer); }} />
          </>
        )}
      </div>
      <div className={styles["sound"]}>{sound}</div>
      <div className={styles["controls"]}>{children}</div>
    </section>
  );
}

/** The knob that matters most in a strip: large. */
export function Main({ children }: { children: ReactNode }) {
  return <div className={styles["main"]}>{children}</div>;
}

/** Two knobs, one above the other. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className={styles["stack"]}>{children}</div>;
}

function Switch({ name, of, on, onPress }: { name: "Mute" | "Solo"; of: string; on: boolean; onPress(): void }) {
  return (
    <button
      type="button"
      data-switch
      className={[styles["switch"], styles[name]].join(" ")}
      aria-pressed={on}
      aria-label={`${name} ${of.toLowerCase()}`}
      title={`${name} ${of.toLowerCase()}`}
      onClick={onPress}
    >
      {name.charAt(0)}
    </button>
  );
}
