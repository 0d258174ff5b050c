import { describe, expect, it } from "vitest";
import { formatAgo, formatBytes, formatCount, formatDb, formatLufs, formatTime_s, formatUntil, formatWait_s } from "./format";
import { noteOf, noteToHz } from "./kicks/notes";
import { audibleEnd_s, decodePeaks, fitPeaks, peaksOf, window_s } from "./kicks/peaks";
import { describeSlider, formatSlider, fromPosition, parseSlider, SLIDER_NAMES, SLIDERS, toPosition } from "./kicks/sliders";
import { complete, fragmentAt, suggest, toggleWord } from "./kicks/suggest";

const encode = (...pairs: number[]) => btoa(String.fromCharCode(...pairs.map((value) => value & 0xff)));

describe("notes", () => {
  it("names what musicians would", () => {
    expect(noteOf(440)).toEqual({ name: "A4", cents: 0 });
    expect(noteOf(43.65).name).toBe("F1");
    expect(noteOf(50)).toEqual({ name: "G1", cents: 35 });
    expect(noteOf(16.352).name).toBe("C0");
  });
  it("reads sharps, flats and the German H", () => {
    expect(noteToHz("F1")).toBeCloseTo(43.654, 3);
    expect(noteToHz("f#1")).toBeCloseTo(46.249, 3);
    expect(noteToHz("Gb1")).toBeCloseTo(46.249, 3);
    expect(noteToHz("h0")).toBeCloseTo(noteToHz("b0") ?? 0, 9);
    expect(noteToHz("bb0")).toBeCloseTo(29.135, 3);
    expect(noteToHz("x1")).toBeNull();
    expect(noteToHz("48")).toBeNull();
  });
});

describe("sliders", () => {
  it("turns positions into values and back", () => {
    for (const name of SLIDER_NAMES) {
      for (const position of [0, 0.25, 0.5, 1]) {
        expect(toPosition(fromPosition(position, SLIDERS[name]), SLIDERS[name])).toBeCloseTo(position, 2);
      }
      expect(fromPosition(-1, SLIDERS[name])).toBe(SLIDERS[name].low);
      expect(fromPosition(2, SLIDERS[name])).toBe(SLIDERS[name].high);
    }
  });
  it("spreads pitch by octaves: the middle of 25..150 Hz is the geometric mean", () => {
    expect(fromPosition(0.5, SLIDERS.pitchHz)).toBeCloseTo(Math.sqrt(25 * 150), 0);
  });
  it("shows units", () => {
    expect(formatSlider("lengthS", 0.62)).toBe("0.62 s");
    expect(formatSlider("lengthS", 0.05)).toBe("50 ms");
    expect(formatSlider("pitchHz", 48)).toBe("48 Hz");
    expect(formatSlider("pitchHz", 43.7)).toBe("43.7 Hz");
    expect(formatSlider("punch", 0.7)).toBe("70 %");
    expect(formatSlider("noise", null)).toBe("auto");
    expect(describeSlider("pitchHz", 43.65)).toContain("F1");
  });
  it("understands what people type", () => {
    expect(parseSlider("pitchHz", "F1")).toEqual({ ok: true, value: 43.654 });
    expect(parseSlider("pitchHz", "48 Hz")).toEqual({ ok: true, value: 48 });
    expect(parseSlider("lengthS", "0,6 s")).toEqual({ ok: true, value: 0.6 });
    expect(parseSlider("lengthS", "350ms")).toEqual({ ok: true, value: 0.35 });
    expect(parseSlider("drive", "70 %")).toEqual({ ok: true, value: 0.7 });
    expect(parseSlider("drive", "70")).toEqual({ ok: true, value: 0.7 });
    expect(parseSlider("drive", "0.7")).toEqual({ ok: true, value: 0.7 });
    expect(parseSlider("drive", "auto")).toEqual({ ok: true, value: null });
  });
  it("says the range when it cannot be", () => {
    expect(parseSlider("pitchHz", "900")).toEqual({ ok: false, message: "It goes from 25 Hz to 150 Hz." });
    expect(parseSlider("pitchHz", "C9")).toMatchObject({ ok: false });
    expect(parseSlider("punch", "loud")).toMatchObject({ ok: false });
  });
});

