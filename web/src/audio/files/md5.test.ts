import { describe, expect, it } from "vitest";
import { Md5 } from "./md5";

const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * i) % 251);
// What Python's hashlib says of the first so many of these bytes.
const VECTORS: readonly (readonly [length: number, digest: string])[] = [
  [0, "d41d8cd98f00b204e9800998ecf8427e"],
  [1, "93b885adfe0da089cdf634904fd59f71"],
  [3, "be489ef3af303d20350a5c504ecc5294"],
  [55, "d6d2efc82dc741239c7842b3ff76253c"],
  [56, "08bb79ba2b6a113ee5d87d497d3e63fa"],
  [57, "c9724789acc51df887b3c4429b2d0081"],
  [63, "9c1f0e823687a0b02c8120ae0ebdfea1"],
  [64, "23180e05b1a20e1c8184f052b39aea3d"],
  [65, "bcc789bd06be1857bb8b598e3f47ea96"],
  [119, "d89dd277c164eebadd649748b624031e"],
  [120, "33655ee6643002bd22053585038783d3"],
  [128, "15cc08b69540e4fee7742fcb7d4883e1"],
  [1000, "175891bd2520bdb602c28677acdbae0c"],
];
const hex = (digest: Uint8Array) => Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");

describe("MD5", () => {
  it.each(VECTORS)("of %d bytes", (length, digest) => {
    const md5 = new Md5();
    md5.update(bytes, length);
    expect(hex(md5.digest())).toBe(digest);
  });

  it("does not depend on how the bytes come", () => {
    for (const step of [1, 7, 64, 65, 200]) {
      const md5 = new Md5();
      for (let at = 0; at < bytes.length; at += step) md5.update(bytes.subarray(at, at + step));
      expect(hex(md5.digest())).toBe(VECTORS.at(-1)?.[1]);
    }
  });
});
