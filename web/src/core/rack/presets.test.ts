import { describe, expect, it } from "vitest";
import type { Preset } from "../api/types";
import { PARAMETERS } from "./params";
import { firstPreset, keptName, loadedPreset, nameProblem, neighbour, openWith, presetRequest } from "./presets";
import { RackSounds, type SoundCatalog } from "./sounds";
import { isModified, RackStore, samePatch } from "./state";

const preset = (changes: Partial<Preset> = {}): Preset => ({
  id: "p1",
  presetName: "Tief",
  isShared: false,
  isOwn: true,
  bpm: 128,
  kickLen: 0.5,
  kickDistAmt: 0.1,
  kickOttAmt: 0.2,
  noiseLowPassFreq: 5000,
  noiseHighPassFreq: 40,
  noiseVolume: -20,
  reverbLowPassFreq: 4000,
  reverbHighPassFreq: 60,
  reverbVolume: -9,
  masterOttAmt: 0.3,
  masterDistAmt: 0.05,
  masterLimiterAmt: 2,
  kickSample: "Otto",
  kickId: null,
  kickUrl: null,
  noiseSample: "Staub",
  reverbSample: "Sog",
  createdAt: "2026-11-21T12:00:00Z",
  updatedAt: "2026-11-21T12:00:00Z",
  ...changes,
});
const ai = { kickSample: "AI: Dieter", kickId: "k1", kickUrl: "/media/one/kick.wav" };

describe("presets", () => {
  it("come from the server and go back as they were", () => {
    const given = preset(ai);
    const { patch, name } = loadedPreset(given);
    expect(patch.kick).toEqual({ kind: "ai", id: "k1", name: "AI: Dieter", url: "/media/one/kick.wav" });
    expect(Object.keys(patch.values)).toEqual(Object.keys(PARAMETERS));
    const sent = presetRequest(name, patch);
    const { id, isShared, isOwn, kickUrl, createdAt, updatedAt, ...written } = given;
    expect([id, isShared, isOwn, kickUrl, createdAt, updatedAt]).toBeDefined();
    expect(sent).toEqual(written);
    expect(presetRequest("Tief", loadedPreset(preset()).patch)).toMatchObject({ kickId: null, kickSample: "Otto" });
  });

  it("open with the shared Init, wherever it stands", () => {
    const own = preset({ id: "a", presetName: "Init" });
    const init = preset({ id: "b", presetName: "Init", isShared: true });
    expect(firstPreset([own, init])?.id).toBe("b");
    expect(firstPreset([own])?.id).toBe("a");
    expect(firstPreset([])).toBeNull();
  });

  it("stand in the rack from the beginning, with nothing to undo", () => {
    const rack = new RackStore({ kick: { kind: "stock", name: "" }, noise: "", reverb: "" });
    rack.set({ bpm: 200 }, "Tempo");
    const loaded = loadedPreset(preset());
    openWith(rack, loaded);
    expect(rack.steps.get()).toEqual({ undo: null, redo: null });
    expect(isModified(rack.state.get())).toBe(false);
    expect(samePatch(rack.patch, loaded.patch)).toBe(true);
    rack.undo();
    expect(rack.state.get().preset?.id).toBe("p1");
  });

  it("are stepped through round and round", () => {
    const list = ["a", "b", "c"];
    const at = (here: string) => (item: string) => item === here;
    expect(neighbour(list, at("c"), 1)).toBe("a");
    expect(neighbour(list, at("a"), -1)).toBe("c");
    expect(neighbour(list, at("b"), 1)).toBe("c");
    expect(neighbour(list, at("?"), 1)).toBe("a");
    expect(neighbour(list, at("?"), -1)).toBe("c");
    expect(neighbour([], at("a"), 1)).toBeNull();
  });

  it("have names of letters, digits and spaces", () => {
    for (const name of ["House 1", "Äther", "東京 9", "हिन्दी", "  trimmed  ", "x".repeat(32), "ä".normalize("NFD").repeat(32)]) expect(nameProblem(name)).toBeNull();
    for (const name of ["", "   ", "Kick & Bass", "a/b", "tab\there", "x".repeat(33), "🥁", "½"]) expect(nameProblem(name)).not.toBeNull();
    expect(keptName("  Äther \u00a0 von  9 ")).toBe("Äther von 9");
  });
});

describe("sounds", () => {
  const sound = (name: string) => ({ name, url: `/sounds/abc/${name}.flac`, durationS: 1, description: "" });
  const catalog: SoundCatalog = { kicks: [sound("Otto")], noises: [sound("Staub")], reverbs: [sound("Sog")], sharedKicks: [] };

  it("are found by layer and name, once they are known", () => {
    const sounds = new RackSounds();
    expect(sounds.url("noise", "Staub")).toBeNull();
    expect(sounds.url("kick", { kind: "ai", id: "k1", name: "AI: Dieter", url: "/media/one" })).toBe("/media/one");
    sounds.setCatalog(catalog);
    expect(sounds.url("noise", "Staub")).toBe("/sounds/abc/Staub.flac");
    expect(sounds.url("kick", { kind: "stock", name: "Otto" })).toBe("/sounds/abc/Otto.flac");
    expect(sounds.url("reverb", "Staub")).toBeNull();
  });
});
