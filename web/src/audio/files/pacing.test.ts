import { describe, expect, it } from "vitest";
import { breathe, inTurns } from "./pacing";

describe("work in turns", () => {
  it("covers all of it once, tells how far it is, and pauses in between", async () => {
    const turns: [number, number][] = [];
    const fractions: number[] = [];
    let pauses = 0;
    const pause = () => {
      pauses++;
      return Promise.resolve();
    };
    await inTurns(10, 4, { progress: (fraction) => fractions.push(fraction), pause }, (from, to) => turns.push([from, to]));
    expect(turns).toEqual([[0, 4], [4, 8], [8, 10]]);
    expect(fractions).toEqual([0.4, 0.8, 1]);
    expect(pauses).toBe(2);
  });

  it("lets others work meanwhile", async () => {
    const order: string[] = [];
    const work = inTurns(3, 1, {}, (from) => order.push(`turn ${from}`));
    await breathe().then(() => order.push("another"));
    await work;
    expect(order.filter((entry) => entry !== "another")).toEqual(["turn 0", "turn 1", "turn 2"]);
    expect(["turn 0", "turn 1"]).toContain(order[order.indexOf("another") - 1]);
  });

  it("stops when it is called off, before it begins and on its way", async () => {
    const off = new AbortController();
    let turns = 0;
    const work = inTurns(3, 1, { signal: off.signal }, () => {
      turns++;
      off.abort(new Error("Never mind"));
    });
    await expect(work).rejects.toThrow("Never mind");
    expect(turns).toBe(1);
    await expect(inTurns(3, 1, { signal: off.signal }, () => turns++)).rejects.toThrow("Never mind");
    expect(turns).toBe(1);
  });
});
