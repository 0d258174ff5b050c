/** Puts the parts together: one session, one player, one line for events, shared by all features. */

import { QueryClient } from "@tanstack/react-query";
import { Player } from "@/audio/player";
import { bounce } from "@/audio/rack/bounce";
import { LiveRack } from "@/audio/rack/live";
import { Samples } from "@/audio/rack/samples";
import { LiveTimeline } from "@/audio/timeline/live";
import { TimelineSounds } from "@/audio/timeline/sounds";
import { Api } from "@/core/api/client";
import { endpoints } from "@/core/api/endpoints";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import { Session, type Exclusive } from "@/core/api/session";
import type { KickPage } from "@/core/api/types";
import { EventConnection, type Socket } from "@/core/events/connection";
import { WorkStore } from "@/core/events/work";
import { Deletions } from "@/core/kicks/deletions";
import { RackSounds } from "@/core/rack/sounds";
import { RackStore } from "@/core/rack/state";
import { Desk } from "@/core/timeline/desk";
import { reread } from "@/features/reread";
import { keys, type Studio } from "@/features/studio";
import { Toasts } from "@/ui/toasts";

type TabMessage = "signed-out" | "kicks-changed" | "presets-changed" | "bounces-changed" | "projects-changed" | "tracks-changed";

const DONE_STAYS_MS = 4_000;

