import { describe, expect, it } from "vitest";
import { Clock, settle } from "@/lib/clock.testing";
import { ApiFailure, offlineFailure } from "../api/failure";
import { Desk } from "./desk";
import { rename, setTempo } from "./edits";
import { Drafts } from "./drafts";
import { Saver } from "./saver";
import { arrangement, clip, track } from "./sample.testing";
import type { Arrangement, Project } from "./types";

/** Keeps one project, and says no when it is told to. */
class Server {
  version = 1;
  stored: Arrangement = arrangement();
  failures: unknown[] = [];
  sent: { version: number; bpm: number; leaving: boolean }[] = [];
  hold: Promise<void> | null = null;

  save = async (_id: string, version: number, doc: Arrangement, leaving: boolean): Promise<Project> => {
    this.sent.push({ version, bpm: doc.bpm, leaving });
    if (this.hold) await this.hold;
    const failure = this.failures.shift();
    if (failure !== undefined) throw failure as Error;
    if (version !== this.version) throw new ApiFailure("version_conflict", "Changed elsewhere.", 409, { version: this.version });
    this.version++;
    this.stored = doc;
    return this.project();
  };

  project(id = "p"): Project {
    return { ...this.stored, id, version: this.version, assets: {}, createdAt: "", updatedAt: "", dawprojectUrl: "/d" };
  }
}

function saving() {
  const clock = new Clock();
  const server = new Server();
  const saver = new Saver({ send: async (...args) => (await server.save(...args)).version, after_ms: clock.after_ms, random: () => 1 });
  let doc = server.stored;
  saver.start("p", 1, doc);
  const edit = (bpm: number) => saver.changed((doc = setTempo(doc, bpm)));
  return { clock, server, saver, edit, status: () => saver.state.get().status };
}

describe("saver", () => {
  it("saves a moment after the last edit, once", async () => {
    const { clock, server, edit, status } = saving();
    edit(100);
    await clock.pass(500);
    edit(101);
    expect(status()).toBe("unsaved");
    await clock.pass(500);
    expect(server.sent).toEqual([]);
    await clock.pass(300);
    expect(server.sent).toEqual([{ version: 1, bpm: 101, leaving: false }]);
    expect(status()).toBe("saved");
  });

  it("does not wait for ever for a pause", async () => {
    const { clock, server, edit } = saving();
    for (let i = 0; i < 20; i++) {
      edit(100 + i);
      await clock.pass(400);
    }
    expect(server.sent.length).toBeGreaterThanOrEqual(1);
  });

  it("sends what came while it was sending, on top of the new version", async () => {
    const { clock, server, edit, status } = saving();
    let free: () => void = () => { throw new Error("too early"); };
    server.hold = new Promise((resolve) => { free = () => { resolve(); }; });
    edit(100);
    await clock.pass(800);
    edit(110);
    expect(status()).toBe("saving");
    free();
    server.hold = null;
    await settle();
    await clock.pass(2_000);
    expect(server.sent.map(({ version, bpm }) => [version, bpm])).toEqual([[1, 100], [2, 110]]);
    expect(status()).toBe("saved");
  });

  it("tries again while the server is away, and at once when it is back", async () => {
    const { clock, server, saver, edit, status } = saving();
    server.failures = [offlineFailure(), offlineFailure(), offlineFailure()];
    edit(100);
    await clock.pass(800);
    expect(status()).toBe("offline");
    await clock.pass(3_500);
    expect(server.sent).toHaveLength(3);
    edit(105);
    expect(status()).toBe("offline");
    saver.hurry();
    await settle();
    expect(status()).toBe("saved");
    expect(server.stored.bpm).toBe(105);
  });

  it("does not write over what was changed elsewhere", async () => {
    const { clock, server, edit, status } = saving();
    server.version = 5;
    edit(100);
    await clock.pass(1_000);
    expect(status()).toBe("conflict");
    edit(120);
    await clock.pass(60_000);
    expect(server.sent).toHaveLength(1);
    expect(server.version).toBe(5);
  });

  it("says what the server does not take, and tries with the next edit", async () => {
    const { clock, server, saver, edit, status } = saving();
    server.failures = [new ApiFailure("invalid", "No.", 400)];
    edit(100);
    await clock.pass(1_000);
    expect(saver.state.get()).toEqual({ status: "refused", message: "No." });
    edit(101);
    await clock.pass(1_000);
    expect(status()).toBe("saved");
  });

  it("has nothing to send when an edit was undone before it was sent", async () => {
    const { clock, server, saver, edit, status } = saving();
    const first = server.stored;
    edit(100);
    saver.changed(first);
    expect(status()).toBe("saved");
    await clock.pass(10_000);
    expect(server.sent).toEqual([]);
  });

  it("sends what is left when the page closes", async () => {
    const { server, saver, edit } = saving();
    edit(100);
    await saver.flush(true);
    expect(server.sent).toEqual([{ version: 1, bpm: 100, leaving: true }]);
  });
});

