/** The calls about tracks. */

import type { Api } from "../api/client";
import type { Job, Track, TrackDetail, TrackOrder, TrackPage } from "../api/types";
import type { paramsOf } from "./query";

type TrackParams = Partial<ReturnType<typeof paramsOf>> & { generation?: string };

export const trackEndpoints = (api: Api) => {
  const { client } = api;
  return {
    tracks: ({ search = "", ...rest }: TrackParams, limit: number, offset: number): Promise<TrackPage> =>
      api.take(client.GET("/api/tracks/", { params: { query: { limit, offset, ...rest, ...(search === "" ? {} : { search }) } } })),
    track: (track_id: string): Promise<TrackDetail> => api.take(client.GET("/api/tracks/{track_id}/", { params: { path: { track_id } } })),
    /** The work that it becomes. */
    trackOrder: async (body: TrackOrder): Promise<Job> => (await api.take(client.POST("/api/tracks/generate/", { body }))).job,
    trackChange: (track_id: string, body: { name?: string; isFavourite?: boolean }): Promise<Track> =>
      api.take(client.PATCH("/api/tracks/{track_id}/", { params: { path: { track_id } }, body })),
    trackDelete: async (track_id: string, options: { confirm?: true; keepalive?: boolean } = {}): Promise<void> => {
      const query = options.confirm ? { confirm: true } : {};
      await api.take(client.DELETE("/api/tracks/{track_id}/", { params: { path: { track_id }, query }, keepalive: options.keepalive ?? false }));
    },
  };
};
