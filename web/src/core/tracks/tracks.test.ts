import { describe, expect, it } from "vitest";
import { barAt, compositionOf, progressionOf } from "./details";
import { addressOf, FIRST_QUERY, isNarrowed, paramsOf, queryOf, type TrackQuery } from "./query";
import { EMPTY_RECIPE, lengthOf_s, mistakesFrom, mistakesOf, orderOf, recalled, recipeFor, tempoOf } from "./recipe";

const OTHER: TrackQuery = { search: "rainy café", type: "bass", favourite: true, looping: true, genre: "r&b", sort: "-bpm" };

describe("the catalog's address", () => {
  it("keeps all of a query, and nothing of the first look", () => {
    expect(addressOf(FIRST_QUERY)).toEqual({});
    for (const query of [OTHER, { ...FIRST_QUERY, type: null }, FIRST_QUERY]) expect(queryOf(new URLSearchParams(addressOf(query)))).toEqual(query);
  });
  it("takes no nonsense", () => {
    expect(queryOf(new URLSearchParams("type=drums&sort=loudness&favourite=1&add=7"))).toEqual(FIRST_QUERY);
  });
  it("asks the server for what is wanted only", () => {
    expect(paramsOf(FIRST_QUERY)).toEqual({ sort: "-created", type: "main" });
    expect(paramsOf({ ...FIRST_QUERY, type: null })).toEqual({ sort: "-created" });
    expect(paramsOf(OTHER)).toEqual({ search: "rainy café", type: "bass", favourite: true, looping: true, genre: "r&b", sort: "-bpm" });
    expect(isNarrowed({ ...FIRST_QUERY, type: "bass" })).toBe(false);
    expect(isNarrowed(OTHER)).toBe(true);
  });
});

describe("what is typed beside the words", () => {
  it.each([["90", 90], ["1:30", 90], ["1.5 min", 90], ["45 s", 45], ["2 Minuten", 120], ["0,5 min", 30], ["1:75", null], ["soon", null], ["-4", null]])("%s is a length of %s s", (text, length_s) => {
    expect(lengthOf_s(text)).toBe(length_s);
  });
  it.each([["120", 120], ["92.5 bpm", 92.5], ["92,5 BPM", 92.5], ["fast", null]])("%s is a tempo of %s", (text, bpm) => {
    expect(tempoOf(text)).toBe(bpm);
  });
  it("is checked where it stands", () => {
    expect(mistakesOf({ ...EMPTY_RECIPE, prompt: " " })).toHaveProperty("prompt");
    expect(Object.keys(mistakesOf({ ...EMPTY_RECIPE, prompt: "house", length: "6:00", tempo: "300" }))).toEqual(["length", "tempo"]);
    expect(mistakesOf({ ...EMPTY_RECIPE, prompt: "house", length: "auto", tempo: "" })).toEqual({});
  });
  it("goes along only when it was given", () => {
    expect(orderOf({ ...EMPTY_RECIPE, prompt: " house ", length: "auto" })).toEqual({ prompt: { text: "house" }, format: "mp3", looping: false });
    expect(orderOf({ prompt: "house", format: "flac", looping: true, length: "1:00", tempo: "124 bpm", key: " F# minor", seed: 0 })).toEqual({
      prompt: { text: "house" }, format: "flac", looping: true, durationS: 60, bpm: 124, key: "F# minor", seed: 0,
    });
  });
  it("gets the server's words about its fields", () => {
    expect(mistakesFrom({ durationS: "Too long.", key: "No such key.", "prompt.text": "Empty.", wind: "?" })).toEqual({ length: "Too long.", key: "No such key.", prompt: "Empty." });
  });
  it("is recalled, whatever was kept", () => {
    const recipe = { ...EMPTY_RECIPE, prompt: "house", seed: 7, format: "wav" as const };
    expect(recalled(JSON.stringify(recipe))).toEqual(recipe);
    for (const text of [null, "{", "7", '{"prompt": 3, "format": "ogg", "seed": "x"}']) expect(recalled(text)).toEqual(EMPTY_RECIPE);
  });
});

const METADATA = {
  genre: "techno", bpm: 131.87, key: "F# minor", durationS: 8,
  interpretation: {
    durationS: 8, bpm: 132, key: "F# minor", asked: ["duration_s", "bpm", "key", "genre"], moods: ["dark"], ignored: ["florp"], notes: ["One."],
    understood: [{ text: "132 bpm", field: "tempo", value: "132" }, { text: "techno", field: "genre", value: "techno" }],
  },
  sections: [{ kind: "drop", startS: 0, durationS: 8, energy: 0.9 }],
  chords: [0, 2, 4, 6].map((startS, index) => ({ name: index % 2 === 0 ? "F#m" : "D", startS, durationS: 2 })),
};

describe("what was composed", () => {
  it("is read as the server wrote it", () => {
    const composition = compositionOf(METADATA);
    expect(composition).toMatchObject({ genre: "techno", bpm: 131.87, asked_s: 8, moods: ["dark"], ignored: ["florp"], notes: ["One."], looping: false });
    expect(composition.sections).toEqual([{ kind: "drop", start_s: 0, duration_s: 8, energy: 0.9 }]);
  });
  it("breaks nothing when it is something else", () => {
    for (const odd of [null, 3, "x", [], { sections: 7, interpretation: [] }, { chords: [null, 4] }]) expect(compositionOf(odd).notes).toEqual([]);
  });
  it("is ordered again as it was: what the words told stays with them", () => {
    const recipe = recipeFor({ prompt: "techno 132 bpm", format: "wav", looping: true }, compositionOf(METADATA));
    expect(recipe).toEqual({ prompt: "techno 132 bpm", format: "wav", looping: true, length: "8", tempo: "", key: "F# minor", seed: null });
  });
  it("has its chords written as musicians do", () => {
    const { chords, sections } = compositionOf(METADATA);
    expect(sections.map((section) => progressionOf(chords, section))).toEqual([{ names: ["F#m", "D"], times: 2, more: false }]);
    expect(progressionOf(chords.slice(0, 3), { kind: "verse", start_s: 0, duration_s: 8, energy: 1 })).toEqual({ names: ["F#m", "D", "F#m"], times: 1, more: false });
    expect(progressionOf(chords, { kind: "verse", start_s: 20, duration_s: 8, energy: 1 }).names).toEqual([]);
  });
  it("counts bars from one", () => {
    expect([0, 1.9, 2, 4].map((at_s) => barAt(at_s, 120, 4))).toEqual([1, 1, 2, 3]);
  });
});
