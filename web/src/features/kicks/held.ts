/** The kicks that the page holds: changed in place, and read again. */

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

/**
 * Reads everything about kicks again, after a change. Answers that are still on their way may be older than it, so they
 * are dropped: by itself React Query would take the first answer of all for the new one if it was asked for already.
 */
export async function refreshKicks(queries: QueryClient): Promise<void> {
  await queries.cancelQueries({ queryKey: keys.kicks });
  await queries.invalidateQueries({ queryKey: keys.kicks });
}
