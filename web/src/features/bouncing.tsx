/** What the bounces of the rack and of the timeline share: how far one is, and which file it becomes. */

import { FILE_KINDS, type FileKind } from "@/core/rack/bouncing";
import { formatWait_s } from "@/core/format";
import { Progress } from "@/ui/parts";
import { SelectField } from "@/ui/Select";

export interface BounceStep {
  readonly words: string;
  /** 0 to 1. */
  readonly fraction: number;
  /** null: too early to tell. */
  readonly left_s: number | null;
}

export type TellStep = (words: string, fraction: number) => void;

export const RENDERING_SHARE = 0.8; // the rest is writing the file
const GUESS_FROM = 0.08;

/** For a bounce that begins now: every step is shown with what is left, as guessed from how long it took so far. */
export function stepsFromNow(show: (step: BounceStep) => void): TellStep {
  const began_ms = performance.now();
  return (words, fraction) => {
    const took_s = (performance.now() - began_ms) / 1000;
    show({ words, fraction, left_s: fraction < GUESS_FROM ? null : (took_s * (1 - fraction)) / fraction });
  };
}

export function BounceProgress({ step: { words, fraction, left_s } }: { step: BounceStep }) {
  const left = left_s === null ? "" : ` · ${formatWait_s(left_s)} left`;
  return <Progress label="Bouncing" percent={fraction * 100} words={words} end={`${Math.round(fraction * 100)} %${left}`} />;
}

const KINDS = Object.keys(FILE_KINDS) as FileKind[];

export function FileKindField({ kind, disabled = false, onChange }: { kind: FileKind; disabled?: boolean; onChange(kind: FileKind): void }) {
  return <SelectField label="File" value={kind} values={KINDS} wordOf={(each) => FILE_KINDS[each].title} disabled={disabled} onChange={onChange} />;
}
