import { describe, expect, it } from "vitest";
import { Clock } from "@/lib/clock.testing";
import { Deletions, UNDO_MS } from "./deletions";
import { drawSeed, seedOf } from "../seed";
import { EMPTY_RECIPE, recipeOf, requestOf } from "./recipe";

describe("Deletions", () => {
  const setup = (send: (id: string) => Promise<void> = () => Promise.resolve()) => {
    const clock = new Clock();
    const sent: string[] = [];
    const failed: string[] = [];
    const deletions = new Deletions({
      send: (id, leaving) => {
        sent.push(leaving ? `${id} leaving` : id);
        return send(id);
      },
      failed: (id) => failed.push(id),
      after_ms: clock.after_ms,
    });
    return { clock, sent, failed, deletions };
  };

  it("hides at once and deletes only when the time for undo is over", async () => {
    const { clock, sent, deletions } = setup();
    deletions.delete("a");
    expect(deletions.hidden.get().has("a")).toBe(true);
    await clock.pass(UNDO_MS - 1);
    expect(sent).toEqual([]);
    await clock.pass(1);
    expect(sent).toEqual(["a"]);
    expect(deletions.undo("a")).toBe(false);
    expect(deletions.hidden.get().has("a")).toBe(true);
  });

  it("undoes in time", async () => {
    const { clock, sent, deletions } = setup();
    deletions.delete("a");
    expect(deletions.undo("a")).toBe(true);
    await clock.pass(UNDO_MS * 2);
    expect(sent).toEqual([]);
    expect(deletions.hidden.get().has("a")).toBe(false);
  });

  it("deletes at once when the page needs it, and only once", async () => {
    const { clock, sent, deletions } = setup();
    deletions.delete("a");
    deletions.delete("b");
    await deletions.flush(true);
    await clock.pass(UNDO_MS * 2);
    expect(sent).toEqual(["a leaving", "b leaving"]);
  });

  it("shows it again when the server refused", async () => {
    const { failed, deletions } = setup(() => Promise.reject(new Error("in use")));
    deletions.delete("a");
    await deletions.flush();
    expect(failed).toEqual(["a"]);
    expect(deletions.hidden.get().has("a")).toBe(false);
  });
});

describe("recipes", () => {
  it("asks only for what was set", () => {
    expect(requestOf(EMPTY_RECIPE)).toEqual({});
    expect(requestOf({ ...EMPTY_RECIPE, prompt: " deep ", seed: 0, sliders: { ...EMPTY_RECIPE.sliders, drive: 0 } })).toEqual({
      prompt: "deep",
      seed: 0,
      drive: 0,
    });
  });
  it("starts from one kick or between two", () => {
    expect(requestOf(EMPTY_RECIPE, { kind: "variation", of: "a", strength: 0.3 })).toEqual({ variationOf: "a", strength: 0.3 });
    expect(requestOf(EMPTY_RECIPE, { kind: "interpolation", of: "a", with: "b", mix: 0.5 })).toEqual({
      variationOf: "a",
      interpolateWith: "b",
      mix: 0.5,
    });
  });
  it("reads seeds", () => {
    expect(seedOf("0")).toBe(0);
    expect(seedOf("4294967295")).toBe(4294967295);
    expect(seedOf("4294967296")).toBeNull();
    expect(seedOf("-1")).toBeNull();
    expect(seedOf("1.5")).toBeNull();
    expect(drawSeed(() => 0.9999999999)).toBeLessThanOrEqual(4294967295);
  });
  it("takes a kick's settings back", () => {
    const kick = {
      prompt: "deep",
      seed: 5,
      steps: 8,
      cfgScale: 3,
      sliders: { lengthS: 0.5, pitchHz: null, punch: null, drive: null, brightness: null, noise: null },
    } as Parameters<typeof recipeOf>[0];
    expect(recipeOf(kick, false)).toMatchObject({ prompt: "deep", seed: null, steps: null, cfgScale: 3, sliders: { lengthS: 0.5, drive: null } });
    expect(recipeOf(kick, true).seed).toBe(5);
  });
});