describe("peaks", () => {
  it("decodes signed pairs", () => {
    const { low, high } = decodePeaks(encode(-127, 127, 0, 64, -128, 1));
    expect([...low]).toEqual([-1, 0, -1]);
    expect(high[1]).toBeCloseTo(64 / 127, 6);
  });
  it("survives what is no base64", () => {
    expect(decodePeaks("***").low.length).toBe(0);
  });
  it("keeps the extremes when it draws fewer columns", () => {
    const peaks = decodePeaks(encode(-10, 10, -100, 20, -5, 127, -1, 1));
    const { low, high } = fitPeaks(peaks, 2);
    expect(low[0]).toBeCloseTo(-100 / 127, 6);
    expect(high[1]).toBe(1);
  });
  it("leaves no gap when it draws more columns than there are pairs", () => {
    const { high } = fitPeaks(decodePeaks(encode(-127, 127, -64, 64)), 7);
    expect(Math.min(...high)).toBeGreaterThan(0.5);
  });
  it("finds the end of the sound and a window that holds it", () => {
    const samples = new Float32Array(2000);
    samples.fill(0.5, 0, 390);
    const peaks = peaksOf(samples, 1000);
    expect(audibleEnd_s(peaks, 2)).toBeCloseTo(0.39, 2);
    expect(window_s(peaks, 2)).toBe(0.5);
    expect(window_s(peaksOf(new Float32Array(10), 10), 2)).toBe(2);
  });
});

describe("suggestions", () => {
  const known = [
    { word: "deep", group: "pitch", synonyms: ["low", "tief"] },
    { word: "deeper", group: "pitch", synonyms: [] },
    { word: "punchy", group: "attack", synonyms: ["knackig"] },
    { word: "house", group: "genre", synonyms: [] },
    { word: "warehouse", group: "genre", synonyms: [] },
  ];
  it("completes the word at the caret", () => {
    expect(fragmentAt("deep pun house", 8)).toEqual({ text: "pun", start: 5, end: 8 });
    expect(suggest(known, "deep pun", 8).map((s) => s.word)).toEqual(["punchy"]);
    expect(complete("deep pun house", 8, "punchy")).toEqual({ prompt: "deep punchy house", caret: 12 });
    expect(complete("pu", 2, "punchy")).toEqual({ prompt: "punchy ", caret: 7 });
  });
  it("finds words by synonym and says by which", () => {
    expect(suggest(known, "tie", 3)).toEqual([{ word: "deep", group: "pitch", via: "tief" }]);
  });
  it("prefers beginnings to middles", () => {
    expect(suggest(known, "hous", 4).map((s) => s.word)).toEqual(["house", "warehouse"]);
  });
  it("is silent on an empty word, a known word and what is there already", () => {
    expect(suggest(known, "deep ", 5)).toEqual([]);
    expect(suggest(known, "deep", 4)).toEqual([]);
    expect(suggest(known, "punchy pun", 10)).toEqual([]);
  });
  it("adds words and takes them out again", () => {
    expect(toggleWord("deep", "house")).toBe("deep house");
    expect(toggleWord("deep house", "deep")).toBe("house");
    expect(toggleWord("", "house")).toBe("house");
  });
});

describe("formats", () => {
  const now = new Date("2026-11-21T12:00:00");
  it("tells time the way people do", () => {
    expect(formatTime_s(0.621)).toBe("0.62 s");
    expect(formatTime_s(75)).toBe("1:15");
    expect(formatWait_s(0.4)).toBe("moments");
    expect(formatWait_s(40)).toBe("40 s");
    expect(formatWait_s(18720)).toBe("5 h 12 min");
    expect(formatAgo(new Date("2026-11-21T11:59:40"), now)).toBe("just now");
    expect(formatAgo(new Date("2026-11-21T09:00:00"), now)).toBe("3 h ago");
    expect(formatAgo(new Date("2026-11-20T10:00:00"), now)).toBe("yesterday");
    expect(formatUntil(new Date("2026-11-22T06:00:00"), now)).toMatch(/^tomorrow at /);
    expect(formatUntil(new Date("2026-11-21T18:00:00"), now)).toMatch(/^at /);
  });
  it("writes levels and sizes", () => {
    expect(formatLufs(-9.34)).toBe("−9.3 LUFS");
    expect(formatLufs(null)).toBe("");
    expect(formatDb(-0.5)).toBe("−0.5 dB");
    expect(formatDb(-120)).toBe("−∞ dB");
    expect(formatBytes(176_444)).toBe("176 kB");
    expect(formatCount(1, "kick", "kicks")).toBe("1 kick");
    expect(formatCount(10000, "kick", "kicks")).toBe("10,000 kicks");
  });
});
