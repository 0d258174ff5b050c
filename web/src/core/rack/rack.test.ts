import { describe, expect, it } from "vitest";
import { formatValue, parseValue, rangeText, spokenValue, WORDS } from "./format";
import { COMBO, hotKey, KEY_TABLE, pressed, TAP_KEY } from "./hotkeys";
import { gainOf, INITIAL_VALUES, PARAMETER_NAMES, PARAMETERS, positionOf, settled, stepped, valueAt } from "./params";
import { isModified, RackStore, sameKick, type LoadedPreset } from "./state";
import { beatFrame, TapTempo } from "./transport";

const KICK = { kind: "stock", name: "Burkhard" } as const;

function storeAt(clock: { ms: number }): RackStore {
  return new RackStore({ kick: KICK, noise: "Wind", reverb: "Plate" }, () => clock.ms);
}

const presetOf = (store: RackStore, name = "Init"): LoadedPreset => ({ id: name, name, isShared: true, isOwn: false, patch: store.patch });

describe("the numbers", () => {
  it("go from end to end of the knob and back", () => {
    for (const name of PARAMETER_NAMES) {
      expect(valueAt(name, 0)).toBe(PARAMETERS[name].low);
      expect(valueAt(name, 1)).toBe(PARAMETERS[name].high);
      expect(valueAt(name, -3)).toBe(PARAMETERS[name].low);
      const slack = name === "bpm" ? 0.002 : 1e-3;
      for (const position of [0.1, 0.5, 0.9]) expect(Math.abs(positionOf(name, valueAt(name, position)) - position)).toBeLessThan(slack);
    }
  });
  it("follow the curves of the contract", () => {
    expect(valueAt("kickLen", 0.5)).toBeCloseTo(0.1 + 0.9 * 0.25, 6);
    expect(valueAt("noiseLowPassFreq", 0.5)).toBeCloseTo(Math.sqrt(30 * 7000), 2);
    expect(valueAt("noiseVolume", 0.5)).toBe(-38);
    expect(valueAt("masterLimiterAmt", 0.5)).toBe(4.5);
  });
  it("stay in range, bpm in whole numbers", () => {
    expect(settled("bpm", 150.6)).toBe(151);
    expect(settled("bpm", 20)).toBe(60);
    expect(settled("kickOttAmt", 0.1 + 0.2)).toBe(0.3);
    expect(settled("reverbVolume", 3)).toBe(0);
  });
  it("take the steps of the hot-keys, and a tenth for fine work", () => {
    expect(stepped("kickLen", 0.5, 1)).toBe(0.525);
    expect(stepped("kickLen", 0.5, -1)).toBe(0.475);
    expect(stepped("noiseLowPassFreq", 1000, -1)).toBe(900);
    expect(stepped("noiseLowPassFreq", 1000, 1, 0.1)).toBe(1010);
    expect(stepped("masterLimiterAmt", 1, -1)).toBe(1);
    expect(stepped("bpm", 140, 1, 0.1)).toBe(141);
  });
  it("are off at the bottom of a fader, exactly", () => {
    expect(gainOf("noiseVolume", -70)).toBe(0);
    expect(gainOf("noiseVolume", -69)).toBeGreaterThan(0);
    expect(gainOf("reverbVolume", 0)).toBe(1);
    expect(gainOf("reverbVolume", -6)).toBeCloseTo(0.501, 3);
  });
});

