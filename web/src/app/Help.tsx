/** The keys that do things, listed under "?". */

import { Dialog } from "@/ui/Dialog";
import styles from "./shell.module.css";

const KEYS: readonly [string, readonly [string[], string][]][] = [
  [
    "Everywhere",
    [
      [["Space"], "Play or stop the sound you are at (never while typing)"],
      [["Enter"], "Press the button you are at; in the prompt: make a kick"],
      [["?"], "Show these keys"],
      [["Esc"], "Close what is open"],
    ],
  ],
  [
    "Prompt",
    [
      [["↑", "↓"], "Choose a suggested word"],
      [["Enter", "Tab"], "Take the chosen word"],
      [["/"], "Go to the prompt"],
    ],
  ],
  [
    "Knobs",
    [
      [["↑", "↓"], "Turn; with Shift in small steps"],
      [["PgUp", "PgDn"], "Turn in large steps"],
      [["Home", "End"], "To the ends"],
      [["0 … 9", "Enter"], "Type a value"],
      [["Del"], "Back to auto (or double-click)"],
    ],
  ],
  ["Waveform", [[["←", "→"], "Play from a little earlier or later"]]],
];

export function Help({ onClose }: { onClose(): void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      {KEYS.map(([title, rows]) => (
        <section key={title} className={styles["keys"]}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([names, what]) => (
              <div key={what}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{what}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
