/** The person's projects, and what can be done with them. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { describeFailure } from "@/core/api/failure";
import { UNDO_MS } from "@/core/kicks/deletions";
import { renewed } from "@/core/timeline/desk";
import type { ProjectSummary } from "@/core/timeline/types";
import { useStore } from "@/ui/hooks";
import { downloadFrom } from "../playing";
import { keys, useStudio, type Studio } from "../studio";

const IMPORT_MS = 600_000; // it goes with the answer
const LAST_KEY = "klangwerk-timeline-last";

export interface ProjectList {
  /** null until the first answer; less those being deleted. */
  readonly projects: readonly ProjectSummary[] | null;
  readonly failure: Error | null;
}

export function useProjects(): ProjectList {
  const { calls, projectDeletions } = useStudio();
  const hidden = useStore(projectDeletions.hidden);
  const { data, error } = useQuery({ queryKey: keys.projects, queryFn: calls.projects });
  const projects = useMemo(() => data?.filter(({ id }) => !hidden.has(id)) ?? null, [data, hidden]);
  return { projects, failure: error };
}

/** The project that was open last in this browser. */
export const lastProject = (): string | null => localStorage.getItem(LAST_KEY);

export interface ProjectActions {
  /** False where it could not be. */
  open(id: string): Promise<boolean>;
  create(): Promise<boolean>;
  duplicate(): Promise<void>;
  remove(id: string, name: string): void;
  exportDawproject(): Promise<void>;
  importFile(file: File): Promise<void>;
}

export function useProjectActions(): ProjectActions {
  const studio = useStudio();
  return useMemo(() => actionsFor(studio), [studio]);
}

function actionsFor({ desk, calls, toasts, queries, projectDeletions }: Studio): ProjectActions {
  const tried = async (words: string, action: () => Promise<unknown>): Promise<boolean> => {
    try {
      await action();
      const id = desk.project.get()?.id;
      if (id !== undefined) localStorage.setItem(LAST_KEY, id);
      return true;
    } catch (failure) {
      toasts.fail(words, describeFailure(failure, new Date()).body);
      return false;
    }
  };
  const freeName = (base: string): string => {
    const taken = new Set((queries.getQueryData<ProjectSummary[]>(keys.projects) ?? []).map(({ name }) => name));
    if (!taken.has(base)) return base;
    for (let number = 2; ; number++) if (!taken.has(`${base} ${number}`)) return `${base} ${number}`;
  };
  const open = (id: string) => tried("The project could not be opened", () => desk.open(id));
  const create = () => tried("No project could be made", () => desk.create({ name: freeName("New project") }));
  return {
    open,
    create,
    duplicate: async () => {
      const copy = renewed(desk.store.now);
      if (await tried("The project could not be duplicated", () => desk.create({ ...copy, name: freeName(`${copy.name.slice(0, 80)} copy`) }))) toasts.show("This is the copy.");
    },
    remove: (id, name) => {
      desk.close();
      projectDeletions.delete(id);
      const undo = () => {
        if (projectDeletions.undo(id)) void open(id);
      };
      toasts.show(`“${name}” is deleted; its sounds stay.`, { stays_ms: UNDO_MS, action: { label: "Undo", run: undo } });
    },
    exportDawproject: async () => {
      await desk.saver.flush();
      if (desk.saver.dirty) {
        toasts.fail("Nothing was exported", "The project is not saved yet, and the file is made of what is saved. Try again once it is.");
        return;
      }
      await tried("The project could not be exported", async () => {
        const id = desk.project.get()?.id;
        if (id !== undefined) downloadFrom((await calls.project(id)).dawprojectUrl); // a fresh address: they expire
      });
    },
    importFile: async (file) => {
      await tried("The file could not be read", async () => {
        const reading = toasts.show(`Reading “${file.name}” …`, { stays_ms: IMPORT_MS });
        const { id, leftOut } = await calls.projectImport(file).finally(() => { toasts.dismiss(reading); });
        desk.projectsChanged();
        await desk.open(id);
        if (leftOut.length > 0) toasts.fail("Not all of the file is in the project", leftOut.join(" "));
        else toasts.show("The file is a project now.");
      });
    },
  };
}