describe("values in words", () => {
  it("are short on the front", () => {
    expect(formatValue("noiseLowPassFreq", 2100)).toBe("2.1 kHz");
    expect(formatValue("noiseLowPassFreq", 7000)).toBe("7 kHz");
    expect(formatValue("noiseLowPassFreq", 456.78)).toBe("457 Hz");
    expect(formatValue("noiseHighPassFreq", 34.56)).toBe("34.6 Hz");
    expect(formatValue("noiseVolume", -70)).toBe("off");
    expect(formatValue("noiseVolume", -60)).toBe("−60.0 dB");
    expect(formatValue("reverbVolume", 0)).toBe("0.0 dB");
    expect(formatValue("kickDistAmt", 0.125)).toBe("12.5 %");
    expect(formatValue("masterLimiterAmt", 2)).toBe("×2 (+6.0 dB)");
    expect(formatValue("bpm", 150)).toBe("150");
  });
  it("are whole for ears", () => {
    expect(spokenValue("bpm", 150)).toBe("150 BPM");
    expect(spokenValue("kickLen", 0.7)).toBe("70 % of the sample");
    expect(spokenValue("reverbVolume", -60)).toBe("off");
  });
  it("can be typed as shown: every number reads its own text", () => {
    for (const name of PARAMETER_NAMES) {
      for (const position of [0, 0.37, 1]) {
        const value = valueAt(name, position);
        const read = parseValue(name, formatValue(name, value));
        expect(read.ok, `${name} ${formatValue(name, value)}`).toBe(true);
        if (read.ok) expect(Math.abs(read.value - value)).toBeLessThanOrEqual(0.006 * Math.abs(value));
      }
    }
  });
  it.each([
    ["noiseLowPassFreq", "200", 200],
    ["noiseLowPassFreq", "200 Hz", 200],
    ["noiseLowPassFreq", "2k", 2000],
    ["noiseLowPassFreq", "2,1 kHz", 2100],
    ["noiseLowPassFreq", "A3", 220],
    ["noiseVolume", "-12 dB", -12],
    ["noiseVolume", "−12", -12],
    ["noiseVolume", "12", -12],
    ["noiseVolume", "off", -70],
    ["reverbVolume", "-inf", -60],
    ["kickOttAmt", "30", 0.3],
    ["kickLen", "60 %", 0.6],
    ["masterLimiterAmt", "x2", 2],
    ["masterLimiterAmt", "6 dB", 10 ** 0.3],
    ["bpm", "174 bpm", 174],
  ] as const)("%s takes %s", (name, text, value) => {
    const read = parseValue(name, text);
    expect(read).toEqual({ ok: true, value: expect.closeTo(value, 6) as number });
  });
  it.each([
    ["noiseLowPassFreq", "9k", "It goes from 30 Hz to 7 kHz."],
    ["bpm", "400", "It goes from 60 to 365."],
    ["noiseVolume", "-80", "It goes from −70 dB (off) to −6 dB."],
    ["noiseVolume", "3 Hz", "Type a level, such as -12, or off."],
    ["kickLen", "off", "Type a percentage, such as 60."],
    ["bpm", "", "Type a number, such as 150."],
  ] as const)("%s refuses %s and says why", (name, text, message) => {
    expect(parseValue(name, text)).toEqual({ ok: false, message });
  });
  it("name a range that can be typed", () => {
    for (const name of PARAMETER_NAMES) expect(rangeText(name)).toContain(" to ");
    expect(new Set(PARAMETER_NAMES.map((name) => WORDS[name].title)).size).toBe(PARAMETER_NAMES.length);
  });
});

describe("hot-keys", () => {
  it("have a key each for less and more, and no key twice", () => {
    const keys = [...PARAMETER_NAMES.flatMap((name) => [...PARAMETERS[name].keys]), ...COMBO.keys, TAP_KEY];
    expect(new Set(keys).size).toBe(keys.length);
    for (const name of PARAMETER_NAMES) {
      expect(hotKey(PARAMETERS[name].keys[0])).toMatchObject({ names: [name], way: -1 });
      expect(hotKey(PARAMETERS[name].keys[1])).toMatchObject({ names: [name], way: 1 });
    }
  });
  it("read = and + alike, capitals as letters, and nothing else", () => {
    expect(hotKey("+")).toEqual(hotKey("="));
    expect(hotKey("Q")).toEqual(hotKey("q"));
    for (const key of ["Enter", " ", "1", "Escape", "l", "o", TAP_KEY, "ß", "й"]) expect(hotKey(key)).toBeNull();
  });
  it("turn both OTTs and the reverb at once", () => {
    const more = hotKey("]");
    expect(more && pressed(more, INITIAL_VALUES)).toEqual({ kickOttAmt: 0.02, masterOttAmt: 0.02, reverbVolume: -5 });
    const less = hotKey("[");
    expect(less && pressed(less, { ...INITIAL_VALUES, kickOttAmt: 0.01 })).toEqual({ kickOttAmt: 0, masterOttAmt: 0, reverbVolume: -7 });
  });
  it("are listed, every one of them", () => {
    const listed = KEY_TABLE.flatMap(({ rows }) => rows).flatMap(({ less, more }) => [less, more]);
    expect(listed.sort()).toEqual([...PARAMETER_NAMES.flatMap((name) => [...PARAMETERS[name].keys]), ...COMBO.keys].sort());
  });
});

