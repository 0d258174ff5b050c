/** Reading things of the server again after a change. */

import type { QueryClient, QueryKey } from "@tanstack/react-query";

/**
 * Reads all queries again whose keys begin with this one. Answers that are still on their way may be older than the change,
 * so they are dropped: by itself React Query would take the first answer of all for the new one if it was asked for already.
 */
export async function reread(queries: QueryClient, queryKey: QueryKey): Promise<void> {
  await queries.cancelQueries({ queryKey });
  await queries.invalidateQueries({ queryKey });
}
