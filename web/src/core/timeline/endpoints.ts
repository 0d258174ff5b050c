/** The calls about projects. */

import type { Api } from "../api/client";
import { arrangementOf, EMPTY_ARRANGEMENT as EMPTY, type Arrangement, type Project, type ProjectSummary } from "./types";

type AllOf = <T>(page: (limit: number, offset: number) => Promise<{ count: number; items: readonly T[] }>) => Promise<T[]>;

/** As the server takes it: what only it tells is left out, and lists may be changed by nobody else. */
function sent({ tracks, loop, ...rest }: Arrangement) {
  return {
    ...rest,
    loop: { ...loop },
    tracks: tracks.map((track) => ({
      ...track,
      clips: track.clips.map(({ id, assetId, name, startFrames, offsetFrames, lengthFrames, gainDb, fadeInFrames, fadeOutFrames }) => ({
        id, assetId, name, startFrames, offsetFrames, lengthFrames, gainDb, fadeInFrames, fadeOutFrames,
      })),
    })),
  };
}

/** Browsers send no more than this after the page has closed. */
const LEAVING_MAX_BYTES = 60_000;

export const projectEndpoints = (api: Api, allOf: AllOf) => {
  const { client } = api;
  return {
    /** The one saved last first. */
    projects: (): Promise<ProjectSummary[]> =>
      allOf(async (limit, offset) => {
        const { count, results } = await api.take(client.GET("/api/projects/", { params: { query: { limit, offset } } }));
        return { count, items: results };
      }),
    project: (project_id: string): Promise<Project> => api.take(client.GET("/api/projects/{project_id}/", { params: { path: { project_id } } })),
    projectCreate: (first: Partial<Arrangement>): Promise<Project> => {
      const { tracks, loop, ...rest } = first;
      const body = { ...rest, ...(loop ? { loop: { ...loop } } : {}), ...(tracks ? { tracks: sent({ ...EMPTY, tracks }).tracks } : {}) };
      return api.take(client.POST("/api/projects/", { body }));
    },
    /** `leaving`: the answer is waited for by nobody. */
    projectSave: (project_id: string, version: number, arrangement: Arrangement, leaving = false): Promise<Project> => {
      const body = { ...sent(arrangementOf(arrangement)), version };
      const keepalive = leaving && JSON.stringify(body).length < LEAVING_MAX_BYTES;
      return api.take(client.PUT("/api/projects/{project_id}/", { params: { path: { project_id } }, body, keepalive }));
    },
    projectDelete: async (project_id: string, keepalive = false): Promise<void> => {
      await api.take(client.DELETE("/api/projects/{project_id}/", { params: { path: { project_id } }, keepalive }));
    },
    /** From a DAWproject file; with what of it is not in the project, in sentences. */
    projectImport: async (file: File): Promise<Project & { readonly leftOut: readonly string[] }> => {
      const form = new FormData();
      form.append("file", file);
      return api.take(client.POST("/api/projects/import/", { body: { file: file.name }, bodySerializer: () => form }));
    },
  };
};
