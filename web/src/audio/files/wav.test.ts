import { describe, expect, it } from "vitest";
import { joined, type SoundData } from "./sound";
import { encodeWav } from "./wav";

const SOUND: SoundData = {
  channels: [Float32Array.of(0.1, -0.25, 2), Float32Array.of(-1, 1.5 / 32_768, -0.3)],
  sampleRate_hz: 44_100,
};
const TAGS = { title: "Hard Groove", software: "Klangwerk", comment: "naïve" };
const INFO =
  "4c4953543a000000494e464f494e414d0c000000486172642047726f6f76650049534654" +
  "0a0000004b6c616e677765726b0049434d54070000006e61c3af76650000";
// What src/klangwerk/sound/io/riff.py writes for this sound and these tags.
const SERVERS = {
  16: `524946467200000057415645666d7420100000000100020044ac000010b1020004001000${INFO}646174610c000000cd0c008000e00200ff7f9ad9`,
  24: `524946467800000057415645666d7420100000000100020044ac00009809040006001800${INFO}6461746112000000cdcc0c0000800000e0800100ffff7f9a99d9`,
  32: `524946468c00000057415645666d7420120000000300020044ac000020620500080020000000666163740400000003000000${INFO}6461746118000000cdcccc3d000080bf000080be00004038000000409a9999be`,
};
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const write = async (...of: Parameters<typeof encodeWav>) => joined(await encodeWav(...of));

/** Where the body of a chunk begins. */
function bodyOf(file: Uint8Array, id: string): number {
  const view = new DataView(file.buffer);
  for (let at = 12; at < file.length; ) {
    const size = view.getUint32(at + 4, true);
    if (String.fromCharCode(...file.subarray(at, at + 4)) === id) return at + 8;
    at += 8 + size + (size % 2);
  }
  throw new Error(`There is no ${id}.`);
}

describe("WAV", () => {
  it.each([16, 24, 32] as const)("of %d bits is the server's, byte for byte", async (bitDepth) => {
    expect(hex(await write(SOUND, { bitDepth, tags: TAGS }))).toBe(SERVERS[bitDepth]);
  });

  it("is the same in one turn and in many", async () => {
    const long = Float32Array.from({ length: 100 }, (_, i) => Math.sin(i));
    const [whole, cut] = [44_100, 7].map((sampleRate_hz) => encodeWav({ channels: [long, long], sampleRate_hz }, { bitDepth: 24 }));
    expect((await cut)?.length).toBeGreaterThan(10);
    expect(joined((await cut) ?? []).subarray(44)).toEqual(joined((await whole) ?? []).subarray(44));
  });

  it("pads an odd length and leaves the padding out of the size", async () => {
    const file = await write({ channels: [Float32Array.of(0.5)], sampleRate_hz: 44_100 }, { bitDepth: 24 });
    const view = new DataView(file.buffer);
    expect(view.getUint32(40, true)).toBe(3);
    expect(file.length).toBe(48);
    expect(view.getUint32(4, true)).toBe(40);
  });

  const acidOf = async (frames: number) => {
    const file = await write({ channels: [new Float32Array(frames)], sampleRate_hz: 44_100 }, { bitDepth: 16, tags: { bpm: 140 } });
    expect(new DataView(file.buffer).getUint32(bodyOf(file, "acid") - 4, true)).toBe(24);
    return new DataView(file.buffer, bodyOf(file, "acid"));
  };

  it("says how long a loop is in beats", async () => {
    const acid = await acidOf(151_200); // eight beats at 140
    expect(acid.getUint32(0, true)).toBe(0);
    expect(acid.getUint32(12, true)).toBe(8);
    expect([acid.getUint16(16, true), acid.getUint16(18, true)]).toEqual([4, 4]);
    expect(acid.getFloat32(20, true)).toBe(140);
  });

  it("says that what ends between two beats does not loop", async () => {
    for (const frames of [10, 151_198, 155_000]) expect((await acidOf(frames)).getUint32(0, true)).toBe(1);
  });

  it("refuses what no file can hold", async () => {
    const write16 = (sound: SoundData) => encodeWav(sound, { bitDepth: 16 });
    const one = new Float32Array(1);
    await expect(write16({ channels: [], sampleRate_hz: 44_100 })).rejects.toThrow("no sound");
    await expect(write16({ channels: [new Float32Array(0)], sampleRate_hz: 44_100 })).rejects.toThrow("no sound");
    await expect(write16({ channels: [one, new Float32Array(2)], sampleRate_hz: 44_100 })).rejects.toThrow("one length");
    await expect(write16({ channels: Array.from({ length: 9 }, () => one), sampleRate_hz: 44_100 })).rejects.toThrow("8 channels");
    await expect(write16({ channels: [one], sampleRate_hz: 44_100.5 })).rejects.toThrow("44100.5 Hz");
    await expect(encodeWav({ channels: [Float32Array.of(NaN)], sampleRate_hz: 44_100 }, { bitDepth: 32 })).rejects.toThrow("not numbers");
  });
});
