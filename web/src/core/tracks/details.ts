/** What the server tells of a composition, read with care: it was written when the track was made, perhaps long ago. */

export interface Section {
  readonly kind: string;
  readonly start_s: number;
  readonly duration_s: number;
  /** 0 to 1. */
  readonly energy: number;
}

export interface Chord {
  readonly name: string;
  readonly start_s: number;
  readonly duration_s: number;
}

export interface UnderstoodWord {
  readonly text: string;
  readonly field: string;
  readonly value: string;
}

export interface Composition {
  readonly genre: string;
  readonly bpm: number | null;
  readonly key: string;
  readonly duration_s: number | null;
  /** Length and tempo as they were asked for, or chosen; the composition may bend them a little. */
  readonly asked_s: number | null;
  readonly askedBpm: number | null;
  /** What the words or what was typed beside them fixed: duration_s, bpm, key, genre. */
  readonly asked: readonly string[];
  readonly looping: boolean;
  readonly moods: readonly string[];
  readonly instruments: readonly string[];
  /** Stems that stay silent because they were not wanted. */
  readonly without: readonly string[];
  readonly structure: { readonly wanted: readonly string[]; readonly unwanted: readonly string[] };
  readonly understood: readonly UnderstoodWord[];
  readonly ignored: readonly string[];
  readonly notes: readonly string[];
  readonly sections: readonly Section[];
  readonly chords: readonly Chord[];
}

type Loose = Readonly<Record<string, unknown>>;

const loose = (value: unknown): Loose => (typeof value === "object" && value !== null ? (value as Loose) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const number = (value: unknown): number | null => (typeof value === "number" && Number.isFinite(value) ? value : null);
const texts = (value: unknown): string[] => list(value).filter((each): each is string => typeof each === "string");

export function compositionOf(metadata: unknown): Composition {
  const whole = loose(metadata);
  const brief = loose(whole["interpretation"]);
  const structure = loose(brief["structure"]);
  return {
    genre: text(whole["genre"]),
    bpm: number(whole["bpm"]),
    key: text(whole["key"]),
    duration_s: number(whole["durationS"]),
    asked_s: number(brief["durationS"]),
    askedBpm: number(brief["bpm"]),
    asked: texts(brief["asked"]),
    looping: whole["looping"] === true || brief["looping"] === true,
    moods: texts(brief["moods"]),
    instruments: texts(brief["instruments"]),
    without: texts(brief["without"]),
    structure: { wanted: texts(structure["wanted"]), unwanted: texts(structure["unwanted"]) },
    understood: list(brief["understood"]).map(loose).map((each) => ({ text: text(each["text"]), field: text(each["field"]), value: text(each["value"]) })),
    ignored: texts(brief["ignored"]),
    notes: texts(brief["notes"]),
    sections: list(whole["sections"]).map(loose).map((each) => ({
      kind: text(each["kind"]), start_s: number(each["startS"]) ?? 0, duration_s: number(each["durationS"]) ?? 0, energy: number(each["energy"]) ?? 0.5,
    })),
    chords: list(whole["chords"]).map(loose).map((each) => ({
      name: text(each["name"]), start_s: number(each["startS"]) ?? 0, duration_s: number(each["durationS"]) ?? 0,
    })),
  };
}

const MOST_NAMES = 16;

/** The chords of a section as musicians write them: what repeats is written once, and how often. */
export function progressionOf(chords: readonly Chord[], { start_s, duration_s }: Section): { names: readonly string[]; times: number; more: boolean } {
  const slack_s = 0.02;
  const inside = chords.filter((chord) => chord.start_s >= start_s - slack_s && chord.start_s < start_s + duration_s - slack_s).map(({ name }) => name);
  for (let period = 1; period <= inside.length / 2; period++) {
    if (inside.length % period !== 0) continue;
    if (inside.every((name, index) => name === inside[index % period])) {
      return { names: inside.slice(0, Math.min(period, MOST_NAMES)), times: inside.length / period, more: period > MOST_NAMES };
    }
  }
  return { names: inside.slice(0, MOST_NAMES), times: 1, more: inside.length > MOST_NAMES };
}

/** The bar that begins at or before a time, from 1. */
export const barAt = (at_s: number, bpm: number, beatsPerBar: number): number => Math.floor((at_s * bpm) / 60 / beatsPerBar + 0.01) + 1;
