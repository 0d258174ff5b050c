/** The genres that the composer knows, by the names it gives them. */

export const GENRES = [
  "afrobeat", "ambient", "blues", "boom bap", "bossa nova", "chill hop", "chiptune", "cinematic", "classical", "deep house",
  "disco", "drum and bass", "dubstep", "folk", "funk", "house", "jazz", "lo-fi", "metal", "pop", "r&b", "reggae", "rock",
  "synthwave", "techno", "trance", "trap", "uk garage",
] as const;

/** Prompts to try, each in another corner of what can be made. */
export const EXAMPLES = [
  "30 seconds of peaceful lo-fi chill hop",
  "Düsterer Techno, 132 BPM, mit einem großen Drop",
  "happy 80s synthwave in A minor",
  "Ruhiges Klavierstück ohne Schlagzeug, eine halbe Minute",
  "bossa nova for a rainy café",
  "epic cinematic strings, slow build",
  "dub reggae with deep bass",
  "Fröhlicher Funk mit Slap-Bass",
  "liquid drum and bass, dreamy pads",
] as const;
