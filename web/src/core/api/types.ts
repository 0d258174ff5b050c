/** What the server sends and takes, by the names the screens use; the shapes come from its OpenAPI. */

import type { components } from "@schema";
import type { RackValues } from "../rack/params";

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

// TODO(schema): from here on by hand until the server's OpenAPI has them.
export interface PresetRequest extends RackValues {
  presetName: string;
  kickSample: string;
  kickId: string | null;
  noiseSample: string;
  reverbSample: string;
}
export interface Preset extends PresetRequest {
  id: string;
  isShared: boolean;
  isOwn: boolean;
  kickUrl: string | null;
  createdAt: string;
  updatedAt: string;
}
export type PresetName = Pick<Preset, "id" | "presetName">;
export interface BounceOrder {
  bars: number;
  ending: "loop" | "tail";
  format: "wav" | "flac";
  bitDepth: 16 | 24 | 32;
  stems: boolean;
  muted: ("kick" | "noise" | "reverb")[];
  soloed: ("kick" | "noise" | "reverb")[];
}
export interface BounceRequest extends BounceOrder {
  name: string;
  preset: PresetRequest;
}
export interface Bounce {
  id: string;
  name: string;
  bpm: number;
  bars: number;
  ending: "loop" | "tail";
  format: "wav" | "flac";
  bitDepth: number;
  durationS: number;
  lufs: number | null;
  peaks: string;
  audioUrl: string;
  downloadUrl: string;
  stems: { layer: "kick" | "noise" | "reverb"; audioUrl: string; downloadUrl: string }[];
  createdAt: string;
}
export interface Page<T> {
  count: number;
  results: T[];
}
