/** Everything a person can do with an arrangement, from keys, menus and buttons alike. Each says what it did. */

import type { LiveTimeline } from "@/audio/timeline/live";
import { withFadeIn, withFadeOut, withGain } from "@/core/timeline/clips";
import type { Desk } from "@/core/timeline/desk";
import * as edits from "@/core/timeline/edits";
import { neighbour, snapped, spokenPlace } from "@/core/timeline/grid";
import { newId } from "@/core/timeline/ids";
import { newTrack, placeEach, placeOn, roomProblem, type Placeable, type Placed } from "@/core/timeline/placing";
import { arrangementEnd, TRACKS_MAX, type Clip, type SoundAsset } from "@/core/timeline/types";
import { formatCount } from "@/core/format";
import type { Toasts } from "@/ui/toasts";
import type { View } from "./view";

const FINE_FRAMES = 441; // 10 ms

const clips = (count: number): string => formatCount(count, "clip", "clips");

export class Commands {
  private copied: readonly { readonly row: number; readonly clip: Clip }[] = [];

  constructor(
    private readonly desk: Desk,
    readonly live: LiveTimeline,
    readonly view: View,
    private readonly toasts: Toasts,
  ) {}

  get store() {
    return this.desk.store;
  }

  get chosen(): edits.Ids {
    return this.store.selection.get();
  }

  /** Chooses clips; the last of them is the one that the keyboard is at. */
  choose(ids: readonly string[]): void {
    this.store.select(ids);
    const last = ids.at(-1) ?? null;
    if (last === null) return;
    this.view.focused.set(last);
    const found = edits.findClip(this.store.now, last);
    if (found) this.view.trackId.set(found.track.id);
  }

  /** One more or one less. */
  toggle(id: string): void {
    const next = new Set(this.chosen);
    if (!next.delete(id)) next.add(id);
    this.choose([...next]);
  }

  chooseAll(): void {
    this.choose(this.store.now.tracks.flatMap((track) => track.clips.map(({ id }) => id)));
    this.view.say(`${clips(this.chosen.size)} selected`);
  }

  split(): void {
    const at = this.live.position();
    const { arrangement, made } = edits.splitClips(this.store.now, this.chosen.size > 0 ? this.chosen : null, at, newId);
    if (made.length === 0) {
      this.toasts.show("There is no clip under the playhead to split.");
      return;
    }
    this.store.edit("Split", () => arrangement);
    this.choose(made);
    this.view.say(`Split ${clips(made.length)} at ${spokenPlace(at, this.store.now)}`);
  }

  duplicate(): void {
    const { arrangement, made } = edits.duplicateClips(this.store.now, this.chosen, this.view.snap.get(), newId);
    if (made.length === 0) return;
    this.store.edit("Duplicate", () => arrangement);
    this.choose(made);
    this.view.say(`Duplicated ${clips(made.length)}`);
  }

  remove(): void {
    const count = this.chosen.size;
    if (count === 0) return;
    const next = this.afterRemoval();
    this.store.edit(count === 1 ? "Delete clip" : "Delete clips", (now) => edits.removeClips(now, this.chosen));
    this.store.select([]);
    this.view.focused.set(next);
    this.view.say(`Deleted ${clips(count)}. Control Z brings ${count === 1 ? "it" : "them"} back.`);
  }

  nudge(way: -1 | 1, fine: boolean): void {
    const span = edits.extent(edits.clipsOf(this.store.now, this.chosen));
    if (!span) return;
    const to = fine ? span.start + way * FINE_FRAMES : neighbour(span.start, way, this.view.snap.get(), this.store.now);
    this.store.edit("Move", (now) => edits.moveClips(now, this.chosen, to - span.start), "nudge");
    this.sayWhere();
  }

  nudgeRow(way: -1 | 1): void {
    this.store.edit("Move to another track", (now) => edits.moveClips(now, this.chosen, 0, way), "nudge row");
    this.sayWhere();
  }

  /** The clip before or after on the same track, or the nearest one on another. */
  walk(way: "left" | "right" | "up" | "down"): void {
    const { tracks } = this.store.now;
    const at = edits.findClip(this.store.now, this.view.focused.get());
    if (!at) {
      const first = tracks.find((track) => track.clips.length > 0)?.clips[0];
      if (first) this.choose([first.id]);
      return;
    }
    let next: Clip | undefined;
    if (way === "left" || way === "right") {
      next = at.track.clips[at.track.clips.indexOf(at.clip) + (way === "left" ? -1 : 1)];
    } else {
      const rows = way === "up" ? tracks.slice(0, at.trackIndex).reverse() : tracks.slice(at.trackIndex + 1);
      const row = rows.find((track) => track.clips.length > 0);
      next = row?.clips.reduce((best, clip) => (Math.abs(clip.startFrames - at.clip.startFrames) < Math.abs(best.startFrames - at.clip.startFrames) ? clip : best));
    }
    if (!next) return;
    this.choose([next.id]);
    this.sayWhere();
  }

  copy(): void {
    const rows = this.store.now.tracks.flatMap((track, row) => track.clips.filter(({ id }) => this.chosen.has(id)).map((clip) => ({ row, clip })));
    if (rows.length === 0) return;
    this.copied = rows;
    this.view.say(`Copied ${clips(rows.length)}`);
  }

  cut(): void {
    this.copy();
    this.remove();
  }

