/** What went wrong with a call, as one error type, and what to tell the person. */

import { formatUntil, formatWait_s } from "../format";

export class ApiFailure extends Error {
  override readonly name = "ApiFailure";

  constructor(
    readonly code: string,
    message: string,
    readonly status: number,
    readonly extra: Readonly<Record<string, unknown>> = {},
    readonly retryAfter_s: number | null = null,
  ) {
    super(message);
  }
}

/** No answer at all: the network or the server is away. */
export const OFFLINE = "offline";
export const SIGNED_OUT = "signed_out";

export const offlineFailure = (): ApiFailure =>
  new ApiFailure(OFFLINE, "The studio does not answer. Check that it is running and that you are connected.", 0);

/** Reads the server's `{code, message, extra}`; anything else becomes a plain sentence. */
export function failureOf(response: Response, body: unknown): ApiFailure {
  const given = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const retry = Number(response.headers.get("Retry-After") ?? "");
  const retryAfter_s = response.headers.has("Retry-After") && Number.isFinite(retry) ? retry : null;
  const code = typeof given["code"] === "string" ? given["code"] : `http_${response.status}`;
  const message = typeof given["message"] === "string" ? given["message"] : plainMessage(response.status);
  const extra = typeof given["extra"] === "object" && given["extra"] !== null ? (given["extra"] as Record<string, unknown>) : {};
  return new ApiFailure(code, message, response.status, extra, retryAfter_s);
}

function plainMessage(status: number): string {
  if (status === 404) return "This is not here any more.";
  if (status === 429) return "That was a little fast. Wait a moment and try again.";
  if (status >= 500) return "The studio stumbled over this. Nothing of yours is lost; try again in a moment.";
  return "The studio did not accept this.";
}

export interface Notice {
  title: string;
  body: string;
  /** When it can be tried again. */
  until: Date | null;
}

/** Words for a failure: what happened, what was kept, what to do. */
export function describeFailure(failure: unknown, now: Date): Notice {
  if (!(failure instanceof ApiFailure)) {
    return { title: "That did not work", body: "Something unexpected happened on this page. Try it again.", until: null };
  }
  const until = failure.retryAfter_s === null ? null : new Date(now.getTime() + failure.retryAfter_s * 1000);
  const when = until === null ? "later" : `${formatUntil(until, now)} (in ${formatWait_s(failure.retryAfter_s ?? 0)})`;
  switch (failure.code) {
    case OFFLINE:
      return { title: "No connection to the studio", body: "What you made is kept there. Try again as soon as the studio answers.", until };
    case "kicks_daily_limit":
      return { title: "That was today's last kick", body: `New ones ${when}. Everything you made stays, and can be played and downloaded.`, until };
    case "kicks_kept_limit":
      return { title: "Your shelf is full", body: `${failure.message} Delete a kick you no longer need, then go on.`, until };
    case "track_in_use":
      return { title: "It is in use", body: `It lies on the timeline in ${namesOf(failure.extra["projects"])}; its clips there would fall silent.`, until };
    case "tracks_kept_limit":
      return { title: "Your shelf is full", body: `${failure.message} Delete a track you no longer need; its stems go with it.`, until };
    case "kicks_budget_spent":
      return { title: "The studio's kicks for today are used up", body: `They were shared by everybody here. New ones ${when}.`, until };
    case "rate_limited":
      return { title: "That was a little fast", body: `Try again ${when}.`, until };
    default:
      return { title: failure.status >= 500 ? "The studio stumbled" : "That did not work", body: failure.message, until };
  }
}

/** “One”, “Two” and 3 more. */
function namesOf(uses: unknown): string {
  const names = (Array.isArray(uses) ? uses : [])
    .map((use: unknown) => (typeof use === "object" && use !== null ? (use as Record<string, unknown>)["name"] : null))
    .filter((name) => typeof name === "string")
    .map((name) => `“${name}”`);
  if (names.length === 0) return "a project";
  return names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
}

/** Messages per form field, when the server named the fields. */
export function fieldMessages(failure: unknown): Record<string, string> {
  if (!(failure instanceof ApiFailure)) return {};
  const { fields } = failure.extra;
  if (typeof fields !== "object" || fields === null) return {};
  const messages: Record<string, string> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === "string") messages[name] = value;
    else if (Array.isArray(value) && value.every((item) => typeof item === "string")) messages[name] = value.join(" ");
  }
  return messages;
}
