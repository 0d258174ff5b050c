import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { joined } from "./sound";
import { zipped } from "./zip";

const pieces = (...lengths: number[]) => lengths.map((length, i) => new Uint8Array(length).fill(i + 1));

describe("zip", () => {
  it("holds the files as they are", async () => {
    const files = [
      { name: "loop.wav", pieces: pieces(44, 1000, 0) },
      { name: "loop-kick.wav", pieces: pieces(44) },
      { name: "Übung.wav", pieces: Array.from({ length: 100 }, (_, i) => new Uint8Array(3).fill(i)) },
    ];
    const found = unzipSync(joined(await zipped(files)));
    expect(Object.keys(found)).toEqual(files.map(({ name }) => name));
    for (const file of files) expect(found[file.name]).toEqual(joined(file.pieces));
  });

  it("does not copy them", async () => {
    const [piece] = pieces(1000);
    if (piece) expect((await zipped([{ name: "a.wav", pieces: [piece] }])).includes(piece)).toBe(true);
    expect.assertions(1);
  });

  it("can be called off", async () => {
    const off = new AbortController();
    off.abort(new Error("Never mind"));
    await expect(zipped([{ name: "a.wav", pieces: pieces(10) }], { signal: off.signal })).rejects.toThrow("Never mind");
  });

  it("refuses two files of one name", async () => {
    const file = { name: "a.wav", pieces: pieces(1) };
    await expect(zipped([file, file])).rejects.toThrow("one name");
  });
});
