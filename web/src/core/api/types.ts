/** What the server sends and takes, by the names the screens use; the shapes come from its OpenAPI. */

import type { components } from "@schema";

type Schemas = components["schemas"];

export type Kick = Schemas["Kick"];
export type KickRequest = Schemas["KickOrderRequest"];
export type KickGenerated = Schemas["KickGenerated"];
export type KickPage = Schemas["KickList"];
/** null: no limit. */
export type KickAllowance = Pick<KickPage, "remainingGensToday" | "totalGensCount" | "dailyLimit" | "keptLimit" | "resetsAt">;
export type Words = Schemas["KickWords"];
export type Job = Schemas["Job"];
export type JobStatus = Job["status"];
export type Me = Schemas["MeOutput"];
export type ApiKey = Schemas["ApiKeyOutput"];
export type ApiKeyMade = Schemas["ApiKeyMadeOutput"];
export type Preset = Schemas["Preset"];
export type PresetRequest = Schemas["PresetInputRequest"];
export type BounceRequest = Schemas["BounceInputRequest"];
export type Bounce = Schemas["Bounce"];
export type BouncePage = Schemas["PaginatedBounceList"];
export type Track = Schemas["Track"];
export type TrackDetail = Schemas["TrackDetail"];
export type TrackOrder = Schemas["TrackOrderRequest"];
export type TrackPage = Schemas["PaginatedTrackList"];
export type ProjectAnswer = Schemas["Project"];
export type ProjectSaved = Schemas["ProjectSaveRequest"];
