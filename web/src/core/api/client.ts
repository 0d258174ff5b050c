/** The one door to the server: adds the token, renews it once after a 401, and turns every failure into an ApiFailure. */

import createClient, { type Client } from "openapi-fetch";
import { Store } from "@/lib/store";
import type { paths } from "@schema";
import { ApiFailure, failureOf, offlineFailure, OFFLINE, SIGNED_OUT } from "./failure";
import type { Session } from "./session";

/** What the server tells guests as well. */
const OPEN = /^\/api\/(presets|sounds)\//;

const isOpen = (request: Request): boolean => request.method === "GET" && OPEN.test(new URL(request.url).pathname);

export class Api {
  readonly client: Client<paths>;
  /** Whether the last call got any answer. */
  readonly reachable = new Store(true);

  constructor(
    private readonly session: Session,
    private readonly fetch: typeof globalThis.fetch,
    origin: string,
  ) {
    this.client = createClient<paths>({ baseUrl: origin, fetch: (request) => this.send(request) });
  }

  /** Unwraps an openapi-fetch answer. */
  async take<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
    const { data, error, response } = await call;
    if (!response.ok) throw failureOf(response, error);
    return data as T;
  }

  private async send(request: Request): Promise<Response> {
    const open = isOpen(request);
    if (open && this.session.state.get() === "signed-out") return this.attempt(request, null);
    const again = request.clone(); // a body can be sent once
    const token = this.session.token ?? (await this.renewed(null, open));
    const response = await this.attempt(request, token);
    if (response.status !== 401 || token === null) return response;
    return this.attempt(again, await this.renewed(token, open));
  }

  /** null only where a guest may ask, too. */
  private async renewed(stale: string | null, open: boolean): Promise<string | null> {
    let token: string | null;
    try {
      token = await this.session.refresh(stale);
    } catch (failure) {
      if (failure instanceof ApiFailure && failure.code === OFFLINE) this.reachable.set(false);
      throw failure;
    }
    if (token === null && !open) throw new ApiFailure(SIGNED_OUT, "You are signed out. Sign in to go on.", 401);
    return token;
  }

  private async attempt(request: Request, token: string | null): Promise<Response> {
    if (token !== null) request.headers.set("Authorization", `Bearer ${token}`);
    try {
      const response = await this.fetch(request);
      this.reachable.set(true);
      return response;
    } catch (failure) {
      if (request.signal.aborted) throw failure;
      this.reachable.set(false);
      throw offlineFailure();
    }
  }
}
