import { describe, expect, it, vi } from "vitest";
import { backoff_ms } from "./backoff";
import { LruCache } from "./lru";
import { clamp, round } from "./numbers";
import { Store } from "./store";

describe("backoff", () => {
  const limits = { first_ms: 500, most_ms: 8000 };
  it("starts at once, doubles and stays under the cap", () => {
    const longest = () => 0.999999;
    expect([0, 1, 2, 3, 4, 5, 9].map((n) => backoff_ms(n, limits, longest))).toEqual([0, 500, 1000, 2000, 4000, 8000, 8000]);
  });
  it("never waits less than half of the step", () => {
    expect(backoff_ms(3, limits, () => 0)).toBe(1000);
  });
});

describe("LruCache", () => {
  it("drops what was used longest ago when it weighs too much", () => {
    const cache = new LruCache<string>(3);
    cache.set("a", "A", 1);
    cache.set("b", "B", 1);
    cache.set("c", "C", 1);
    cache.get("a");
    cache.set("d", "D", 1);
    expect(cache.get("b")).toBeUndefined();
    expect(cache.get("a")).toBe("A");
    expect(cache.size).toBe(3);
  });
  it("keeps a single value that is heavier than the limit", () => {
    const cache = new LruCache<string>(3);
    cache.set("a", "A", 1);
    cache.set("big", "B", 9);
    expect(cache.get("big")).toBe("B");
    expect(cache.size).toBe(1);
  });
  it("counts a replaced value once", () => {
    const cache = new LruCache<string>(3);
    cache.set("a", "A", 2);
    cache.set("a", "A2", 2);
    cache.set("b", "B", 1);
    expect(cache.get("a")).toBe("A2");
    expect(cache.size).toBe(2);
  });
});

describe("Store", () => {
  it("tells listeners about changes and about nothing else", () => {
    const store = new Store(1);
    const listener = vi.fn();
    const leave = store.subscribe(listener);
    store.set(1);
    expect(listener).not.toHaveBeenCalled();
    store.update((n) => n + 1);
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    store.set(5);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});

describe("numbers", () => {
  it("clamps and rounds", () => {
    expect(clamp(5, 0, 1)).toBe(1);
    expect(clamp(-5, 0, 1)).toBe(0);
    expect(round(0.1 + 0.2, 2)).toBe(0.3);
  });
});
