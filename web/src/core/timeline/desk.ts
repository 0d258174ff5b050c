/** The project that lies open: read, edited, saved by itself, and what happens when it was changed elsewhere. */

import { Store } from "@/lib/store";
import { ApiFailure } from "../api/failure";
import { Drafts, sameArrangement, type Shelf } from "./drafts";
import { newId } from "./ids";
import { Saver, type SaverParts } from "./saver";
import { TimelineStore } from "./store";
import { arrangementOf, type Arrangement, type Project } from "./types";

export interface DeskCalls {
  project(id: string): Promise<Project>;
  projectCreate(arrangement: Partial<Arrangement>): Promise<Project>;
  projectSave(id: string, version: number, arrangement: Arrangement, leaving: boolean): Promise<Project>;
}

export interface DeskParts extends Pick<SaverParts, "after_ms" | "random"> {
  calls: DeskCalls;
  shelf: Shelf;
  /** The list of projects is no longer what it was. */
  changed(): void;
}

export class Desk {
  readonly store = new TimelineStore();
  readonly saver: Saver;
  /** The project that is open, as it was when it was opened; null: none. */
  readonly project = new Store<Pick<Project, "id" | "dawprojectUrl"> | null>(null);
  private readonly drafts: Drafts;
  private turn = 0;

  constructor(private readonly parts: DeskParts) {
    this.drafts = new Drafts(parts.shelf);
    this.saver = new Saver({
      after_ms: parts.after_ms,
      random: parts.random,
      send: async (id, version, arrangement, leaving) => {
        const saved = await this.sent(id, version, arrangement, leaving);
        if (this.project.get()?.id === id) this.store.learn(saved.assets);
        parts.changed();
        return saved.version;
      },
    });
    this.store.arrangement.subscribe(() => { this.saver.changed(this.store.now); });
  }

  /** Throws where it cannot be read; what was open stays open then. */
  async open(id: string): Promise<void> {
    const turn = ++this.turn;
    await this.saver.flush();
    const project = await this.parts.calls.project(id);
    if (turn === this.turn) this.lay(project);
  }

  async create(first: Partial<Arrangement>): Promise<string> {
    const turn = ++this.turn;
    await this.saver.flush();
    const project = await this.parts.calls.projectCreate(first);
    this.parts.changed();
    if (turn === this.turn) this.lay(project);
    return project.id;
  }

  /** Fresh addresses of the sounds: the old ones expire. */
  async renew(): Promise<void> {
    const open = this.project.get();
    if (!open) return;
    const { assets } = await this.parts.calls.project(open.id);
    if (this.project.get()?.id === open.id) this.store.learn(assets);
  }

  /** After a conflict: the other version; what was edited here is gone. */
  async takeTheirs(): Promise<void> {
    const open = this.project.get();
    if (!open) return;
    this.saver.close();
    this.lay(await this.parts.calls.project(open.id));
  }

  /** After a conflict, or when it was deleted elsewhere: what was edited here becomes a project of its own. */
  async keepMine(): Promise<void> {
    const mine = this.store.now;
    const assets = this.store.assets.get();
    const copy = renewed({ ...mine, name: `${mine.name.slice(0, 80)} (mine)` });
    const project = await this.parts.calls.projectCreate(copy);
    this.saver.close();
    this.lay({ ...project, assets: { ...assets, ...project.assets } });
    this.parts.changed();
  }

  close(): void {
    this.turn++;
    this.saver.close();
    this.project.set(null);
    this.store.open({ ...this.store.now, name: "", tracks: [] }, {});
  }

  /** Nobody's any more: the next person must not see it. */
  forget(): void {
    this.close();
    this.drafts.clear();
  }

  /** Something else made or changed a project. */
  projectsChanged(): void {
    this.parts.changed();
  }

  /** The page closes: sends what is not saved, and keeps it here in case that does not arrive. */
  leave(): void {
    const open = this.project.get();
    const { version } = this.saver;
    if (!open || version === null || !this.saver.dirty) return;
    this.drafts.keep({ id: open.id, version, arrangement: this.store.now });
    void this.saver.flush(true);
  }

  /** An answer may be lost after the server has saved: then it has what is sent again, and there is nothing to choose. */
  private async sent(id: string, version: number, arrangement: Arrangement, leaving: boolean): Promise<Project> {
    try {
      return await this.parts.calls.projectSave(id, version, arrangement, leaving);
    } catch (failure) {
      if (!(failure instanceof ApiFailure) || failure.code !== "version_conflict" || leaving) throw failure;
      const there = await this.parts.calls.project(id);
      if (sameArrangement(there, arrangement)) return there;
      throw failure;
    }
  }

  private lay(project: Project): void {
    const arrangement = arrangementOf(project);
    this.project.set({ id: project.id, dawprojectUrl: project.dawprojectUrl });
    this.saver.close();
    this.store.open(arrangement, project.assets);
    this.saver.start(project.id, project.version, arrangement);
    const draft = this.drafts.take(project.id);
    if (!draft || sameArrangement(draft.arrangement, arrangement)) return;
    // Edits that did not arrive before the page closed. Where others came first, saving will say so.
    this.saver.start(project.id, draft.version, arrangement);
    this.store.edit("Edits that were not saved yet", () => draft.arrangement);
  }
}

/** With names of its own for all its parts. */
export const renewed = (arrangement: Arrangement): Arrangement => ({
  ...arrangement,
  tracks: arrangement.tracks.map((track) => ({ ...track, id: newId(), clips: track.clips.map((clip) => ({ ...clip, id: newId() })) })),
});
