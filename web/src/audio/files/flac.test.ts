/** What can be seen from outside; that other programs decode it is for tests/web_contract/test_audio_files.py. */

import { describe, expect, it } from "vitest";
import { encodeFlac } from "./flac";
import { Md5 } from "./md5";
import { packInterleaved, quantize } from "./quantize";
import { joined, type SoundData } from "./sound";

const RATE_HZ = 44_100;
const sine = (frames: number, pitch_hz: number) => Float32Array.from({ length: frames }, (_, i) => 0.8 * Math.sin((2 * Math.PI * pitch_hz * i) / RATE_HZ));
const write = async (...of: Parameters<typeof encodeFlac>) => joined(await encodeFlac(...of));
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

function md5Of({ channels }: SoundData, bitDepth: 16 | 24): string {
  const frames = channels[0]?.length ?? 0;
  const whole = channels.map((channel) => {
    const into = new Int32Array(frames);
    quantize(channel, 0, frames, bitDepth, into);
    return into;
  });
  const bytes = new Uint8Array((frames * channels.length * bitDepth) / 8);
  packInterleaved(whole, frames, bitDepth, bytes);
  const md5 = new Md5();
  md5.update(bytes);
  return hex(md5.digest());
}

describe("FLAC", () => {
  it.each([16, 24] as const)("of %d bits says what it holds", async (bitDepth) => {
    const sound = { channels: [sine(10_000, 50), sine(10_000, 51)], sampleRate_hz: RATE_HZ };
    const file = await write(sound, { bitDepth });
    const view = new DataView(file.buffer);
    expect(String.fromCharCode(...file.subarray(0, 4))).toBe("fLaC");
    const rateAndSizes = view.getUint32(18);
    expect(rateAndSizes >>> 12).toBe(RATE_HZ);
    expect((rateAndSizes >>> 9) & 7).toBe(1);
    expect((rateAndSizes >>> 4) & 31).toBe(bitDepth - 1);
    expect(view.getUint32(22)).toBe(10_000);
    expect(hex(file.subarray(26, 42))).toBe(md5Of(sound, bitDepth));
  });

  it("holds the texts", async () => {
    const tags = { title: "Großer Kick", software: "Klangwerk 1", comment: "4 bars", bpm: 140 };
    const file = await write({ channels: [sine(10, 50)], sampleRate_hz: RATE_HZ }, { bitDepth: 16, tags });
    const text = new TextDecoder().decode(file);
    for (const field of ["TITLE=Großer Kick", "SOFTWARE=Klangwerk 1", "COMMENT=4 bars", "BPM=140"]) expect(text).toContain(field);
  });

  it("makes next to nothing of silence, and little of what is the same on both sides", async () => {
    const second = new Float32Array(RATE_HZ);
    const silence = await write({ channels: [second, second], sampleRate_hz: RATE_HZ }, { bitDepth: 24 });
    expect(silence.length).toBeLessThan(350);
    const tone = sine(RATE_HZ, 55);
    const mono = await write({ channels: [tone], sampleRate_hz: RATE_HZ }, { bitDepth: 16 });
    const both = await write({ channels: [tone, tone], sampleRate_hz: RATE_HZ }, { bitDepth: 16 });
    expect(both.length - mono.length).toBeLessThan(100);
    expect(mono.length).toBeLessThan(RATE_HZ / 2); // of 2 bytes a sample
  });

  it("is never much larger than the samples", async () => {
    let state = 1;
    const noise = () => Float32Array.from({ length: 9000 }, () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0) / 2 ** 31);
    const file = await write({ channels: [noise(), noise()], sampleRate_hz: RATE_HZ }, { bitDepth: 24 });
    expect(file.length).toBeLessThan(9000 * 6 + 200);
  });

  it("tells how far it is, and can be called off", async () => {
    const sound = { channels: [sine(3 * RATE_HZ, 50)], sampleRate_hz: RATE_HZ };
    const fractions: number[] = [];
    await encodeFlac(sound, { bitDepth: 16 }, { progress: (fraction) => fractions.push(fraction) });
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions.at(-1)).toBe(1);
    const off = new AbortController();
    const work = encodeFlac(sound, { bitDepth: 16 }, { signal: off.signal, progress: () => off.abort() });
    await expect(work).rejects.toThrow(expect.objectContaining({ name: "AbortError" }));
  });

  it("refuses what it cannot hold", async () => {
    await expect(encodeFlac({ channels: [sine(10, 50)], sampleRate_hz: 2_000_000 }, { bitDepth: 16 })).rejects.toThrow("WAV");
    await expect(encodeFlac({ channels: [Float32Array.of(Infinity)], sampleRate_hz: RATE_HZ }, { bitDepth: 16 })).rejects.toThrow("not numbers");
  });
});
