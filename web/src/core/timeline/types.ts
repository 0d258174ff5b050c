/** An arrangement: tracks of clips, each a stretch of a stored sound. Every position is a whole number of frames at 44 100 Hz. */

export const RATE_HZ = 44_100;

export const SOUND_TYPES = ["main", "bass", "chords", "melody", "percussion", "kick", "upload"] as const;
export type SoundType = (typeof SOUND_TYPES)[number];

export interface Clip {
  readonly id: string;
  readonly assetId: string;
  /** The catalog's track that it came from; null for other sounds. */
  readonly trackId: string | null;
  readonly name: string;
  readonly startFrames: number;
  /** How far into the sound it begins. */
  readonly offsetFrames: number;
  readonly lengthFrames: number;
  readonly gainDb: number;
  readonly fadeInFrames: number;
  readonly fadeOutFrames: number;
}

export interface Track {
  readonly id: string;
  readonly name: string;
  readonly type: SoundType;
  readonly gainDb: number;
  /** -1 left, 1 right. */
  readonly pan: number;
  readonly muted: boolean;
  readonly soloed: boolean;
  /** By where they start. */
  readonly clips: readonly Clip[];
}

export interface LoopRegion {
  readonly enabled: boolean;
  readonly startFrames: number;
  readonly stopFrames: number;
}

/** What is edited, saved, and can be undone. */
export interface Arrangement {
  readonly name: string;
  readonly bpm: number;
  readonly beatsPerBar: number;
  readonly loop: LoopRegion;
  readonly tracks: readonly Track[];
}

/** A sound that clips are cut from. */
export interface SoundAsset {
  readonly trackId: string | null;
  readonly name: string;
  readonly type: SoundType;
  readonly durationS: number;
  readonly frames: number;
  readonly sampleRate: number;
  readonly bpm: number | null;
  /** Base64 of int8 pairs. */
  readonly peaks: string;
  readonly audioUrl: string | null;
  /** The file is gone; its clips stay and are silent. */
  readonly missing: boolean;
}

/** As the server has it. */
export interface Project extends Arrangement {
  readonly id: string;
  readonly version: number;
  readonly assets: Readonly<Record<string, SoundAsset>>;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly dawprojectUrl: string;
}

export interface ProjectSummary {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly trackCount: number;
  readonly clipCount: number;
  readonly durationS: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const TRACKS_MAX = 64;
export const CLIPS_MAX = 2_000;
export const LENGTH_MAX_FRAMES = 3_600 * RATE_HZ;
export const NAME_MAX_CHARS = 64;
export const GAIN_DB = { low: -60, high: 12 } as const; // the lowest is silence
export const BPM = { low: 20, high: 400 } as const;
/** Shorter clips could neither be seen nor taken hold of. */
export const CLIP_MIN_FRAMES = 441;
export const LOOP_MIN_FRAMES = 2_205;

export const EMPTY_ARRANGEMENT: Arrangement = {
  name: "Untitled",
  bpm: 120,
  beatsPerBar: 4,
  loop: { enabled: false, startFrames: 0, stopFrames: 4 * 4 * (RATE_HZ / 2) },
  tracks: [],
};

/** How long a sound is at the rate of the timeline. */
export const framesOf = (asset: Pick<SoundAsset, "frames" | "sampleRate">): number =>
  asset.sampleRate === RATE_HZ ? asset.frames : Math.round((asset.frames * RATE_HZ) / asset.sampleRate);

export const endOf = ({ startFrames, lengthFrames }: Pick<Clip, "startFrames" | "lengthFrames">): number => startFrames + lengthFrames;

/** Where the last clip ends. */
export const arrangementEnd = ({ tracks }: Pick<Arrangement, "tracks">): number =>
  tracks.reduce((end, { clips }) => clips.reduce((last, clip) => Math.max(last, endOf(clip)), end), 0);

export const clipCount = ({ tracks }: Pick<Arrangement, "tracks">): number => tracks.reduce((sum, { clips }) => sum + clips.length, 0);

/** Whether a track is heard: not muted, and soloed if any is. */
export const isHeard = (track: Pick<Track, "muted" | "soloed">, all: readonly Pick<Track, "soloed">[]): boolean =>
  !track.muted && (track.soloed || !all.some(({ soloed }) => soloed));

export const gainOf = (gain_db: number): number => (gain_db <= GAIN_DB.low ? 0 : 10 ** (gain_db / 20));

/** The part of a project that is edited, without what only the server tells. */
export const arrangementOf = ({ name, bpm, beatsPerBar, loop, tracks }: Arrangement): Arrangement => ({ name, bpm, beatsPerBar, loop, tracks });
