/** The arrangement, or its loop, as a file: rendered here, as fast as it goes. */

import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { attenuate, bounceTimeline } from "@/audio/timeline/bounce";
import { describeFailure } from "@/core/api/failure";
import { formatDb, formatTime_s, toDb } from "@/core/format";
import { FILE_KINDS, type FileKind } from "@/core/rack/bouncing";
import { arrangementEnd, RATE_HZ } from "@/core/timeline/types";
import { Button } from "@/ui/Button";
import { Check, Choices } from "@/ui/Choices";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { NoticeBox } from "@/ui/parts";
import { BounceProgress, FileKindField, RENDERING_SHARE, stepsFromNow, type BounceStep, type TellStep } from "../bouncing";
import { useStudio, type Studio } from "../studio";
import { useArrangement } from "./context";

interface Plan {
  readonly loop: boolean;
  readonly file: FileKind;
  /** Turned down where it would clip. */
  readonly fits: boolean;
}

const FIRST: Plan = { loop: false, file: "wav24", fits: true };
const CEILING_DB = -0.1;

export function BounceDialog({ onClose }: { onClose(): void }) {
  const studio = useStudio();
  const arrangement = useArrangement();
  const [plan, setPlan] = useState<Plan>({ ...FIRST, loop: arrangement.loop.enabled });
  const [step, setStep] = useState<BounceStep | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => { running.current?.abort(); }, []);
  const { startFrames, stopFrames } = arrangement.loop;
  const range = plan.loop ? { from: startFrames, to: stopFrames } : { from: 0, to: arrangementEnd(arrangement) };
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    if (running.current) return;
    const control = new AbortController();
    running.current = control;
    setFailure(null);
    try {
      const said = await download(studio, plan, range, control.signal, stepsFromNow(setStep));
      studio.toasts.show(said, { stays_ms: 8_000 });
      onClose();
    } catch (problem) {
      if (!control.signal.aborted) setFailure(problem);
    } finally {
      running.current = null;
      setStep(null);
    }
  };
  const close = () => {
    running.current?.abort();
    onClose();
  };
  return (
    <Dialog title="Bounce" onClose={close}>
      <form style={{ display: "contents" }} onSubmit={submit}>
        <Choices
          legend="What"
          name="range"
          disabled={step !== null}
          choices={[
            { value: "all", title: "Everything", words: formatTime_s(arrangementEnd(arrangement) / RATE_HZ) },
            { value: "loop", title: "The loop", words: `${formatTime_s((stopFrames - startFrames) / RATE_HZ)}, cut at its ends` },
          ]}
          chosen={plan.loop ? "loop" : "all"}
          onChoose={(chosen) => { setPlan({ ...plan, loop: chosen === "loop" }); }}
        />
        <FileKindField kind={plan.file} disabled={step !== null} onChange={(file) => { setPlan({ ...plan, file }); }} />
        <Check
          title="Turn it down if it would clip"
          words="otherwise the level is as it is heard"
          checked={plan.fits}
          disabled={step !== null}
          onChange={(fits) => { setPlan({ ...plan, fits }); }}
        />
        {failure === null ? null : (
          <NoticeBox tone="bad" title="The bounce was not made">
            {failure instanceof RangeError ? failure.message : describeFailure(failure, new Date()).body}
          </NoticeBox>
        )}
        {step ? <BounceProgress step={step} /> : null}
        <DialogFoot>
          <Button onClick={close}>Cancel</Button>
          <Button look="primary" icon="download" type="submit" disabled={step !== null}>
            {step ? "Bouncing …" : "Download"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}

/** Gives a sentence about what was made. */
async function download({ desk, timelineSounds }: Studio, plan: Plan, range: { from: number; to: number }, signal: AbortSignal, tell: TellStep): Promise<string> {
  const arrangement = desk.store.now;
  tell("Rendering", 0);
  timelineSounds.retry();
  const writing = Promise.all([import("@/audio/files/formats"), import("@/audio/files/save")]);
  writing.catch(() => undefined); // told below, where it is waited for
  const { channels, peak, silent, sampleRate_hz } = await bounceTimeline(arrangement, range, timelineSounds, {
    signal,
    progress: (fraction) => { tell("Rendering", fraction * RENDERING_SHARE); },
  });
  const [{ encode, FORMATS }, { save, slug }] = await writing;
  const kind = FILE_KINDS[plan.file];
  const over_db = toDb(peak) - CEILING_DB;
  const turned = plan.fits && over_db > 0;
  if (turned) attenuate(channels, 10 ** (-over_db / 20));
  const { name, bpm } = arrangement;
  const pieces = await encode({ channels, sampleRate_hz }, kind, { title: name, software: "Klangwerk", bpm }, {
    signal,
    progress: (fraction) => { tell("Writing the file", RENDERING_SHARE + (1 - RENDERING_SHARE) * fraction); },
  });
  save(pieces, `${slug(name) || "project"}-${Math.round(bpm)}bpm.${kind.format}`, FORMATS[kind.format].mimeType);
  const loud = turned ? ` Turned down by ${formatDb(over_db)} so that it does not clip.` : over_db > 0 && kind.bitDepth !== 32 ? ` It peaks at +${formatDb(over_db)} and clips.` : "";
  return `Bounced ${formatTime_s((range.to - range.from) / RATE_HZ)}.${loud}${silent.length > 0 ? ` Silent, because they could not be loaded: ${silent.join(", ")}.` : ""}`;
}
