import { describe, expect, it, vi } from "vitest";
import { Api } from "./client";
import { endpoints } from "./endpoints";
import { ApiFailure, describeFailure, failureOf, fieldMessages, offlineFailure } from "./failure";
import { Session, type Exclusive } from "./session";

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });

/** A server of a few lines: refresh hands out t1, t2, …; only the newest token is accepted. */
function server() {
  let issued = 0;
  let refreshable = true;
  let away = false;
  const calls: string[] = [];
  const answer = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const request = new Request(new URL(input instanceof Request ? input.url : input.toString(), "http://studio.test"), input instanceof Request ? input : init);
    const path = new URL(request.url).pathname;
    calls.push(`${request.method} ${path}`);
    if (away) throw new TypeError("failed to fetch");
    if (path === "/api/token/refresh/") {
      await Promise.resolve();
      if (request.headers.get("X-Klangwerk-Client") !== "web") return json(400, { code: "header_missing", message: "?", extra: {} });
      return refreshable ? json(200, { access: `t${++issued}` }) : json(401, { code: "token_reused", message: "Sign in again.", extra: {} });
    }
    const open = request.method === "GET" && path === "/api/presets/" && !request.headers.has("Authorization");
    if (open) return json(200, { count: 1, results: ["shared"] });
    if (request.headers.get("Authorization") !== `Bearer t${issued}`) return json(401, { code: "not_authenticated", message: "?", extra: {} });
    return json(200, { echo: request.method === "PATCH" ? ((await request.json()) as unknown) : path });
  };
  return {
    answer: answer,
    calls,
    expire: () => {
      issued++;
    },
    forbid: () => void (refreshable = false),
    leave: (gone: boolean) => void (away = gone),
  };
}

const alone: Exclusive = (task) => task();

function studio() {
  const there = server();
  const session = new Session({ fetch: there.answer, exclusive: alone, announceSignOut: () => undefined });
  const api = new Api(session, there.answer, "http://studio.test");
  return { ...there, session, api, endpoints: endpoints(api) };
}

describe("session and client", () => {
  it("signs in from the cookie at the start", async () => {
    const { session } = studio();
    await session.start();
    expect(session.state.get()).toBe("signed-in");
    expect(session.token).toBe("t1");
  });

  it("renews an expired token once and repeats the call with its body", async () => {
    const { session, endpoints, expire, calls } = studio();
    await session.start();
    expire();
    expect(await endpoints.kickChange("k1", { name: "Dieter" })).toEqual({ echo: { name: "Dieter" } });
    expect(calls.filter((call) => call.startsWith("PATCH"))).toHaveLength(2);
    expect(calls.filter((call) => call.includes("refresh"))).toHaveLength(2);
  });

  it("renews once for many calls that fail together", async () => {
    const { session, endpoints, expire, calls } = studio();
    await session.start();
    expire();
    await Promise.all([endpoints.me(), endpoints.job("a"), endpoints.job("b"), endpoints.kick("c")]);
    expect(calls.filter((call) => call.includes("refresh"))).toHaveLength(2);
  });

  it("signs out when the refresh token is refused", async () => {
    const { session, endpoints, expire, forbid } = studio();
    await session.start();
    expire();
    forbid();
    await expect(endpoints.me()).rejects.toMatchObject({ code: "signed_out" });
    expect(session.state.get()).toBe("signed-out");
  });

  it("stays signed in while the server is away", async () => {
    const { session, api, endpoints, leave } = studio();
    await session.start();
    leave(true);
    await expect(endpoints.me()).rejects.toMatchObject({ code: "offline" });
    expect(session.state.get()).toBe("signed-in");
    expect(api.reachable.get()).toBe(false);
    leave(false);
    await endpoints.me();
    expect(api.reachable.get()).toBe(true);
  });

  it("knows an unreachable server from a signed-out person at the start", async () => {
    const { session, leave } = studio();
    leave(true);
    await session.start();
    expect(session.state.get()).toBe("unreachable");
  });

  it("asks as a guest for what guests may see, and for nothing else", async () => {
    const { session, endpoints, forbid, calls } = studio();
    forbid();
    await session.start();
    expect(session.state.get()).toBe("signed-out");
    expect(await endpoints.presets()).toEqual(["shared"]);
    expect(calls.filter((call) => call.includes("refresh"))).toHaveLength(1);
    await expect(endpoints.presetDelete("p1")).rejects.toMatchObject({ code: "signed_out" });
    expect(calls.some((call) => call.startsWith("DELETE"))).toBe(false);
  });

  it("goes on as a guest when the sign-in has ended meanwhile", async () => {
    const { session, endpoints, expire, forbid } = studio();
    await session.start();
    const { visit } = session;
    expire();
    forbid();
    expect(await endpoints.presets()).toEqual(["shared"]);
    expect(session.state.get()).toBe("signed-out");
    expect(session.visit).not.toBe(visit);
  });

  it("asks for the lock that all tabs share", async () => {
    const there = server();
    const exclusive = vi.fn(alone);
    const session = new Session({ fetch: there.answer, exclusive: exclusive as Exclusive, announceSignOut: () => undefined });
    await Promise.all([session.refresh(null), session.refresh(null)]);
    expect(exclusive).toHaveBeenCalledTimes(1);
  });
});

describe("failures", () => {
  const now = new Date("2026-11-21T12:00:00");

  it("reads the server's form", () => {
    const failure = failureOf(json(429, { code: "kicks_daily_limit", message: "Enough.", extra: { limit: 10 } }, { "Retry-After": "18720" }), {
      code: "kicks_daily_limit",
      message: "Enough.",
      extra: { limit: 10 },
    });
    expect(failure).toMatchObject({ code: "kicks_daily_limit", status: 429, extra: { limit: 10 }, retryAfter_s: 18720 });
    const notice = describeFailure(failure, now);
    expect(notice.title).toContain("last kick");
    expect(notice.body).toContain("5 h 12 min");
    expect(notice.until?.getTime()).toBe(now.getTime() + 18_720_000);
  });

  it("makes a sentence of what is no JSON", () => {
    expect(failureOf(new Response("<h1>Bad gateway</h1>", { status: 502 }), null)).toMatchObject({ code: "http_502", retryAfter_s: null });
    expect(describeFailure(failureOf(new Response("", { status: 502 }), null), now).title).toBe("The studio stumbled");
  });

  it("tells offline from everything else", () => {
    expect(describeFailure(offlineFailure(), now).title).toBe("No connection to the studio");
    expect(describeFailure(new Error("x"), now).title).toBe("That did not work");
  });

  it("finds messages for form fields", () => {
    expect(fieldMessages(new ApiFailure("invalid", "m", 400, { fields: { password: ["Too short.", "Too common."] } }))).toEqual({
      password: "Too short. Too common.",
    });
    expect(fieldMessages(new ApiFailure("conflict", "m", 409, { presets: ["House"] }))).toEqual({});
  });
});
