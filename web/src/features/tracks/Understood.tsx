/** What was understood of a prompt: tags for what was taken from the words, what was chosen, and what was left aside. */

import { formatClock_s, formatTempo } from "@/core/format";
import type { Composition } from "@/core/tracks/details";
import { Tag } from "@/ui/parts";
import styles from "./details.module.css";

interface Mark {
  text: string;
  /** The words that said so; null: it was chosen. */
  from: string | null;
}

function marksOf(composition: Composition): Mark[] {
  const { genre, bpm, key, duration_s, looping, moods, instruments, without, structure, understood, asked } = composition;
  const said = (field: string, value?: string) =>
    understood.find((each) => each.field === field && (value === undefined || each.value === value))?.text ?? (value === undefined ? null : "the prompt");
  const fixed = (field: string, word: string) => said(word) ?? (asked.includes(field) ? "what was typed beside the prompt" : null);
  return [
    { text: genre, from: fixed("genre", "genre") },
    ...(bpm === null ? [] : [{ text: formatTempo(bpm), from: fixed("bpm", "tempo") }]),
    { text: key, from: fixed("key", "key") },
    ...(duration_s === null ? [] : [{ text: formatClock_s(duration_s), from: fixed("duration_s", "duration") }]),
    ...(looping ? [{ text: "loop", from: "the switch or the prompt" }] : []),
    ...moods.map((mood) => ({ text: mood, from: said("mood", mood) })),
    ...instruments.map((name) => ({ text: name, from: said("instrument", name) })),
    ...without.map((name) => ({ text: `no ${name}`, from: said("instrument", `no ${name}`) })),
    ...structure.wanted.map((name) => ({ text: `with ${name}`, from: said("structure", name) })),
    ...structure.unwanted.map((name) => ({ text: `without ${name}`, from: said("structure", `no ${name}`) })),
  ].filter(({ text }) => text !== "");
}

export function Understood({ composition }: { composition: Composition }) {
  const { ignored, notes } = composition;
  return (
    <div className={styles["understood"]}>
      <ul className={styles["tags"]} aria-label="What was understood">
        {marksOf(composition).map(({ text, from }) => (
          <li key={text}>
            <Tag {...(from === null ? {} : { tone: "known" as const })} title={from === null ? "Chosen by the seed" : `From: ${from}`}>
              {text}
            </Tag>
          </li>
        ))}
        {ignored.map((word) => (
          <li key={`ignored ${word}`}>
            <Tag tone="ignored">{word}: not used</Tag>
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} className={styles["note"]}>
          {note}
        </p>
      ))}
    </div>
  );
}
