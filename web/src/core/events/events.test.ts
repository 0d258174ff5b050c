import { beforeEach, describe, expect, it } from "vitest";
import type { Job } from "../api/types";
import { Clock, settle } from "@/lib/clock.testing";
import { EventConnection, type Socket } from "./connection";
import { readMessage } from "./protocol";
import { workStep, WorkStore } from "./work";

const job = (id: string, change: Partial<Job> = {}): Job => ({
  id,
  lane: "fast",
  attempts: 1,
  cancelRequested: false,
  startedAt: null,
  finishedAt: null,
  kind: "kick.generate",
  status: "processing",
  progress: 10,
  step: "Shaping",
  position: null,
  etaS: null,
  error: null,
  result: null,
  title: "",
  createdAt: "2026-11-21T12:00:00Z",
  ...change,
});

class Line implements Socket {
  onmessage: Socket["onmessage"] = null;
  onclose: Socket["onclose"] = null;
  closed = false;
  constructor(readonly after: number | null) {}
  close() {
    this.closed = true;
  }
  say(message: unknown) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

describe("EventConnection", () => {
  let clock: Clock;
  let lines: Line[];
  let up: boolean;
  let polls: number;
  let heard: Job[];
  let resets: number;
  let link: EventConnection;

  beforeEach(() => {
    clock = new Clock();
    lines = [];
    up = true;
    polls = 0;
    heard = [];
    resets = 0;
    link = new EventConnection(
      {
        ticket: () => (up ? Promise.resolve("ticket") : Promise.reject(new Error("away"))),
        open: (_ticket, after) => {
          const line = new Line(after);
          lines.push(line);
          return line;
        },
        poll: () => {
          polls++;
          return Promise.resolve([job("polled")]);
        },
        after_ms: clock.after_ms,
        random: () => 1,
      },
      { job: (j) => heard.push(j), snapshot: (jobs) => heard.push(...jobs), reset: () => resets++ },
    );
  });

  const live = async () => {
    link.start();
    await settle();
    lines[0]?.say({ type: "ready", lastId: 7 });
    await settle();
  };

  it("goes live and looks once for what was going on before", async () => {
    await live();
    expect(link.state.get()).toBe("live");
    expect(polls).toBe(1);
    lines[0]?.say({ type: "job", id: 8, job: job("a") });
    expect(heard.map((j) => j.id)).toEqual(["polled", "a"]);
  });

  it("comes back after the last event it heard", async () => {
    await live();
    lines[0]?.say({ type: "job", id: 12, job: job("a") });
    lines[0]?.onclose?.();
    expect(link.state.get()).toBe("waiting");
    await clock.pass(500);
    expect(lines[1]?.after).toBe(12);
    lines[1]?.say({ type: "ready", lastId: 15 });
    expect(link.state.get()).toBe("live");
    lines[1]?.say({ type: "job", id: 13, job: job("b") });
    lines[1]?.onclose?.();
    await clock.pass(500);
    expect(lines[2]?.after).toBe(13);
  });

  it("polls while no socket can be had, keeps trying, and stops polling when it is back", async () => {
    await live();
    up = false;
    lines[0]?.onclose?.();
    await clock.pass(4000);
    expect(link.state.get()).toBe("polling");
    const before = polls;
    await clock.pass(10_000);
    expect(polls).toBeGreaterThanOrEqual(before + 4);
    up = true;
    await clock.pass(31_000);
    lines.at(-1)?.say({ type: "ready", lastId: 7 });
    expect(link.state.get()).toBe("live");
    const after = polls;
    await clock.pass(50_000);
    expect(polls).toBe(after);
  });

  it("reads everything anew when too much was missed, and goes on from there", async () => {
    await live();
    lines[0]?.onclose?.();
    await clock.pass(500);
    lines[1]?.say({ type: "ready", lastId: 900 });
    lines[1]?.say({ type: "reset" });
    await settle();
    expect(resets).toBe(1);
    expect(polls).toBe(2);
    lines[1]?.onclose?.();
    await clock.pass(500);
    expect(lines[2]?.after).toBe(900);
  });

  it("gives up a line on which nothing was heard for a minute", async () => {
    await live();
    await clock.pass(59_000);
    lines[0]?.say({ type: "ping" });
    await clock.pass(59_000);
    expect(link.state.get()).toBe("live");
    await clock.pass(2_000);
    expect(lines[0]?.closed).toBe(true);
    expect(lines).toHaveLength(2);
  });

  it("hurries when told that the network is back", async () => {
    await live();
    up = false;
    lines[0]?.onclose?.();
    await clock.pass(20_000);
    up = true;
    const before = lines.length;
    link.hurry();
    await settle();
    expect(lines.length).toBe(before + 1);
  });

  it("is silent after it was stopped", async () => {
    await live();
    link.stop();
    expect(lines[0]?.closed).toBe(true);
    await clock.pass(60_000);
    expect(lines).toHaveLength(1);
    expect(link.state.get()).toBe("off");
  });

  it("reads only messages it knows", () => {
    expect(readMessage("no json")).toEqual({ type: "other" });
    expect(readMessage('{"type":"weather"}')).toEqual({ type: "other" });
    expect(readMessage('{"type":"ready","lastId":3}')).toEqual({ type: "ready", lastId: 3 });
  });
});

describe("WorkStore", () => {
  it("tells the end of a job once, and ignores what comes late", () => {
    const work = new WorkStore();
    const ends: string[] = [];
    work.onSettled((j) => ends.push(`${j.id} ${j.status}`));
    work.apply(job("a"));
    work.apply(job("a", { status: "completed" }));
    work.apply(job("a", { status: "processing", progress: 50 }));
    work.apply(job("a", { status: "completed" }));
    expect(ends).toEqual(["a completed"]);
    expect(work.jobs.get().get("a")?.status).toBe("completed");
  });

  it("tells the end also to whoever asks after it", async () => {
    const work = new WorkStore();
    const before = work.over("a");
    work.apply(job("a"));
    work.apply(job("a", { status: "completed" })); // the event overtakes the answer to the request that made the job
    work.apply(job("a", { status: "queued" }));
    expect((await work.over("a")).status).toBe("completed");
    expect((await before).status).toBe("completed");
  });

  it("does not take up again what was dismissed, however late an answer comes", () => {
    const work = new WorkStore();
    work.apply(job("a", { status: "completed" }));
    work.dismiss("a");
    work.snapshot([job("a")]);
    expect(work.jobs.get().size).toBe(0);
  });

  it("names work that ended unseen", () => {
    const work = new WorkStore();
    work.apply(job("a"));
    work.apply(job("b"));
    expect(work.snapshot([job("b"), job("c")]).map((j) => j.id)).toEqual(["a"]);
  });

  it("says in words what happens", () => {
    expect(workStep(job("a", { status: "queued", position: 1 }))).toBe("Next in line");
    expect(workStep(job("a", { status: "queued", position: 4 }))).toBe("3 before it in line");
    expect(workStep(job("a"))).toBe("Shaping");
    expect(workStep(job("a", { status: "failed", error: { code: "internal_error", message: "No room." } }))).toBe("No room.");
  });
});
