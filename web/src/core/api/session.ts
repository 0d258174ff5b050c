/** Who is signed in. The access token lives in this object only; the refresh token is a cookie the page cannot read. */

import { Store } from "@/lib/store";
import { ApiFailure, failureOf, offlineFailure, SIGNED_OUT } from "./failure";

export type SessionState = "starting" | "signed-in" | "signed-out" | "unreachable";

/** Runs one task at a time across all tabs: a refresh token may be used once only. */
export type Exclusive = <T>(task: () => Promise<T>) => Promise<T>;

export interface SessionParts {
  fetch: typeof fetch;
  exclusive: Exclusive;
  /** Tells the other tabs; and calls back when one of them signed out. */
  announceSignOut(): void;
}

export const WEB_HEADERS = { "Content-Type": "application/json", "X-Klangwerk-Client": "web" } as const;

export class Session {
  readonly state = new Store<SessionState>("starting");
  private access: string | null = null;
  private refreshing: Promise<string | null> | null = null;

  private visits = 0;

  constructor(private readonly parts: SessionParts) {}

  /** Another number after every sign-in and sign-out, so that what was opened for one person is known from the next one's. */
  get visit(): number {
    return this.visits;
  }

  get token(): string | null {
    return this.access;
  }

  /** Signs in again from the cookie, as on opening the page. */
  async start(): Promise<void> {
    try {
      await this.refresh(null);
    } catch (failure) {
      if (failure instanceof ApiFailure && this.state.get() === "starting") this.state.set("unreachable");
    }
  }

  async signIn(username: string, password: string): Promise<void> {
    this.accept(await this.post("/api/token/", { username, password }));
  }

  async register(username: string, password: string, email: string): Promise<void> {
    await this.post("/api/register/", email === "" ? { username, password } : { username, password, email });
    await this.signIn(username, password);
  }

  async signOut(): Promise<void> {
    try {
      await this.post("/api/token/revoke/", {});
    } finally {
      this.parts.announceSignOut();
      this.forget();
    }
  }

  /** Drops the token without telling the server, as when another tab signed out. */
  forget(): void {
    this.access = null;
    this.become("signed-out");
  }

  /**
   * A fresh access token, or null when signed out. `stale` is the token that was refused: when another call
   * has renewed it in the meantime, that one is given back and nothing is sent.
   */
  refresh(stale: string | null): Promise<string | null> {
    if (this.access !== null && this.access !== stale) return Promise.resolve(this.access);
    this.refreshing ??= this.parts
      .exclusive(() => this.renew())
      .finally(() => {
        this.refreshing = null;
      });
    return this.refreshing;
  }

  private async renew(): Promise<string | null> {
    try {
      this.accept(await this.post("/api/token/refresh/", {}));
    } catch (failure) {
      if (!(failure instanceof ApiFailure) || (failure.status !== 401 && failure.status !== 400)) throw failure;
      this.forget();
    }
    return this.access;
  }

  private accept(body: unknown): void {
    const access = (body as { access?: unknown } | null)?.access;
    if (typeof access !== "string") throw new ApiFailure(SIGNED_OUT, "The studio did not sign you in.", 0);
    this.access = access;
    this.become("signed-in");
  }

  private become(state: "signed-in" | "signed-out"): void {
    if (state !== this.state.get()) this.visits++;
    this.state.set(state);
  }

  private async post(path: string, body: object): Promise<unknown> {
    let response: Response;
    try {
      response = await this.parts.fetch(path, {
        method: "POST",
        credentials: "same-origin",
        headers: { ...WEB_HEADERS, ...(path === "/api/token/revoke/" && this.access ? { Authorization: `Bearer ${this.access}` } : {}) },
        body: JSON.stringify(body),
      });
    } catch {
      throw offlineFailure();
    }
    const answer: unknown = await response.json().catch(() => null);
    if (!response.ok) throw failureOf(response, answer);
    return answer;
  }
}
