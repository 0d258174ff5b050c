import { describe, expect, it } from "vitest";
import { Api } from "@/core/api/client";
import { endpoints } from "@/core/api/endpoints";
import { Session } from "@/core/api/session";
import type { Placeable } from "@/core/timeline/placing";
import { soundOf } from "./sounds";

const asset = { trackId: "t", name: "Night", type: "main", durationS: 180, frames: 7_938_000, sampleRate: 44_100, bpm: 120, peaks: "", audioUrl: "/media/old", missing: false } as const;
const track: Placeable = { assetId: "a", asset };
const kick: Placeable = { assetId: "b", asset: { ...asset, trackId: null, type: "kick", durationS: 0.5 }, kickId: "k" };

/** A server that signs anew whatever is asked for. */
const answer: typeof fetch = (input) => {
  const { pathname } = new URL(input instanceof Request ? input.url : input.toString(), "http://studio.test");
  return Promise.resolve(Response.json({ access: "token", audioUrl: `/media${pathname}new` }));
};
const session = new Session({ fetch: answer, exclusive: (task) => task(), announceSignOut: () => undefined });
const calls = endpoints(new Api(session, answer, "http://studio.test"));

describe("soundOf", () => {
  it("lets a track come in while it sounds, by an address that is asked for anew when it has expired", async () => {
    const { stream } = soundOf(track, calls);
    expect(stream?.url).toBe("/media/old");
    expect(await stream?.renewed()).toBe("/media/api/tracks/t/new");
  });

  it("loads a kick as a whole", () => {
    expect(soundOf(kick, calls).stream).toBeUndefined();
  });
});
