/** The arrangement, or its loop, as a file: rendered here, as fast as it goes. */

import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { attenuate, bounceTimeline } from "@/audio/timeline/bounce";
import { describeFailure } from "@/core/api/failure";
import { formatDb, formatTime_s, formatWait_s, toDb } from "@/core/format";
import { FILE_KINDS, type FileKind } from "@/core/rack/bouncing";
import { arrangementEnd, RATE_HZ } from "@/core/timeline/types";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { inputClass } from "@/ui/Field";
import { NoticeBox, Progress } from "@/ui/parts";
import { useStudio, type Studio } from "../studio";
import { useArrangement } from "./context";
import styles from "./dialogs.module.css";

interface Plan {
  readonly loop: boolean;
  readonly file: FileKind;
  /** Turned down where it would clip. */
  readonly fits: boolean;
}

interface Step {
  readonly words: string;
  readonly fraction: number;
  /** null: too early to tell. */
  readonly left_s: number | null;
}

const FIRST: Plan = { loop: false, file: "wav24", fits: true };
const RENDERING_SHARE = 0.8;
const GUESS_FROM = 0.08;
const CEILING_DB = -0.1;

export function BounceDialog({ onClose }: { onClose(): void }) {
  const studio = useStudio();
  const arrangement = useArrangement();
  const [plan, setPlan] = useState<Plan>({ ...FIRST, loop: arrangement.loop.enabled });
  const [step, setStep] = useState<Step | null>(null);
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
    const began_ms = performance.now();
    const tell = (words: string, fraction: number) => {
      const took_s = (performance.now() - began_ms) / 1000;
      setStep({ words, fraction, left_s: fraction < GUESS_FROM ? null : (took_s * (1 - fraction)) / fraction });
    };
    try {
      const said = await download(studio, plan, range, control.signal, tell);
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
        <fieldset className={styles["choices"]} disabled={step !== null}>
          <legend>What</legend>
          <label>
            <input type="radio" name="range" checked={!plan.loop} onChange={() => { setPlan({ ...plan, loop: false }); }} />
            <span>
              <b>Everything</b> <span>{formatTime_s(arrangementEnd(arrangement) / RATE_HZ)}</span>
            </span>
          </label>
          <label>
            <input type="radio" name="range" checked={plan.loop} onChange={() => { setPlan({ ...plan, loop: true }); }} />
            <span>
              <b>The loop</b> <span>{formatTime_s((stopFrames - startFrames) / RATE_HZ)}, cut at its ends</span>
            </span>
          </label>
        </fieldset>
        <label className={styles["choice"]}>
          <span>File</span>
          <select className={inputClass} value={plan.file} disabled={step !== null} onChange={(event) => { setPlan({ ...plan, file: event.target.value as FileKind }); }}>
            {Object.entries(FILE_KINDS).map(([kind, { title }]) => (
              <option key={kind} value={kind}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label className={styles["check"]}>
          <input type="checkbox" checked={plan.fits} disabled={step !== null} onChange={(event) => { setPlan({ ...plan, fits: event.target.checked }); }} />
          <span>
            <b>Turn it down if it would clip</b> <span>otherwise the level is as it is heard</span>
          </span>
        </label>
        {failure === null ? null : (
          <NoticeBox tone="bad" title="The bounce was not made">
            {failure instanceof RangeError ? failure.message : describeFailure(failure, new Date()).body}
          </NoticeBox>
        )}
        {step ? (
          <Progress
            label="Bouncing"
            percent={step.fraction * 100}
            words={step.words}
            end={`${Math.round(step.fraction * 100)} %${step.left_s === null ? "" : ` · ${formatWait_s(step.left_s)} left`}`}
          />
        ) : null}
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
async function download({ desk, timelineSounds }: Studio, plan: Plan, range: { from: number; to: number }, signal: AbortSignal, tell: (words: string, fraction: number) => void): Promise<string> {
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
