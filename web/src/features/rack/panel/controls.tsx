/** The rack's numbers as knobs, faders and boxes: bound to the store, one drag is one step to undo. */

import { useCallback, useSyncExternalStore } from "react";
import { parseValue, formatValue, spokenValue, WORDS } from "@/core/rack/format";
import { parameter, positionOf, stepped, valueAt, type ParameterName } from "@/core/rack/params";
import { useStudio } from "@/features/studio";
import { Fader, type FaderMark } from "@/ui/Fader";
import { Knob } from "@/ui/Knob";
import { type TurnedProps } from "@/ui/useSlider";
import { NumberBox } from "@/ui/NumberBox";

const TRAVEL_PX = 200; // half of a hundredth a pixel
const FINE = 0.1;

/** What all of them are told about a number. */
function useTurned(name: ParameterName) {
  const { rack } = useStudio();
  // Each control follows its own number only: a drag draws one knob anew, not thirteen.
  const value = useSyncExternalStore(rack.state.subscribe, useCallback(() => rack.patch.values[name], [rack, name]));
  const { low, high, initial, keys } = parameter(name);
  const { title, short, hint } = WORDS[name];
  const set = (next: number, gesture: string | null) => {
    rack.set({ [name]: next }, title, gesture);
  };
  const reset = () => {
    set(initial, null);
  };
  const turned: TurnedProps = {
    label: title,
    short,
    hint,
    low,
    high,
    value,
    text: formatValue(name, value),
    spoken: spokenValue(name, value),
    home: formatValue(name, initial),
    keys,
    inputMode: "decimal",
    travel_px: TRAVEL_PX,
    leavesEnter: true,
    onTurn: (position) => {
      if (position === null) reset();
      else set(valueAt(name, position), name);
    },
    onStep: (way, fine) => {
      set(stepped(name, value, way, fine ? FINE : 1), name);
    },
    onType: (text) => {
      const read = parseValue(name, text);
      if (read.ok) set(read.value, null);
      return read;
    },
    onGrab: () => {
      rack.beginGesture();
    },
    onRelease: () => {
      rack.endGesture();
    },
  };
  return { value, turned, set, reset };
}

export function ParamKnob({ name }: { name: ParameterName }) {
  const { value, turned } = useTurned(name);
  const position = positionOf(name, value);
  return <Knob {...turned} position={position} start={position} />;
}

const MARKS_DB = [0, -6, -12, -24, -36, -48, -60];
const CROWDED = 0.06; // of the way: marks nearer than this to an end would touch it

function marksOf(name: ParameterName): readonly FaderMark[] {
  const { low, high } = parameter(name);
  const between = MARKS_DB.filter((level_db) => level_db <= high && positionOf(name, level_db) > CROWDED);
  return [...between.map((level_db) => ({ at: positionOf(name, level_db), text: String(level_db).replace("-", "−") })), { at: 0, text: low < 0 ? "off" : String(low) }];
}

const MARKS = { noiseVolume: marksOf("noiseVolume"), reverbVolume: marksOf("reverbVolume") };

export function ParamFader({ name }: { name: keyof typeof MARKS }) {
  const { value, turned } = useTurned(name);
  return <Fader {...turned} position={positionOf(name, value)} marks={MARKS[name]} />;
}

export function TempoBox() {
  const { value, turned, set, reset } = useTurned("bpm");
  return (
    <NumberBox
      {...turned}
      value={value}
      onChange={(bpm) => {
        if (bpm === null) reset();
        else set(bpm, "bpm");
      }}
    />
  );
}
