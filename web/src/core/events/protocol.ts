/** The messages of /ws/events. */

import type { Job } from "../api/types";

export type EventMessage =
  | { type: "ready"; lastId: number }
  | { type: "job"; id: number; job: Job }
  /** What was missed is no longer known: read everything anew. */
  | { type: "reset" }
  | { type: "other" };

/** What a text from the socket says; what is not understood is "other", so that a newer server breaks nothing. */
export function readMessage(text: string): EventMessage {
  let message: Record<string, unknown>;
  try {
    message = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { type: "other" };
  }
  if (message["type"] === "ready") return { type: "ready", lastId: Number(message["lastId"] ?? 0) };
  if (message["type"] === "job" && typeof message["job"] === "object" && message["job"] !== null) {
    return { type: "job", id: Number(message["id"] ?? 0), job: message["job"] as Job };
  }
  return { type: message["type"] === "reset" ? "reset" : "other" };
}
