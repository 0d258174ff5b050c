import { describe, expect, it } from "vitest";
import { bandsOf, levelOf } from "./live";
import { bodyPitch_hz, pitchCurve } from "./pitch";
import { starterSamples, starterSound } from "./starter";

const sine = (pitch_hz: number, seconds: number, rate_hz = 44_100) =>
  Float32Array.from({ length: Math.round(seconds * rate_hz) }, (_, i) => 0.5 * Math.sin((2 * Math.PI * pitch_hz * i) / rate_hz));

describe("starter sound", () => {
  it("is a kick: starts at once, falls in pitch, ends in silence, never clips", () => {
    const { samples, sampleRate_hz } = starterSamples();
    const { peak } = levelOf(samples);
    expect(peak).toBeGreaterThan(0.7);
    expect(peak).toBeLessThan(1);
    expect(levelOf(samples.subarray(0, Math.round(0.005 * sampleRate_hz))).peak).toBeGreaterThan(0.3);
    expect(levelOf(samples.subarray(-50)).peak).toBeLessThan(0.01);
    const curve = pitchCurve(samples, sampleRate_hz);
    expect(curve[0]?.pitch_hz).toBeGreaterThan(80);
    expect(curve.at(-1)?.pitch_hz).toBeCloseTo(49, 0);
    expect(bodyPitch_hz(curve)).toBeCloseTo(49, 0);
    expect(bodyPitch_hz([])).toBeNull();
  });
  it("knows where it ends", () => {
    const sound = starterSound();
    expect(sound.end_s).toBeGreaterThan(0.3);
    expect(sound.end_s).toBeLessThanOrEqual(sound.duration_s);
  });
});

describe("measures", () => {
  it("measures peak and RMS", () => {
    const { peak, rms } = levelOf(sine(100, 1));
    expect(peak).toBeCloseTo(0.5, 3);
    expect(rms).toBeCloseTo(0.5 / Math.SQRT2, 3);
  });
  it("puts a tone into its band", () => {
    const bins = new Float32Array(2048).fill(-120);
    bins[5] = -20; // 5 * 10.77 Hz = 54 Hz
    const bands = bandsOf(bins, 44_100 / 4096, 32, 30, 12_000);
    const loudest = bands.indexOf(Math.max(...bands));
    const centre_hz = 30 * 400 ** ((loudest + 0.5) / 32);
    expect(centre_hz).toBeGreaterThan(42);
    expect(centre_hz).toBeLessThan(66);
  });
  it("follows pitch within a hertz", () => {
    for (const { pitch_hz } of pitchCurve(sine(55, 0.5), 44_100).slice(1)) expect(pitch_hz).toBeCloseTo(55, 0);
  });
});
