import { describe, expect, it } from "vitest";
import { moveClips, removeClips, rename } from "./edits";
import { TimelineStore } from "./store";
import { arrangement, clip, starts, track } from "./sample.testing";

function opened() {
  let now_ms = 0;
  const store = new TimelineStore(() => now_ms);
  store.open(arrangement(track("t", clip("a", 0, 1_000))), {});
  const nudge = (by: number) => { store.edit("Move", (doc) => moveClips(doc, new Set(["a"]), by), "nudge"); };
  return { store, nudge, wait: (ms: number) => void (now_ms += ms), at: () => starts(store.now)[0]?.[0] };
}

describe("timeline store", () => {
  it("takes presses of one key in quick succession back at once", () => {
    const { store, nudge, wait, at } = opened();
    nudge(10);
    wait(500);
    nudge(10);
    wait(2_000);
    nudge(10);
    expect(at()).toBe(30);
    store.undo();
    expect(at()).toBe(20);
    store.undo();
    expect(at()).toBe(0);
    expect(store.steps.get()).toEqual({ undo: null, redo: "Move" });
    store.redo();
    store.redo();
    expect(at()).toBe(30);
  });

  it("takes a drag back at once, however long it rests", () => {
    const { store, nudge, wait, at } = opened();
    store.beginGesture();
    nudge(5);
    wait(60_000);
    nudge(5);
    store.endGesture();
    nudge(5);
    store.undo();
    expect(at()).toBe(10);
    store.undo();
    expect(at()).toBe(0);
  });

  it("makes no step of a drag that ends where it began", () => {
    const { store, at } = opened();
    const before = store.now;
    store.beginGesture();
    store.edit("Move", () => moveClips(before, new Set(["a"]), 50), "drag");
    store.edit("Move", () => before, "drag");
    store.endGesture();
    expect(at()).toBe(0);
    expect(store.steps.get().undo).toBeNull();
  });

  it("forgets an abandoned drag", () => {
    const { store, nudge, at } = opened();
    store.beginGesture();
    nudge(5);
    store.abandonGesture("nudge");
    expect(at()).toBe(0);
    expect(store.steps.get()).toEqual({ undo: null, redo: null });
    store.beginGesture();
    store.abandonGesture("nudge"); // nothing was moved
    expect(at()).toBe(0);
  });

  it("makes no step of what changes nothing", () => {
    const { store } = opened();
    store.edit("Move", (doc) => moveClips(doc, new Set(["a"]), -5));
    expect(store.steps.get().undo).toBeNull();
  });

  it("keeps only clips that are there selected", () => {
    const { store } = opened();
    store.select(["a"]);
    store.edit("Delete", (doc) => removeClips(doc, new Set(["a"])));
    store.undo();
    store.select(["a", "gone"]);
    store.redo();
    expect([...store.selection.get()]).toEqual([]);
  });

  it("brings nothing of another project back", () => {
    const { store, nudge } = opened();
    nudge(10);
    store.open(rename(arrangement(), "Other"), {});
    store.undo();
    expect(store.now.name).toBe("Other");
  });
});