  /** At the playhead, on the rows that they came from. */
  paste(): void {
    const span = edits.extent(this.copied.map(({ clip }) => clip));
    if (!span) return;
    const at = snapped(this.live.position(), "off", this.store.now);
    const { tracks } = this.store.now;
    const placed = this.copied.flatMap(({ row, clip }) => {
      const track = tracks[Math.min(row, tracks.length - 1)];
      return track ? [{ trackId: track.id, clip: { ...clip, id: newId(), startFrames: clip.startFrames - span.start + at } }] : [];
    });
    this.store.edit("Paste", (now) => edits.putClips(now, placed));
    this.choose(placed.map(({ clip }) => clip.id));
    this.view.say(`Pasted ${clips(placed.length)}`);
  }

  crossfade(): void {
    const before = this.store.now;
    this.store.edit("Crossfade", (now) => edits.crossfade(now, this.chosen));
    if (this.store.now === before) this.toasts.show("Put two clips of a track over each other first: the crossfade is as long as that.");
  }

  setGain(gain_db: number): void {
    this.store.edit("Clip gain", (now) => edits.changeClips(now, this.chosen, (clip) => withGain(clip, gain_db)), "clip gain");
  }

  setFade(side: "in" | "out", frames: number): void {
    const change = side === "in" ? withFadeIn : withFadeOut;
    this.store.edit(side === "in" ? "Fade in" : "Fade out", (now) => edits.changeClips(now, this.chosen, (clip) => change(clip, frames)), `fade ${side}`);
  }

  toggleLoop(): void {
    this.store.edit("Loop", (now) => edits.setLoop(now, { enabled: !now.loop.enabled }));
    this.view.say(this.store.now.loop.enabled ? "Loop on" : "Loop off");
  }

  /** Around what is chosen, or around everything. */
  loopChosen(): void {
    const span = edits.extent(edits.clipsOf(this.store.now, this.chosen)) ?? { start: 0, end: arrangementEnd(this.store.now) };
    if (span.end <= span.start) return;
    this.store.edit("Loop", (now) => edits.setLoop(now, { enabled: true, startFrames: span.start, stopFrames: span.end }));
    this.view.say("Loop around the selection");
  }

  changeTrack(id: string, words: string, change: edits.TrackChange, gesture: string | null = null): void {
    this.store.edit(words, (now) => edits.changeTrack(now, id, change), gesture);
  }

  toggleTrack(what: "muted" | "soloed", id: string | null = this.view.trackId.get()): void {
    const track = this.store.now.tracks.find((each) => each.id === id);
    if (!track) return;
    const on = !track[what];
    this.changeTrack(track.id, `${what === "muted" ? "Mute" : "Solo"} ${track.name}`, { [what]: on });
    this.view.say(`${track.name} ${what === "muted" ? (on ? "muted" : "heard") : on ? "solo" : "no longer solo"}`);
  }

  addTrack(): void {
    if (this.store.now.tracks.length >= TRACKS_MAX) {
      this.toasts.show(`There is room for ${TRACKS_MAX} tracks.`);
      return;
    }
    const id = newId();
    this.store.edit("Add track", (now) => edits.addTrack(now, newTrack(id, `Track ${now.tracks.length + 1}`, "upload")));
    this.view.trackId.set(id);
  }

  removeTrack(id: string): void {
    const track = this.store.now.tracks.find((each) => each.id === id);
    if (!track) return;
    this.store.edit(`Delete ${track.name}`, (now) => edits.removeTrack(now, id));
    const gone = new Set(track.clips.map((clip) => clip.id));
    this.store.select([...this.chosen].filter((each) => !gone.has(each)));
    this.toasts.show(`“${track.name}” is deleted.`, { stays_ms: 6_000, action: { label: "Undo", run: () => { this.store.undo(); } } });
  }

  moveTrack(id: string, way: -1 | 1): void {
    const from = this.store.now.tracks.findIndex((each) => each.id === id);
    this.store.edit("Move track", (now) => edits.moveTrack(now, id, from + way));
  }

  /** Puts a sound on a track, or on a new one; at a frame, or at the playhead. */
  add(sound: Placeable, trackId: string | null = null, startFrames: number = this.dropFrame()): void {
    this.place(trackId === null ? 1 : 0, [sound], (now) => placeOn(now, trackId, sound, startFrames, newId));
  }

  addEach(sounds: readonly Placeable[], startFrames: number = this.dropFrame()): void {
    this.place(sounds.length, sounds, (now) => placeEach(now, sounds, startFrames, newId));
  }

  private place(newTracks: number, sounds: readonly Placeable[], put: (now: typeof this.store.now) => Placed): void {
    const problem = roomProblem(this.store.now, newTracks);
    if (problem !== null) {
      this.toasts.fail("It was not added", problem);
      return;
    }
    this.store.learn(Object.fromEntries(sounds.map(({ assetId, asset }): [string, SoundAsset] => [assetId, asset])));
    const { arrangement, made } = put(this.store.now);
    this.store.edit(made.length === 1 ? `Add ${sounds[0]?.asset.name ?? "sound"}` : `Add ${made.length} sounds`, () => arrangement);
    this.choose(made);
    this.view.say(`Added ${clips(made.length)}`);
  }

  private dropFrame(): number {
    return this.live.active ? 0 : snapped(this.live.cursor.get(), this.view.snap.get(), this.store.now);
  }

  private afterRemoval(): string | null {
    const at = edits.findClip(this.store.now, this.view.focused.get());
    const rest = at?.track.clips.filter(({ id }) => !this.chosen.has(id)) ?? [];
    return (rest.find(({ startFrames }) => startFrames >= (at?.clip.startFrames ?? 0)) ?? rest.at(-1))?.id ?? null;
  }

  private sayWhere(): void {
    const at = edits.findClip(this.store.now, this.view.focused.get());
    this.view.reveal.update((times) => times + 1);
    if (at) this.view.say(`${at.clip.name}, ${spokenPlace(at.clip.startFrames, this.store.now)}, ${at.track.name}`);
  }
}