export function createStudio(): Studio {
  const queries = new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: (count, failure) => count < 2 && !(failure instanceof ApiFailure && failure.status < 500 && failure.status > 0) },
    },
  });
  const tabs = new BroadcastChannel("klangwerk");
  const tell = (message: TabMessage) => {
    tabs.postMessage(message);
  };
  const call: typeof fetch = (input, init) => fetch(input, init);
  const session = new Session({ fetch: call, exclusive: acrossTabs, announceSignOut: () => { tell("signed-out"); } });
  const api = new Api(session, call, window.location.origin);
  const calls = endpoints(api);
  const work = new WorkStore();
  const toasts = new Toasts();
  const player = new Player();

  const rack = new RackStore({ kick: { kind: "stock", name: "" }, noise: "", reverb: "" });
  const rackSounds = new RackSounds();
  const samples = new Samples({ known: () => rackSounds.catalog.get() !== null, url: (layer, sound) => rackSounds.url(layer, sound) });
  const rackPlayer = new LiveRack(rack, samples, player);
  rackSounds.catalog.subscribe(() => { rackPlayer.addressesKnown(); });

  const desk = new Desk({ calls, shelf: window.localStorage, after_ms, random: Math.random, changed: () => { projectsChanged(); } });
  const timelineSounds = new TimelineSounds({ url: (assetId) => desk.store.assets.get()[assetId]?.audioUrl ?? null, renew: () => desk.renew() });
  const timelinePlayer = new LiveTimeline(desk.store, timelineSounds, player);
  desk.project.subscribe(() => {
    timelinePlayer.stop();
    timelinePlayer.seek(0);
  });

  // One thing plays at a time: whoever begins ends the others.
  const alone = (mine: { stop(): void }) => {
    for (const other of [player, rackPlayer, timelinePlayer]) if (other !== mine) other.stop();
  };
  player.state.subscribe(() => {
    const { status } = player.state.get();
    if (status === "loading" || status === "playing") alone(player);
  });
  rackPlayer.playing.subscribe(() => { if (rackPlayer.playing.get()) alone(rackPlayer); });
  rackPlayer.cueing.subscribe(() => { if (rackPlayer.cueing.get()) alone(rackPlayer); });
  timelinePlayer.status.subscribe(() => { if (timelinePlayer.status.get() === "loading") alone(timelinePlayer); });

  const refreshTracks = () => void reread(queries, keys.tracks);
  const refreshPresets = () => void reread(queries, keys.presets);
  const refreshBounces = () => void reread(queries, keys.bounces);
  const refreshProjects = () => void reread(queries, keys.projects);
  const refreshKicks = () => {
    void reread(queries, keys.kicks);
    refreshPresets(); // they name their kicks
  };
  const tracksChanged = () => {
    refreshTracks();
    tell("tracks-changed");
  };
  const kicksChanged = () => {
    refreshKicks();
    tell("kicks-changed");
  };
  const presetsChanged = () => {
    refreshPresets();
    tell("presets-changed");
  };
  const bouncesChanged = () => {
    refreshBounces();
    tell("bounces-changed");
  };
  const projectsChanged = () => {
    refreshProjects();
    tell("projects-changed");
  };

  const deleteKick = async (id: string, options: { confirm?: true; keepalive?: boolean }) => {
    const { totalGensCount } = await calls.kickDelete(id, options);
    queries.setQueryData<KickPage>(keys.allowance, (page) => (page ? { ...page, totalGensCount } : page));
    kicksChanged();
  };
  /** Deleting with undo, of things that others may need: then the server refuses, and one may insist. */
  const askingDeletions = (thing: string, inUse: string, send: typeof deleteKick) => {
    const failed = (id: string, failure: unknown) => {
      if (failure instanceof ApiFailure && failure.status === 404) return; // gone is gone
      const anyway = () => {
        send(id, { confirm: true }).catch((again: unknown) => { failed(id, again); });
      };
      const action = failure instanceof ApiFailure && failure.code === inUse ? { label: "Delete it anyway", run: anyway } : undefined;
      toasts.fail(`The ${thing} was not deleted`, describeFailure(failure, new Date()).body, action);
    };
    return new Deletions({ after_ms, send: (id, leaving) => send(id, { keepalive: leaving }), failed });
  };
  const deletions = askingDeletions("kick", "kick_in_use", deleteKick);
  const trackDeletions = askingDeletions("track", "track_in_use", async (id, options) => {
    await calls.trackDelete(id, options);
    tracksChanged();
  });
  /** Deleting with undo, of things that nothing else needs. */
  const plainDeletions = (thing: string, send: (id: string, keepalive: boolean) => Promise<void>, changed: () => void) =>
    new Deletions({
      after_ms,
      send: (id, leaving) => send(id, leaving).then(changed),
      failed: (_, failure) => {
        if (failure instanceof ApiFailure && failure.status === 404) changed(); // gone is gone
        else toasts.fail(`The ${thing} was not deleted`, describeFailure(failure, new Date()).body);
      },
    });
  const presetDeletions = plainDeletions("preset", calls.presetDelete, presetsChanged);
  const bounceDeletions = plainDeletions("loop", calls.bounceDelete, bouncesChanged);
  const projectDeletions = plainDeletions("project", calls.projectDelete, projectsChanged);
  const flushDeletions = async (leaving = false) => {
    await Promise.all([deletions, trackDeletions, presetDeletions, bounceDeletions, projectDeletions].map((all) => all.flush(leaving)));
  };

  const events = new EventConnection(
    {
      ticket: calls.eventTicket,
      open: openSocket,
      poll: calls.jobsActive,
      after_ms,
      random: Math.random,
    },
    {
      job: (job) => { work.apply(job); },
      snapshot: (active) => {
        for (const lost of work.snapshot(active)) calls.job(lost.id).then((job) => { work.apply(job); }, () => undefined);
      },
      reset: () => {
        refreshKicks();
        refreshTracks();
      },
    },
  );

  work.onSettled((job) => {
    if (job.kind.startsWith("kick.")) refreshKicks();
    if (job.kind === "track.generate") refreshTracks();
    if (job.kind === "rack.bounce") refreshBounces();
    if (job.status !== "failed") after_ms(DONE_STAYS_MS, () => { work.dismiss(job.id); });
  });
  tabs.onmessage = ({ data }: MessageEvent<TabMessage>) => {
    if (data === "signed-out") session.forget();
    if (data === "kicks-changed") refreshKicks();
    if (data === "presets-changed") refreshPresets();
    if (data === "bounces-changed") refreshBounces();
    if (data === "projects-changed") refreshProjects();
    if (data === "tracks-changed") refreshTracks();
  };
  session.state.subscribe(() => {
    if (session.state.get() === "signed-in") events.start();
    if (session.state.get() !== "signed-out") return;
    events.stop();
    player.stop();
    rackPlayer.stop();
    rack.forget();
    timelinePlayer.stop();
    desk.forget();
    work.clear();
    queries.clear(); // the next person must not see what this one had
  });
  api.reachable.subscribe(() => {
    if (!api.reachable.get()) return;
    events.hurry();
    desk.saver.hurry();
    void queries.refetchQueries({ type: "active", predicate: ({ state }) => state.status === "error" });
  });
  window.addEventListener("online", () => { events.hurry(); });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") events.hurry();
  });
  // A context takes a while to open, and may only after a key press or click: open it with the first one.
  const first = { capture: true, once: true };
  window.addEventListener("keydown", () => { player.unlock(); }, first);
  window.addEventListener("pointerdown", () => { player.unlock(); }, first);
  window.addEventListener("pagehide", () => {
    desk.leave();
    void flushDeletions(true);
  });

  return {
    session, api, calls, events, work, toasts, queries,
    player, rack, rackPlayer, rackSounds, bounce: (settings, watch, patch = rack.patch) => bounce(patch, settings, samples, watch),
    desk, timelinePlayer, timelineSounds,
    deletions, trackDeletions, presetDeletions, bounceDeletions, projectDeletions, flushDeletions, kickDelete: deleteKick,
    kicksChanged, tracksChanged, presetsChanged, bouncesChanged,
  };
}

function after_ms(delay_ms: number, task: () => void): () => void {
  const timer = setTimeout(task, delay_ms);
  return () => {
    clearTimeout(timer);
  };
}

/** All tabs share the refresh cookie, which works once: one tab at a time renews it. */
const acrossTabs: Exclusive = async (task) => {
  // Locks exist in secure contexts only; over plain http on a home network each tab is on its own.
  if (!("locks" in navigator)) return task();
  return await navigator.locks.request("klangwerk-refresh", task);
};

function openSocket(ticket: string, after: number | null): Socket {
  const address = new URL("/ws/events", window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  address.searchParams.set("ticket", ticket);
  if (after !== null) address.searchParams.set("after", String(after));
  const socket = new WebSocket(address);
  const seam: Socket = { onmessage: null, onclose: null, close: () => { socket.close(); } };
  socket.onmessage = (event) => { seam.onmessage?.(event); };
  socket.onclose = () => { seam.onclose?.(); };
  return seam;
}
