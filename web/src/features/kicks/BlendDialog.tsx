/** A kick between two others: choose the second one and where between them. */

import { useState } from "react";
import { ALL_KICKS } from "@/core/api/endpoints";
import { describeFailure } from "@/core/api/failure";
import type { Kick } from "@/core/api/types";
import { MIX } from "@/core/kicks/recipe";
import { Button, PlayButton } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { useSettled } from "@/ui/hooks";
import { NoticeBox } from "@/ui/parts";
import { Slider } from "@/ui/Slider";
import { useQuery } from "@tanstack/react-query";
import { usePlayback } from "../playing";
import { keys, useStudio } from "../studio";
import styles from "./blend.module.css";
import { useKickActions } from "./useKickActions";

interface BlendDialogProps {
  kick: Kick;
  onBlend(other: Kick, mix: number): void;
  onClose(): void;
}

const SHOWN = 12;

export function BlendDialog({ kick, onBlend, onClose }: BlendDialogProps) {
  const { calls } = useStudio();
  const [search, setSearch] = useState("");
  const [other, setOther] = useState<Kick | null>(null);
  const [mix, setMix] = useState<number>(MIX.start);
  const query = { ...ALL_KICKS, search: useSettled(search.trim(), 200) };
  const { data, error } = useQuery({ queryKey: keys.kickPage({ ...query, blend: true }, 0), queryFn: () => calls.kicks(query, SHOWN + 1, 0) });
  const choices = (data?.kicks ?? []).filter(({ id }) => id !== kick.id).slice(0, SHOWN);
  return (
    <Dialog title={`Blend “${kick.name}” with …`} onClose={onClose}>
      <Field label="Find the other kick" value={search} placeholder="Name or prompt" onChange={(event) => { setSearch(event.target.value); }} />
      {error ? <NoticeBox tone="bad" title="No kicks to choose from">{describeFailure(error, new Date()).body}</NoticeBox> : null}
      <ul className={styles["choices"]} aria-label="Kicks to blend with">
        {choices.map((choice) => (
          <Choice key={choice.id} kick={choice} chosen={choice.id === other?.id} onChoose={() => { setOther(choice); }} />
        ))}
        {data && choices.length === 0 ? <li className={styles["none"]}>{search === "" ? "Make a second kick first, then blend the two." : "Nothing found."}</li> : null}
      </ul>
      <Slider
        label={`${kick.name}  ↔  ${other?.name ?? "the other"}`}
        value={mix}
        low={MIX.low}
        high={MIX.high}
        step={0.05}
        reset={MIX.start}
        text={`${Math.round((1 - mix) * 100)} : ${Math.round(mix * 100)}`}
        onChange={setMix}
      />
      <DialogFoot>
        <Button onClick={onClose}>Close</Button>
        <Button
          look="primary"
          icon="blend"
          disabled={other === null}
          onClick={() => {
            if (other) onBlend(other, mix);
          }}
        >
          Make the blend
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

function Choice({ kick, chosen, onChoose }: { kick: Kick; chosen: boolean; onChoose(): void }) {
  const { player } = useStudio();
  const actions = useKickActions();
  const { playing } = usePlayback(player, kick.id);
  return (
    <li className={styles["choice"]}>
      <PlayButton playing={playing} of={kick.name} onClick={() => { actions.toggle(kick); }} />
      <button type="button" className={styles["pick"]} aria-pressed={chosen} onClick={onChoose}>
        <b>{kick.name}</b>
        <span>{kick.prompt || "no prompt"}</span>
      </button>
    </li>
  );
}
