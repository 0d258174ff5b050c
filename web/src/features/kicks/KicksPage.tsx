/** The kick page: describe, hear, keep. */

import { useCallback, useEffect, useState } from "react";
import type { Kick } from "@/core/api/types";
import { recipeOf, STRENGTH } from "@/core/kicks/recipe";
import { useStore } from "@/ui/hooks";
import { MakerPage } from "../MakerPage";
import { useAllowance } from "../making";
import { useStudio } from "../studio";
import { BlendDialog } from "./BlendDialog";
import { Library } from "./Library";
import { MakerPanel } from "./MakerPanel";
import styles from "./page.module.css";
import { soundOf } from "./sounds";
import { Stage, StarterStage } from "./Stage";
import { useKick } from "./useKicks";
import { useMaker } from "./useMaker";

export function KicksPage() {
  const { player, calls, deletions, toasts } = useStudio();
  const hidden = useStore(deletions.hidden);
  const { allowance, newest, ready } = useAllowance();
  const [chosen, setChosen] = useState<Kick | null>(null);
  const [strength, setStrength] = useState<number>(STRENGTH.start);
  const [blending, setBlending] = useState<Kick | null>(null);
  const maker = useMaker(useCallback((kick: Kick) => { setChosen(kick); }, []));
  const { make, setRecipe } = maker;
  const wanted = [chosen, newest].find((kick) => kick !== null && !hidden.has(kick.id)) ?? null;
  const shown = useKick(wanted);

  useEffect(() => {
    if (!shown || player.cued.get()) return;
    player.cue(soundOf(shown, calls)); // Space plays what one sees
  }, [player, calls, shown]);

  const actions = {
    onVary: (kick: Kick) => void make({ ...recipeOf(kick, false) }, { kind: "variation", of: kick.id, strength }),
    onBlend: setBlending,
    onAgain: (kick: Kick) => void make(recipeOf(kick, false)),
    onReuse: (kick: Kick) => {
      setRecipe(() => recipeOf(kick, true));
      toasts.show(`The maker has the settings and the seed of “${kick.name}”.`);
    },
  };
  const onTry = (prompt: string) => {
    setRecipe((old) => ({ ...old, prompt }));
    void make({ ...maker.recipe, prompt });
  };
  return (
    <MakerPage title="Kicks" className={styles["page"]} maker={<MakerPanel maker={maker} allowance={allowance} lastSeed={shown?.seed ?? null} />}>
      <div className={styles["sounds"]}>
        {shown ? (
          <Stage key={shown.id} kick={shown} strength={strength} onStrength={setStrength} {...actions} />
        ) : ready ? (
          <StarterStage />
        ) : (
          <div className={styles["stageShadow"]} />
        )}
        <Library onTry={onTry} selectedId={shown?.id ?? null} onSelect={setChosen} {...actions} />
      </div>
      {blending ? (
        <BlendDialog
          kick={blending}
          onClose={() => { setBlending(null); }}
          onBlend={(other, mix) => {
            setBlending(null);
            void make(recipeOf(blending, false), { kind: "interpolation", of: blending.id, with: other.id, mix });
          }}
        />
      ) : null}
    </MakerPage>
  );
}