describe("undo", () => {
  it("takes one drag back at once, however long the hand rests", () => {
    const clock = { ms: 0 };
    const store = storeAt(clock);
    store.beginGesture();
    for (const kickLen of [0.9, 0.8, 0.7]) {
      store.set({ kickLen }, "Kick length", "kickLen");
      clock.ms += 5_000;
    }
    store.endGesture();
    store.set({ kickLen: 0.6 }, "Kick length", "kickLen");
    expect(store.steps.get()).toEqual({ undo: "Kick length", redo: null });
    store.undo();
    expect(store.patch.values.kickLen).toBe(0.7);
    store.undo();
    expect(store.patch.values.kickLen).toBe(1);
    expect(store.steps.get()).toEqual({ undo: null, redo: "Kick length" });
    store.redo();
    store.redo();
    expect(store.patch.values.kickLen).toBe(0.6);
  });
  it("takes two fingers on two knobs as one step", () => {
    const store = storeAt({ ms: 0 });
    store.beginGesture();
    store.beginGesture();
    for (const amount of [0.1, 0.2, 0.3]) {
      store.set({ kickOttAmt: amount }, "Kick OTT", "kickOttAmt");
      store.set({ masterOttAmt: amount }, "Master OTT", "masterOttAmt");
    }
    store.endGesture();
    store.endGesture();
    store.undo();
    expect(store.patch.values).toEqual(INITIAL_VALUES);
  });
  it("joins a key that repeats, parts keys, and parts presses after a pause", () => {
    const clock = { ms: 0 };
    const store = storeAt(clock);
    const press = (bpm: number, gesture: string) => {
      store.set({ bpm }, "Tempo", gesture);
      clock.ms += 50;
    };
    press(141, "more");
    press(142, "more");
    press(141, "less");
    clock.ms += 2_000;
    press(140, "less");
    store.undo();
    expect(store.patch.values.bpm).toBe(141);
    store.undo();
    expect(store.patch.values.bpm).toBe(142);
    store.undo();
    expect(store.patch.values.bpm).toBe(140);
  });
  it("joins taps that leave the tempo as it was for a while", () => {
    const clock = { ms: 0 };
    const store = storeAt(clock);
    for (const bpm of [150, 150, 150, 151]) {
      store.set({ bpm }, "Tap tempo", "tap");
      clock.ms += 1_000;
    }
    store.undo();
    expect(store.patch.values.bpm).toBe(140);
  });
  it("covers sounds, presets, mute and solo, and says what it takes back", () => {
    const store = storeAt({ ms: 0 });
    const preset = { ...presetOf(store, "Dark"), patch: { ...store.patch, reverb: "Tunnel" } };
    store.load(preset);
    store.choose({ noise: "Rain" }, "Noise: Rain");
    store.toggle("muted", "kick");
    expect(store.steps.get().undo).toBe("Mute kick");
    expect(isModified(store.state.get())).toBe(true);
    store.undo();
    expect(store.state.get().muted.size).toBe(0);
    store.undo();
    expect(isModified(store.state.get())).toBe(false);
    store.undo();
    expect(store.patch.reverb).toBe("Plate");
    expect(store.state.get().preset).toBeNull();
  });
  it("forgets what was undone when something else happens, and makes no step of nothing", () => {
    const store = storeAt({ ms: 0 });
    store.set({ bpm: 150 }, "Tempo");
    store.undo();
    store.set({ bpm: 160 }, "Tempo");
    expect(store.steps.get().redo).toBeNull();
    store.set({ bpm: 160, kickLen: Number.NaN }, "Tempo");
    store.undo();
    expect(store.steps.get().undo).toBeNull();
  });
  it("keeps two hundred steps", () => {
    const store = storeAt({ ms: 0 });
    for (let bpm = 100; bpm < 320; bpm++) store.set({ bpm }, "Tempo");
    let steps = 0;
    for (; store.steps.get().undo !== null; steps++) store.undo();
    expect(steps).toBe(200);
  });
});

describe("presets in the rack", () => {
  it("follow what the server says without a step", () => {
    const store = storeAt({ ms: 0 });
    const preset = presetOf(store);
    store.load(preset);
    store.set({ bpm: 170 }, "Tempo");
    store.saved({ ...preset, patch: store.patch });
    expect(isModified(store.state.get())).toBe(false);
    store.undo();
    expect(isModified(store.state.get())).toBe(true);
    store.presetGone(preset.id);
    expect(store.state.get().preset).toBeNull();
    store.redo();
    expect(store.state.get().preset).toBeNull();
  });
  it("follow a kick's new name through the past", () => {
    const ai = { kind: "ai", id: "1", name: "AI: Horst", url: "/a" } as const;
    const store = storeAt({ ms: 0 });
    store.choose({ kick: ai }, "Kick: AI: Horst");
    store.choose({ kick: KICK }, "Kick: Burkhard");
    store.kickChanged("1", { ...ai, name: "AI: Helga" });
    store.undo();
    expect(store.patch.kick.name).toBe("AI: Helga");
    expect(sameKick(store.patch.kick, ai)).toBe(true);
  });
});

describe("time", () => {
  it("puts beats on frames", () => {
    expect(beatFrame(0, 140)).toBe(0);
    expect(beatFrame(1, 140)).toBe(18_900);
    expect(beatFrame(3, 365)).toBe(Math.floor((3 * 60 * 44_100) / 365 + 0.5));
  });
  it("hears the tempo of taps, and begins anew after a pause", () => {
    const taps = new TapTempo();
    expect(taps.tap(1_000)).toBeNull();
    expect(taps.tap(1_400)).toBeCloseTo(150, 6);
    expect(taps.tap(1_810)).toBeCloseTo(148.148, 2);
    expect(taps.tap(9_000)).toBeNull();
    expect(taps.tap(9_500)).toBeCloseTo(120, 6);
  });
  it("lets taps go that are long past", () => {
    const taps = new TapTempo();
    let now_ms = 0;
    for (let count = 0; count < 4; count++) taps.tap((now_ms += 600));
    let bpm: number | null = null;
    for (let count = 0; count < 9; count++) bpm = taps.tap((now_ms += 400));
    expect(bpm).toBeCloseTo(150, 0);
  });
});
