/** Bars of the rack as a file: how many, how they end, in which format; downloaded or kept in the library. */

import { useState, type SyntheticEvent } from "react";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import { BARS_MAX, BARS_USUAL, bounceProblem, heardLayers, length_s, parseBars, type BouncePlan } from "@/core/rack/bouncing";
import { formatTime_s } from "@/core/format";
import { LAYERS } from "@/core/rack/state";
import { Button } from "@/ui/Button";
import { Check, Choices } from "@/ui/Choices";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { useStore } from "@/ui/hooks";
import { Chip, NoticeBox } from "@/ui/parts";
import { BounceProgress, FileKindField } from "../bouncing";
import { useStudio } from "../studio";
import { useIsGuest } from "./data";
import styles from "./dialogs.module.css";
import { useBounce } from "./useBounce";

interface BounceDialogProps {
  plan: BouncePlan;
  onPlan(change: Partial<BouncePlan>): void;
  onClose(): void;
}

const ENDINGS = [
  { value: "loop", title: "Seamless loop", words: "cut to the bars; what rings out is in its beginning" },
  { value: "tail", title: "Ring out", words: "after the last bar the reverb dies away" },
] as const;

export function BounceDialog({ plan, onPlan, onClose }: BounceDialogProps) {
  const { rack, toasts } = useStudio();
  const guest = useIsGuest();
  const state = useStore(rack.state);
  const { bpm } = state.patch.values;
  const [typed, setTyped] = useState(String(plan.bars));
  const [failure, setFailure] = useState<unknown>(null);
  const [sending, setSending] = useState(false);
  const { progress, download, toLibrary, cancel } = useBounce();
  const bars = parseBars(typed);
  const problem = bounceProblem(bars, bpm, state);
  const heard = heardLayers(state);
  const busy = progress !== null || sending;

  const setBars = (text: string) => {
    setTyped(text);
    const read = parseBars(text);
    if (read !== null) onPlan({ bars: read });
  };
  const run = async (work: () => Promise<boolean>) => {
    if (problem !== null || busy) return;
    setFailure(null);
    try {
      if (await work()) onClose();
    } catch (went) {
      setFailure(went);
    }
  };
  const toDisk = (event: SyntheticEvent) => {
    event.preventDefault();
    void run(() => download(plan));
  };
  const keep = () =>
    run(async () => {
      setSending(true);
      try {
        await toLibrary(plan);
        toasts.show("It is being made, and will be among your loops.");
        return true;
      } finally {
        setSending(false);
      }
    });
  const close = () => {
    cancel();
    onClose();
  };
  return (
    <Dialog title="Bounce" onClose={close}>
      <form style={{ display: "contents" }} onSubmit={toDisk} noValidate>
        <div className={styles["bars"]}>
          <Field label={`Bars, 1 to ${BARS_MAX}`} inputMode="numeric" autoComplete="off" value={typed} error={problem ?? undefined} onChange={(event) => { setBars(event.target.value); }} />
          <div className={styles["chips"]} role="group" aria-label="Usual lengths">
            {BARS_USUAL.map((usual) => (
              <Chip key={usual} aria-pressed={bars === usual} aria-label={`${usual} ${usual === 1 ? "bar" : "bars"}`} onClick={() => { setBars(String(usual)); }}>
                {usual}
              </Chip>
            ))}
          </div>
        </div>
        <Choices legend="Ending" name="ending" choices={ENDINGS} chosen={plan.ending} onChoose={(ending) => { onPlan({ ending }); }} />
        <div className={styles["file"]}>
          <FileKindField kind={plan.file} onChange={(file) => { onPlan({ file }); }} />
          <Check title="Stems" words="kick, noise and reverb as files of their own, too" checked={plan.stems} onChange={(stems) => { onPlan({ stems }); }} />
        </div>
        <p className={[styles["length"], "tabular"].join(" ")} role="status">
          {bars === null ? "" : `${formatTime_s(length_s(bars, bpm))} at ${bpm} BPM${plan.ending === "tail" ? ", and what rings out" : ""}.`}
          {heard.length < LAYERS.length && heard.length > 0 ? ` As it is heard now: only ${heard.join(" and ")}.` : ""}
        </p>
        <Trouble failure={failure} />
        {progress ? <BounceProgress step={progress} /> : null}
        <DialogFoot>
          <Button onClick={close}>Cancel</Button>
          {guest ? null : (
            <Button disabled={busy} aria-disabled={problem !== null} onClick={() => void keep()}>
              Save to library
            </Button>
          )}
          <Button look="primary" icon="download" type="submit" disabled={busy} aria-disabled={problem !== null}>
            {progress ? "Bouncing …" : "Download"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

function Trouble({ failure }: { failure: unknown }) {
  if (failure === null) return null;
  const notice = describeFailure(failure, new Date());
  // The renderer and the writers speak plainly; the browser does not.
  const own = failure instanceof Error && !(failure instanceof ApiFailure) && !(failure instanceof TypeError) && failure.message !== "";
  return (
    <NoticeBox tone="bad" title={own ? "The bounce was not made" : notice.title}>
      {own ? failure.message : notice.body}
    </NoticeBox>
  );
}
