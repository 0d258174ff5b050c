/** The keys that do things, listed under "?". */

import { KEY_TABLE, TAP_KEY } from "@/core/rack/hotkeys";
import { Dialog } from "@/ui/Dialog";
import styles from "./shell.module.css";

type Rows = readonly (readonly [keys: readonly string[], what: string])[];

const EVERYWHERE: Rows = [
  [["Space"], "Play or stop the studio, the timeline, or the sound you are at (never while typing)"],
  [["Enter"], "Press the button you are at; in the prompt: make a kick or a track"],
  [["?"], "Show these keys"],
  [["Esc"], "Close what is open"],
];
const STUDIO: Rows = [
  [["Enter"], "Cue: one kick and the noise, for as long as you hold it"],
  [[TAP_KEY.toUpperCase()], "Tap the tempo"],
  [["Shift"], "With a letter below: a tenth of the step"],
  [["Ctrl", "Z"], "Undo; with Shift, or Ctrl Y: redo"],
  [["Ctrl", "B"], "Bounce bars to a file"],
];
const TIMELINE: Rows = [
  [["←", "→"], "Move what is selected along the grid; with Shift by 10 ms"],
  [["↑", "↓"], "Move it to the track above or below"],
  [["Ctrl", "←", "→", "↑", "↓"], "Go to another clip"],
  [["S"], "Split at the playhead"],
  [["Ctrl", "D"], "Duplicate; with C, X, V: copy, cut, paste; with A: select all"],
  [["Del"], "Delete what is selected"],
  [["X"], "Crossfade clips that lie over each other"],
  [["L"], "Loop on or off; with Shift: around what is selected"],
  [["M", "O"], "Mute or solo the track one is at"],
  [["+", "−", "F"], "Zoom in, zoom out, all in sight; or Ctrl and the wheel"],
  [["Home", "End"], "Playhead to the beginning or the end"],
  [["Shift", "Alt"], "Held while dragging: without snapping"],
  [["/"], "Add sounds"],
];
const TRACKS: Rows = [
  [["/"], "Go to the prompt"],
  [["Shift", "Enter"], "In the prompt: a new line"],
  [["Space"], "Play the track you are at; again: pause, and go on from there"],
  [["←", "→"], "At a waveform: five seconds back or forth"],
];
const OTHERS: readonly (readonly [title: string, rows: Rows])[] = [
  [
    "Prompt",
    [
      [["↑", "↓"], "Choose a suggested word"],
      [["Enter", "Tab"], "Take the chosen word"],
      [["/"], "Go to the prompt"],
    ],
  ],
  [
    "Knobs and faders",
    [
      [["↑", "↓"], "Turn; with Shift in small steps"],
      [["PgUp", "PgDn"], "Turn in large steps"],
      [["Home", "End"], "To the ends"],
      [["0 … 9", "Enter"], "Type a value: 200, 2k, A3, -12 dB, off"],
      [["Del"], "Back to where it was at first (or double-click)"],
    ],
  ],
  ["Waveform", [[["←", "→"], "Play from a little earlier or later"]]],
];

export function Help({ onClose }: { onClose(): void }) {
  return (
    <Dialog reads title="Keys" onClose={onClose}>
      <Section title="Everywhere" rows={EVERYWHERE} />
      <Section title="Studio" rows={STUDIO} />
      <HotKeys />
      <Section title="Tracks" rows={TRACKS} />
      <Section title="Timeline" rows={TIMELINE} />
      {OTHERS.map(([title, rows]) => (
        <Section key={title} title={title} rows={rows} />
      ))}
    </Dialog>
  );
}

function Section({ title, rows }: { title: string; rows: Rows }) {
  return (
    <section className={styles["keys"]}>
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
  );
}

/** What the letters turn, strip by strip. */
function HotKeys() {
  return (
    <table className={styles["hotKeys"]}>
      <caption className="visually-hidden">Hot-keys of the studio</caption>
      <thead>
        <tr>
          <th scope="col">Strip</th>
          <th scope="col">Less</th>
          <th scope="col">More</th>
          <th scope="col">Turns</th>
        </tr>
      </thead>
      {KEY_TABLE.map(({ strip, rows }) => (
        <tbody key={strip}>
          {rows.map(({ less, more, words }, at) => (
            <tr key={words}>
              {at === 0 ? (
                <th scope="rowgroup" rowSpan={rows.length}>
                  {strip}
                </th>
              ) : null}
              <td>
                <kbd>{less.toUpperCase()}</kbd>
              </td>
              <td>
                <kbd>{more.toUpperCase()}</kbd>
              </td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}
