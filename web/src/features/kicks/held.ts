/** The kicks that the page holds, changed in place. */

import type { QueryClient } from "@tanstack/react-query";
import type { Kick, KickPage } from "@/core/api/types";
import { keys } from "../studio";

/** Changes a kick wherever it is held, before and after the server agrees. */
export function replaceKick(queries: QueryClient, id: string, change: (kick: Kick) => Kick): void {
  queries.setQueriesData<KickPage>({ queryKey: keys.kickPages }, (page) =>
    page ? { ...page, kicks: page.kicks.map((kick) => (kick.id === id ? change(kick) : kick)) } : page,
  );
  queries.setQueryData<Kick>(keys.kick(id), (kick) => (kick ? change(kick) : kick));
}
