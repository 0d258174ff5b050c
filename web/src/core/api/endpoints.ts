/** The calls the screens make, one function each. */

import type { Api } from "./client";
import { ApiFailure, OFFLINE } from "./failure";
import type { SoundCatalog } from "../rack/sounds";
import { projectEndpoints } from "../timeline/endpoints";
import { trackEndpoints } from "../tracks/endpoints";
import type { ApiKey, ApiKeyMade, Bounce, BouncePage, BounceRequest, Job, Kick, KickGenerated, KickPage, KickRequest, Me, Preset, PresetRequest, Words } from "./types";

export const KICK_ORDERS = ["-createdAt", "createdAt", "name", "-lufs"] as const;
export type KickOrdering = (typeof KICK_ORDERS)[number];

export interface KickQuery {
  search: string;
  favourite: boolean;
  ordering: KickOrdering;
}

export const ALL_KICKS: KickQuery = { search: "", favourite: false, ordering: "-createdAt" };

export type Generated = { done: true; kick: KickGenerated } | { done: false; job: Job };

/** As many as the server gives at once. */
const PAGE_MAX = 200;

/** Everything of a list, page by page. */
async function allOf<T>(page: (limit: number, offset: number) => Promise<{ count: number; items: readonly T[] }>): Promise<T[]> {
  const all: T[] = [];
  for (;;) {
    const { count, items } = await page(PAGE_MAX, all.length);
    all.push(...items);
    if (items.length === 0 || all.length >= count) return all;
  }
}

/** How long the server may hold the answer back before it hands out the running work instead. */
const GENERATE_WAIT_S = 20;

export const endpoints = (api: Api) => {
  const { client } = api;
  const generate = (body: KickRequest, key: string): Promise<KickGenerated | { job: Job }> => {
    const params = { header: { Prefer: `wait=${GENERATE_WAIT_S}`, "Idempotency-Key": key } };
    return api.take(client.POST("/api/kicks/generate/", { params, body }));
  };
  return {
    me: (): Promise<Me> => api.take(client.GET("/api/me/")),

    kicks: ({ search, favourite, ordering }: KickQuery, limit: number, offset: number): Promise<KickPage> => {
      const query = { limit, offset, ordering, ...(search === "" ? {} : { search }), ...(favourite ? { favourite } : {}) };
      return api.take(client.GET("/api/kicks/", { params: { query } }));
    },
    kick: (kick_id: string): Promise<Kick> => api.take(client.GET("/api/kicks/{kick_id}/", { params: { path: { kick_id } } })),
    /** `key` names this request, so that sending it again after a lost answer makes no second kick. */
    kickGenerate: async (body: KickRequest, key: string): Promise<Generated> => {
      const answer = await generate(body, key).catch((failure: unknown) => {
        if (failure instanceof ApiFailure && failure.code === OFFLINE) return generate(body, key);
        throw failure;
      });
      return "job" in answer ? { done: false, job: answer.job } : { done: true, kick: answer };
    },
    kickChange: (kick_id: string, body: { name?: string; isFavourite?: boolean }): Promise<Kick> =>
      api.take(client.PATCH("/api/kicks/{kick_id}/", { params: { path: { kick_id } }, body })),
    kickDelete: (kick_id: string, options: { confirm?: true; keepalive?: boolean } = {}): Promise<{ totalGensCount: number }> => {
      const query = options.confirm ? { confirm: true } : {};
      return api.take(client.DELETE("/api/kicks/{kick_id}/", { params: { path: { kick_id }, query }, keepalive: options.keepalive ?? false }));
    },
    /** Every kick, by name. */
    kicksAll: (): Promise<Kick[]> =>
      allOf(async (limit, offset) => {
        const { count, kicks } = await api.take(client.GET("/api/kicks/", { params: { query: { limit, offset, ordering: "name" } } }));
        return { count, items: kicks };
      }),
    words: (): Promise<Words> => api.take(client.GET("/api/kicks/words/")),

    sounds: (): Promise<SoundCatalog> => api.take(client.GET("/api/sounds/")),
    /** All that one may see, in the order of display. */
    presets: (): Promise<Preset[]> =>
      allOf(async (limit, offset) => {
        const { count, results } = await api.take(client.GET("/api/presets/", { params: { query: { limit, offset } } }));
        return { count, items: results };
      }),
    presetCreate: (body: PresetRequest): Promise<Preset> => api.take(client.POST("/api/presets/", { body })),
    presetReplace: (preset_id: string, body: PresetRequest): Promise<Preset> =>
      api.take(client.PUT("/api/presets/{preset_id}/", { params: { path: { preset_id } }, body })),
    presetDelete: async (preset_id: string, keepalive = false): Promise<void> => {
      await api.take(client.DELETE("/api/presets/{preset_id}/", { params: { path: { preset_id } }, keepalive }));
    },

    bounces: (limit: number, offset: number): Promise<BouncePage> =>
      api.take(client.GET("/api/bounces/", { params: { query: { limit, offset } } })),
    bounce: (bounce_id: string): Promise<Bounce> => api.take(client.GET("/api/bounces/{bounce_id}/", { params: { path: { bounce_id } } })),
    bounceCreate: async (body: BounceRequest): Promise<Job> => (await api.take(client.POST("/api/bounces/", { body }))).job,
    bounceDelete: async (bounce_id: string, keepalive = false): Promise<void> => {
      await api.take(client.DELETE("/api/bounces/{bounce_id}/", { params: { path: { bounce_id } }, keepalive }));
    },

    ...trackEndpoints(api),
    ...projectEndpoints(api, allOf),

    jobsActive: async (): Promise<Job[]> =>
      (await api.take(client.GET("/api/jobs/", { params: { query: { active: true, limit: 50 } } }))).results,
    job: (job_id: string): Promise<Job> => api.take(client.GET("/api/jobs/{job_id}/", { params: { path: { job_id } } })),
    jobCancel: (job_id: string): Promise<Job> => api.take(client.DELETE("/api/jobs/{job_id}/", { params: { path: { job_id } } })),
    eventTicket: async (): Promise<string> => (await api.take(client.POST("/api/events/ticket/"))).ticket,

    keys: async (): Promise<ApiKey[]> => (await api.take(client.GET("/api/keys/"))).results,
    keyCreate: (name: string): Promise<ApiKeyMade> => api.take(client.POST("/api/keys/", { body: { name } })),
    keyRevoke: async (key_id: string): Promise<void> => {
      await api.take(client.DELETE("/api/keys/{key_id}/", { params: { path: { key_id } } }));
    },
  };
};

export type Endpoints = ReturnType<typeof endpoints>;
