/** What lies open when the page comes up: what the address asks for, what was open last, or the newest; and sounds that the address brings. */

import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { describeFailure } from "@/core/api/failure";
import { formatCount } from "@/core/format";
import { useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import type { Commands } from "./commands";
import { placeableOfTrack } from "./sounds";
import { lastProject, type ProjectActions, type ProjectList } from "./useProjects";

export type Opening = "opening" | "open" | "none";

export function useOpening(list: ProjectList, actions: ProjectActions, commands: Commands): Opening {
  const { desk } = useStudio();
  const project = useStore(desk.project);
  const [params, setParams] = useSearchParams();
  const asked = params.get("project");
  const add = params.get("add");
  const [phase, setPhase] = useState<"before" | "after">("before");
  const started = useRef(false);
  const { projects } = list;

  // Once a visit: what is closed afterwards stays closed.
  useEffect(() => {
    if (started.current || projects === null) return;
    started.current = true;
    const last = lastProject();
    const isOpen = desk.project.get() !== null && asked === null; // from before, while another page was looked at
    const id = isOpen ? undefined : (asked ?? projects.find((each) => each.id === last)?.id ?? projects[0]?.id);
    void (id === undefined ? Promise.resolve() : actions.open(id)).finally(() => { setPhase("after"); });
    if (asked !== null) setParams((old) => without(old, "project"), { replace: true });
  }, [projects, asked, desk, actions, setParams]);

  useAdding(add, project !== null || (phase === "after" && projects?.length === 0), project !== null, actions, commands, () => {
    setParams((old) => without(old, "add"), { replace: true });
  });
  if (project !== null) return "open";
  return phase === "after" ? "none" : "opening";
}

function without(params: URLSearchParams, name: string): URLSearchParams {
  const rest = new URLSearchParams(params);
  rest.delete(name);
  return rest;
}

/** `/timeline?add=<track>[,<track>…]`: each on a track of its own, in a project made for them if there is none. */
function useAdding(add: string | null, ready: boolean, there: boolean, actions: ProjectActions, commands: Commands, done: () => void): void {
  const { calls, toasts } = useStudio();
  const running = useRef<string | null>(null);
  useEffect(() => {
    if (add === null) running.current = null;
    if (add === null || !ready || running.current === add) return;
    running.current = add; // until the address no longer says so, which may be some pictures later
    const bring = async () => {
      const ids = add.split(",").filter((id) => id !== "");
      const tracks = await Promise.all(ids.map((id) => calls.track(id)));
      if (!there && !(await actions.create())) return;
      commands.addEach(tracks.map(placeableOfTrack));
      toasts.show(tracks.length === 1 ? `“${tracks[0]?.name ?? ""}” is on the timeline.` : `${formatCount(tracks.length, "sound is", "sounds are")} on the timeline.`);
    };
    bring()
      .catch((failure: unknown) => { toasts.fail("The sounds were not added", describeFailure(failure, new Date()).body); })
      .finally(done);
  }, [add, ready, there, actions, commands, calls, toasts, done]);
}
