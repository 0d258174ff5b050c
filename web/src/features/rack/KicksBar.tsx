/** Generation mode: the person's kicks in place of the presets, and a prompt in place of Save. */

import { useQuery } from "@tanstack/react-query";
import { useMemo, useState, type SyntheticEvent } from "react";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import { limitReached } from "@/core/kicks/limits";
import { EMPTY_RECIPE, PROMPT_MAX_CHARS, requestOf } from "@/core/kicks/recipe";
import { neighbour } from "@/core/rack/presets";
import { Button, IconButton } from "@/ui/Button";
import { inputClass } from "@/ui/Field";
import { useNow, useStore } from "@/ui/hooks";
import { NoticeBox } from "@/ui/parts";
import { KickProgress } from "../KickProgress";
import { makeKick, useAllowance } from "../making";
import { keys, useStudio } from "../studio";
import styles from "./bar.module.css";
import { NO_KICKS, refOf, type NamedKick } from "./data";
import { DeleteKickDialog } from "./DeleteKickDialog";
import { Stepper } from "./Stepper";

const PROMPT = "deep punchy house"; // until the server has told its own

interface KicksBarProps {
  /** null: they are on their way. */
  kicks: readonly NamedKick[] | null;
  /** What is played when the last kick is gone. */
  stock: string;
}

export function KicksBar({ kicks: known, stock }: KicksBarProps) {
  const kicks = known ?? NO_KICKS;
  const { rack } = useStudio();
  const { kick } = useStore(rack.state).patch;
  const [deleting, setDeleting] = useState<NamedKick | null>(null);
  const here = kicks.find(({ id }) => kick.kind === "ai" && id === kick.id) ?? null;
  const groups = useMemo(() => [{ label: "Your kicks", options: kicks.map(({ id, name }) => ({ id, label: name })) }], [kicks]);
  const choose = (chosen: NamedKick) => {
    rack.choose({ kick: refOf(chosen) }, `Choose ${chosen.name}`);
  };
  const deleted = (gone: NamedKick) => {
    setDeleting(null);
    const next = neighbour(kicks, ({ id }) => id === gone.id, 1);
    if (next && next.id !== gone.id) choose(next);
    else rack.choose({ kick: { kind: "stock", name: stock } }, `Choose ${stock}`);
  };
  return (
    <div className={styles["bar"]}>
      <Stepper
        label="Generated kick"
        shown={here?.name ?? (known === null ? "…" : kicks.length === 0 ? "No kick yet" : "Choose a kick")}
        groups={groups}
        chosen={here?.id ?? null}
        onChoose={(id) => {
          const chosen = kicks.find((one) => one.id === id);
          if (chosen) choose(chosen);
        }}
      />
      <IconButton
        icon="trash"
        label={here ? `Delete ${here.name}` : "No kick to delete"}
        disabled={here === null}
        onClick={() => { setDeleting(here); }}
      />
      <Generator first={known?.length === 0} />
      {deleting ? <DeleteKickDialog kick={deleting} onDeleted={() => { deleted(deleting); }} onClose={() => { setDeleting(null); }} /> : null}
    </div>
  );
}

function Generator({ first }: { first: boolean }) {
  const studio = useStudio();
  const { rack, rackPlayer, calls } = studio;
  const { data: words } = useQuery({ queryKey: keys.words, queryFn: calls.words, staleTime: Infinity });
  const [typed, setTyped] = useState<string | null>(null);
  const [making, setMaking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { allowance } = useAllowance();
  const now = useNow(30_000);
  const limit = allowance ? limitReached(allowance, now) : null;
  const prompt = typed ?? (words?.defaults.prompt || PROMPT);

  const generate = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (making || limit) return;
    studio.player.unlock(); // still inside the key press or click
    setFailure(null);
    setMaking(true);
    try {
      const kick = await makeKick(studio, requestOf({ ...EMPTY_RECIPE, prompt }));
      if (kick === null) return;
      rack.choose({ kick: refOf(kick) }, `Generate ${kick.name}`);
      if (!rackPlayer.playing.get()) rackPlayer.play();
    } catch (problem) {
      setFailure(problem);
    } finally {
      setMaking(false);
    }
  };
  const notice = limit ?? (failure === null ? null : describeFailure(failure, now));
  return (
    <form className={styles["generator"]} onSubmit={(event) => void generate(event)}>
      <input
        className={inputClass}
        aria-label="Describe a kick"
        maxLength={PROMPT_MAX_CHARS}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={PROMPT}
        value={prompt}
        onChange={(event) => { setTyped(event.target.value); }}
      />
      <Button look="primary" type="submit" aria-disabled={making || limit !== null}>
        Generate
      </Button>
      <div className={styles["status"]}>
        {notice ? (
          <NoticeBox tone={limit || (failure instanceof ApiFailure && failure.status === 429) ? "warning" : "bad"} title={notice.title}>
            {notice.body}
          </NoticeBox>
        ) : making ? (
          <KickProgress label="Generating a kick" className={styles["busy"]} />
        ) : (
          <p className={styles["hint"]}>
            {first ? "Press Generate for a first kick." : "The new kick plays in the rack at once."}
            {allowance && allowance.remainingGensToday !== null ? ` ${allowance.remainingGensToday} left today.` : null}
          </p>
        )}
      </div>
    </form>
  );
}
