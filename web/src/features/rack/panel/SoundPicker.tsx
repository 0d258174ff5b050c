/** The sound of a layer: a list, and arrows to the one before and after; the list goes round. */

import type { StockSound } from "@/core/rack/sounds";
import { useStudio } from "@/features/studio";
import { IconButton } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import { Picker } from "@/ui/Picker";
import styles from "./soundPicker.module.css";

const TITLES = { noise: "Noise", reverb: "Reverb" };

export function SoundPicker({ layer, sounds }: { layer: "noise" | "reverb"; sounds: readonly StockSound[] }) {
  const { rack } = useStudio();
  const name = useStore(rack.state).patch[layer];
  const at = sounds.findIndex((sound) => sound.name === name);
  const title = TITLES[layer];
  const choose = (next: string) => {
    rack.choose({ [layer]: next }, `${title}: ${next}`);
  };
  const go = (by: number) => {
    const next = sounds.at((at + by) % sounds.length);
    if (next) choose(next.name);
  };
  const options = sounds.map((sound) => ({ id: sound.name, label: sound.name, title: sound.description }));
  return (
    <div className={styles["picker"]}>
      <IconButton small icon="back" label={`Previous ${layer}`} data-switch disabled={sounds.length < 2} onClick={() => { go(-1); }} />
      <div className={styles["list"]} title={sounds[at]?.description}>
        <Picker label={`${title} sound`} shown={name === "" ? "…" : name} chosen={name} groups={[{ label: `${title} sounds`, options }]} onChoose={choose} />
      </div>
      <IconButton small icon="forward" label={`Next ${layer}`} data-switch disabled={sounds.length < 2} onClick={() => { go(1); }} />
    </div>
  );
}
