/** Note names and frequencies: equal temperament, A4 = 440 Hz, scientific octave numbers. */

const NAMES = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"] as const;
const STEPS: Record<string, number> = { C: 0, D: 2, E: 4, F: 5, G: 7, A: 9, B: 11, H: 11 }; // H: German for B
const A4_HZ = 440;
const A4_MIDI = 69;

/** The nearest note and how far off it is, e.g. 50 Hz -> G1, +35 cents. */
export function noteOf(pitch_hz: number): { name: string; cents: number } {
  const midi = A4_MIDI + 12 * Math.log2(pitch_hz / A4_HZ);
  const nearest = Math.round(midi);
  const name = NAMES[((nearest % 12) + 12) % 12] ?? "C";
  return { name: `${name}${Math.floor(nearest / 12) - 1}`, cents: Math.round((midi - nearest) * 100) };
}

/** Frequency of a note name such as "F1", "f#1", "Bb0"; null when it is none. */
export function noteToHz(text: string): number | null {
  const match = /^([a-h])([#♯b♭]?)(-?\d)$/i.exec(text.trim());
  if (!match) return null;
  const step = STEPS[(match[1] ?? "").toUpperCase()];
  if (step === undefined) return null;
  const accidental = { "#": 1, "♯": 1, b: -1, "♭": -1 }[match[2] ?? ""] ?? 0;
  const midi = step + accidental + 12 * (Number(match[3]) + 1);
  return A4_HZ * 2 ** ((midi - A4_MIDI) / 12);
}
