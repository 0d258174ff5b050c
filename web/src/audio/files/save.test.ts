// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from "vitest";
import { bounceName, save, slug } from "./save";

describe("names", () => {
  it("say what is in the file", () => {
    const loop = { name: "Hard Groove", bpm: 140, bars: 4 };
    expect(bounceName({ ...loop, extension: "wav" })).toBe("hard-groove-140bpm-4bars.wav");
    expect(bounceName({ ...loop, layer: "kick", extension: "flac" })).toBe("hard-groove-140bpm-4bars-kick.flac");
    expect(bounceName({ ...loop, bars: 1, extension: "zip" })).toBe("hard-groove-140bpm-1bar.zip");
    expect(bounceName({ ...loop, name: " /\\ ", extension: "wav" })).toBe("bounce-140bpm-4bars.wav");
  });

  it("have only letters, digits and dashes", () => {
    expect(slug("../../Etc: *Passwd*?")).toBe("etc-passwd");
    expect(slug("Günther & Söhne_2")).toBe("günther-söhne-2");
    expect(slug("a".repeat(59) + " b")).toBe("a".repeat(59));
    expect(slug("🦀")).toBe("");
  });
});

describe("saving", () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it("follows a link to the file, and lets go of it later", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    const given: Blob[] = [];
    const revoked: string[] = [];
    // jsdom has no object URLs.
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => `blob:${given.push(blob)}`,
      revokeObjectURL: (address: string) => revoked.push(address),
    });
    const clicked: [href: string, name: string, inPage: boolean][] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push([this.href, this.download, this.isConnected]);
    });
    save([Uint8Array.of(1, 2), Uint8Array.of(3)], "loop.wav", "audio/wav");
    expect(clicked).toEqual([["blob:1", "loop.wav", true]]);
    expect(document.querySelector("a")).toBeNull();
    expect([given[0]?.type, given[0]?.size]).toEqual(["audio/wav", 3]);
    expect(revoked).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(revoked).toEqual(["blob:1"]);
  });
});
