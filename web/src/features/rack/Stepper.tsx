/** One thing out of a list: the one before, the one after, round and round, or any of them from the list. */

import type { ReactNode } from "react";
import { neighbour } from "@/core/rack/presets";
import { IconButton } from "@/ui/Button";
import { Picker, type PickerGroup } from "@/ui/Picker";
import styles from "./bar.module.css";

interface StepperProps {
  /** What there is to choose: "Preset". */
  label: string;
  shown: ReactNode;
  groups: readonly PickerGroup[];
  chosen: string | null;
  foot?: ReactNode;
  onChoose(id: string): void;
}

export function Stepper({ label, shown, groups, chosen, foot, onChoose }: StepperProps) {
  const all = groups.flatMap(({ options }) => options);
  const step = (way: -1 | 1) => {
    const to = neighbour(all, ({ id }) => id === chosen, way);
    if (to) onChoose(to.id);
  };
  const what = label.toLowerCase();
  return (
    <div className={styles["stepper"]} role="group" aria-label={label}>
      <IconButton icon="back" data-switch label={`Previous ${what}`} disabled={all.length === 0} onClick={() => { step(-1); }} />
      <Picker label={label} shown={shown} groups={groups} chosen={chosen} foot={foot} onChoose={onChoose} />
      <IconButton icon="forward" data-switch label={`Next ${what}`} disabled={all.length === 0} onClick={() => { step(1); }} />
    </div>
  );
}
