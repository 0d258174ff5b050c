/** The colour and the word of each type of sound, the same everywhere. Canvases know no custom properties, so tokens.css has them too. */

import type { SoundType } from "@/core/timeline/types";

export const SOUND_COLOURS: Readonly<Record<SoundType, string>> = {
  main: "#4c8dff",
  bass: "#35c9e0",
  chords: "#4fce7a",
  melody: "#a678f5",
  percussion: "#ff9b45",
  kick: "#f2c14e",
  upload: "#93a1b0",
};

export const SOUND_WORDS: Readonly<Record<SoundType, string>> = {
  main: "Track",
  bass: "Bass",
  chords: "Chords",
  melody: "Melody",
  percussion: "Percussion",
  kick: "Kick",
  upload: "Sound",
};