describe("desk", () => {
  function desk() {
    const clock = new Clock();
    const server = new Server();
    const shelf = new Map<string, string>();
    const created: Partial<Arrangement>[] = [];
    const make = () =>
      new Desk({
        after_ms: clock.after_ms,
        random: () => 1,
        changed: () => undefined,
        shelf: { getItem: (key) => shelf.get(key) ?? null, setItem: (key, value) => void shelf.set(key, value), removeItem: (key) => void shelf.delete(key) },
        calls: {
          project: () => Promise.resolve(server.project()),
          projectSave: server.save,
          projectCreate: (first) => {
            created.push(first);
            return Promise.resolve({ ...server.project("copy"), ...first, version: 1 });
          },
        },
      });
    return { clock, server, make, created, shelf };
  }

  it("keeps edits that could not be sent before the page closed", async () => {
    const { clock, server, make } = desk();
    const one = make();
    await one.open("p");
    server.failures = [offlineFailure(), offlineFailure()];
    one.store.edit("Tempo", (doc) => setTempo(doc, 99));
    one.leave();
    one.close();
    await settle();
    const two = make();
    await two.open("p");
    expect(two.store.now.bpm).toBe(99);
    expect(two.store.steps.get().undo).not.toBeNull();
    await clock.pass(5_000);
    expect(server.stored.bpm).toBe(99);
  });

  it("asks when those edits meet others", async () => {
    const { clock, server, make } = desk();
    const one = make();
    await one.open("p");
    server.failures = [offlineFailure()];
    one.store.edit("Tempo", (doc) => setTempo(doc, 99));
    one.leave();
    await settle();
    server.version = 2;
    server.stored = rename(server.stored, "Theirs");
    const two = make();
    await two.open("p");
    await clock.pass(5_000);
    expect(two.saver.state.get().status).toBe("conflict");
    await two.takeTheirs();
    expect(two.store.now).toMatchObject({ name: "Theirs", bpm: 120 });
  });

  it("asks nobody when the answer was lost and the server has it", async () => {
    const { clock, server, make } = desk();
    const one = make();
    await one.open("p");
    one.store.edit("Tempo", (doc) => setTempo(doc, 99));
    server.version = 2;
    server.stored = setTempo(server.stored, 99);
    await clock.pass(1_000);
    expect(one.saver.state.get().status).toBe("saved");
    one.store.edit("Tempo", (doc) => setTempo(doc, 98));
    await clock.pass(1_000);
    expect(server.version).toBe(3);
  });

  it("keeps mine as a copy with names of its own", async () => {
    const { server, make, created } = desk();
    server.stored = arrangement(track("t", clip("c", 0, 1_000)));
    const one = make();
    await one.open("p");
    await one.keepMine();
    expect(created[0]?.name).toBe("Untitled (mine)");
    expect(created[0]?.tracks?.[0]?.clips[0]?.id).not.toBe("c");
    expect(one.project.get()?.id).toBe("copy");
  });

  it("does not take a draft that has arrived", async () => {
    const { server, make } = desk();
    const one = make();
    await one.open("p");
    one.store.edit("Tempo", (doc) => setTempo(doc, 99));
    one.leave();
    await settle();
    expect(server.stored.bpm).toBe(99);
    const two = make();
    await two.open("p");
    expect(two.store.steps.get().undo).toBeNull();
    expect(two.saver.dirty).toBe(false);
  });

  it("does not stumble over a broken draft", () => {
    const drafts = new Drafts({ getItem: () => "{", setItem: () => undefined, removeItem: () => undefined });
    expect(drafts.take("p")).toBeNull();
  });
});
