/** The sound of a layer, out of those that the studio has. */

import type { StockSound } from "@/core/rack/sounds";
import { useStudio } from "@/features/studio";
import { useStore } from "@/ui/hooks";
import { Stepper } from "../Stepper";

const TITLES = { noise: "Noise", reverb: "Reverb" };

export function SoundPicker({ layer, sounds }: { layer: "noise" | "reverb"; sounds: readonly StockSound[] }) {
  const { rack } = useStudio();
  const name = useStore(rack.state).patch[layer];
  const title = TITLES[layer];
  const options = sounds.map((sound) => ({ id: sound.name, label: sound.name, title: sound.description }));
  return (
    <div title={sounds.find((sound) => sound.name === name)?.description}>
      <Stepper
        label={title}
        shown={name === "" ? "…" : name}
        chosen={name}
        groups={[{ label: `${title} sounds`, options }]}
        onChoose={(next) => { rack.choose({ [layer]: next }, `${title}: ${next}`); }}
      />
    </div>
  );
}
