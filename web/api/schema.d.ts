// Generated from the server's OpenAPI by `npm run api`; do not edit.

export interface paths {
    "/api/bounces/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's bounces, newest first
         * @description A page of bounces.
         */
        get: operations["bounces_list"];
        put?: never;
        /**
         * Bounce settings that need not be saved
         * @description 202 with the job, whose `result` is `{bounceId}` in the end.
         */
        post: operations["bounces_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/bounces/{bounce_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One bounce
         * @description The bounce with fresh addresses.
         */
        get: operations["bounces_get"];
        put?: never;
        post?: never;
        /**
         * Delete a bounce with all its files
         * @description Rows, files and signed addresses are gone at once.
         */
        delete: operations["bounces_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/ticket/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A one-time ticket for /ws/events
         * @description Good for one connection, within 30 seconds.
         */
        post: operations["events_ticket_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's jobs, newest first
         * @description A page of jobs.
         */
        get: operations["jobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{job_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One job
         * @description The job as it is now.
         */
        get: operations["jobs_get"];
        put?: never;
        post?: never;
        /**
         * Cancel a job
         * @description A queued job is cancelled at once; a running one stops at its next step and then reads `cancelled`.
         */
        delete: operations["jobs_cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description All keys, newest first. */
        get: operations["keys_list"];
        put?: never;
        /** @description Make a key. The answer shows it for the only time. */
        post: operations["keys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/keys/{key_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Revoke the key. */
        delete: operations["keys_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kicks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's kicks, newest first, and what is left of the limits
         * @description A page of kicks.
         */
        get: operations["kicks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kicks/{kick_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One kick
         * @description The kick with fresh addresses.
         */
        get: operations["kicks_get"];
        put?: never;
        post?: never;
        /**
         * Delete a kick
         * @description 409 `kick_in_use` with the presets that use it, unless `confirm=true`: then the caller's presets go with it, and those of other people get the first stock kick. Gives no generation back.
         */
        delete: operations["kicks_delete"];
        options?: never;
        head?: never;
        /**
         * Rename a kick, or mark it as a favourite
         * @description Only what is sent is changed.
         */
        patch: operations["kicks_update"];
        trace?: never;
    };
    "/api/kicks/generate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Generate a kick
         * @description Waits up to 30 s for the kick (`Prefer: wait=N`, N from 0 to 30): 201 with the kick, else 202 with the job that will make it. With an `Idempotency-Key`, a repeated request is answered with the same kick.
         */
        post: operations["kicks_generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/kicks/words/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Known words, slider ranges, examples
         * @description The same for everybody.
         */
        get: operations["kicks_words"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The account, its limits and what is left of them. */
        get: operations["me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presets/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Presets: shared ones first, “Init” first of all; then the caller's own
         * @description Without signing in: the shared ones.
         */
        get: operations["presets_list"];
        put?: never;
        /**
         * Save a preset
         * @description All settings under a name of the caller's.
         */
        post: operations["presets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presets/{preset_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One preset
         * @description A shared one, or one of the caller's.
         */
        get: operations["presets_get"];
        /**
         * Replace name and settings of a preset
         * @description Every field is needed.
         */
        put: operations["presets_replace"];
        post?: never;
        /**
         * Delete a preset
         * @description Gone at once.
         */
        delete: operations["presets_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/presets/{preset_id}/render/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bounce a preset
         * @description 202 with the job, whose `result` is `{bounceId}` in the end.
         */
        post: operations["presets_render"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's projects, the one saved last first
         * @description A page of projects.
         */
        get: operations["projects_list"];
        put?: never;
        /**
         * Begin a project
         * @description Whatever is left out is as in an empty project of 120 bpm.
         */
        post: operations["projects_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{project_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One project
         * @description The whole arrangement, with fresh addresses of its sounds.
         */
        get: operations["projects_get"];
        /**
         * Save all of a project
         * @description `version` is the one that was read. If the project was saved since: 409 `version_conflict`.
         */
        put: operations["projects_save"];
        post?: never;
        /**
         * Delete a project
         * @description Its sounds stay.
         */
        delete: operations["projects_delete"];
        options?: never;
        head?: never;
        /**
         * Rename a project
         * @description This is a save as well: it raises the version.
         */
        patch: operations["projects_update"];
        trace?: never;
    };
    "/api/projects/{project_id}/dawproject/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The project with its sounds as a DAWproject file
         * @description Sounds that were deleted are left out with their clips.
         */
        get: operations["projects_dawproject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/import/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a project with a DAWproject file
         * @description Sounds of yours are used again; all others are stored with the project, and go with it.
         */
        post: operations["projects_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/register/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Make an account. */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sounds/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stock sounds, and the kicks that everybody may use
         * @description The same for everybody.
         */
        get: operations["sounds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sign in: an access token of ten minutes, and a refresh token. */
        post: operations["token_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/refresh/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Refresh. The token that was sent is then used up; to use it again ends the whole sign-in. */
        post: operations["token_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token/revoke/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Sign out: no refresh token of this sign-in works any more. */
        post: operations["token_revoke"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's tracks and stems, newest first
         * @description A page of tracks.
         */
        get: operations["tracks_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/{track_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One track
         * @description With fresh addresses.
         */
        get: operations["tracks_get"];
        put?: never;
        post?: never;
        /**
         * Delete a track
         * @description A main track takes its stems along, a stem goes alone. 409 `track_in_use` with the projects that use one of them, unless `confirm=true`: then their clips fall silent.
         */
        delete: operations["tracks_delete"];
        options?: never;
        head?: never;
        /**
         * Rename a track, or mark it as a favourite
         * @description Only what is sent is changed.
         */
        patch: operations["tracks_update"];
        trace?: never;
    };
    "/api/tracks/{track_id}/download/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where to fetch the sound: a signed address that needs no credentials
         * @description A fresh address.
         */
        get: operations["tracks_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/{track_id}/midi/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The score as a MIDI file
         * @description A Standard MIDI File.
         */
        get: operations["tracks_midi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/{track_id}/peaks/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The outline of the waveform
         * @description Of the whole track.
         */
        get: operations["tracks_peaks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/{track_id}/stems.zip/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mix, stems and MIDI as a zip archive
         * @description Streamed.
         */
        get: operations["tracks_stems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/generate/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Compose a track with its stems
         * @description 202 with the job and where to follow it; poll `Location`, or listen to live events.
         */
        post: operations["tracks_generate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tracks/generations/{task_id}/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What has come of an order
         * @description 404 also for what was composed and deleted again.
         */
        get: operations["generations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description A new key. */
        ApiKeyInputRequest: {
            /** @description What the key is for. */
            name: string;
        };
        /** @description A key just made: the only time that the key itself is shown. */
        ApiKeyMadeOutput: {
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: uuid */
            readonly id: string;
            readonly key: string;
            /** Format: date-time */
            readonly lastUsedAt: string | null;
            readonly name: string;
            /** @description The first characters, to tell keys apart. */
            readonly prefix: string;
        };
        /** @description A key as it is listed. */
        ApiKeyOutput: {
            /** Format: date-time */
            readonly createdAt: string;
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            readonly lastUsedAt: string | null;
            readonly name: string;
            /** @description The first characters, to tell keys apart. */
            readonly prefix: string;
        };
        /**
         * @description * `16` - 16
         *     * `24` - 24
         *     * `32` - 32
         * @enum {integer}
         */
        BitDepthEnum: 16 | 24 | 32;
        /** @description A bounce as clients see it. */
        Bounce: {
            /** @description Plays; works for a limited time. Takes Range requests. */
            readonly audioUrl: string;
            bars: number;
            bitDepth: components["schemas"]["BitDepthEnum"];
            bpm: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Saves under its name; expires as well. */
            readonly downloadUrl: string;
            /** Format: double */
            durationS: number;
            ending: components["schemas"]["EndingEnum"];
            format: components["schemas"]["FormatEnum"];
            /** Format: uuid */
            id: string;
            /**
             * Format: double
             * @description Null for silence.
             */
            lufs: number | null;
            muted: components["schemas"]["LayerEnum"][];
            name: string;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            readonly peaks: string;
            /** @description What the rack was set to. */
            preset: components["schemas"]["Rack"];
            sizeBytes: number;
            soloed: components["schemas"]["LayerEnum"][];
            readonly stems: components["schemas"]["Stem"][];
            /** Format: double */
            truePeakDbtp: number;
        };
        /** @description Settings that need not be saved, and how much of them. Needs `caller` in its context. */
        BounceInputRequest: {
            /**
             * @description Bars of four beats; together at most 15 minutes.
             * @default 4
             */
            bars?: number;
            /**
             * @description 32 bits: WAV only.
             *
             *     * `16` - 16
             *     * `24` - 24
             *     * `32` - 32
             * @default 24
             */
            bitDepth?: components["schemas"]["BitDepthEnum"];
            /**
             * @description `loop`: exactly so many bars, without a seam; `tail`: it rings out after them.
             *
             *     * `loop` - loop
             *     * `tail` - tail
             * @default loop
             */
            ending?: components["schemas"]["EndingEnum"];
            /** @default wav */
            format?: components["schemas"]["FormatEnum"];
            /** @description Neither heard nor sent to the reverb. */
            muted?: components["schemas"]["LayerEnum"][];
            /** @description What the bounce is called. */
            name: string;
            preset: components["schemas"]["RackInputRequest"];
            /** @description If there are any, only these are heard. */
            soloed?: components["schemas"]["LayerEnum"][];
            /**
             * @description Also kick, noise and reverb as files of their own.
             * @default false
             */
            stems?: boolean;
        };
        BounceQueued: {
            job: components["schemas"]["Job"];
        };
        /** @description A stretch of a sound at a place in time. */
        Clip: {
            /**
             * Format: uuid
             * @description A sound of yours.
             */
            assetId: string;
            fadeInFrames: number;
            fadeOutFrames: number;
            /** Format: double */
            gainDb: number;
            id: string;
            lengthFrames: number;
            name: string;
            /** @description Where it begins in the sound. */
            offsetFrames: number;
            /** @description Where it begins in the project. */
            startFrames: number;
            /**
             * Format: uuid
             * @description The track of the catalog that this is the sound of.
             */
            readonly trackId: string | null;
        };
        /** @description A stretch of a sound at a place in time. */
        ClipRequest: {
            /**
             * Format: uuid
             * @description A sound of yours.
             */
            assetId: string;
            fadeInFrames: number;
            fadeOutFrames: number;
            /** Format: double */
            gainDb: number;
            id: string;
            lengthFrames: number;
            name: string;
            /** @description Where it begins in the sound. */
            offsetFrames: number;
            /** @description Where it begins in the project. */
            startFrames: number;
        };
        /** @enum {string} */
        CodeEnum: "bounce_kick_gone" | "database_away" | "input_unusable" | "internal_error" | "invalid_input" | "kick_source_gone" | "model_error" | "storage_unavailable" | "timed_out" | "worker_crashed" | "worker_lost";
        /**
         * @description * `loop` - loop
         *     * `tail` - tail
         * @enum {string}
         */
        EndingEnum: "loop" | "tail";
        /** @description Every error has this shape. */
        Error: {
            /** @description Stable; meant for programs. */
            code: string;
            /** @description Details that depend on the code. */
            extra: {
                [key: string]: unknown;
            };
            /** @description Says what to do; meant for people. */
            message: string;
        };
        /** @description A one-time ticket for the event socket. */
        EventTicket: {
            /** Format: date-time */
            expiresAt: string;
            /** @description Open /ws/events?ticket=<ticket> with it, once. */
            ticket: string;
        };
        /**
         * @description * `wav` - wav
         *     * `flac` - flac
         * @enum {string}
         */
        FormatEnum: "wav" | "flac";
        /** @description How an order stands, and what came of it. Of a `Standing`. */
        Generation: {
            error: components["schemas"]["GenerationError"] | null;
            /** @description Null once the job has left the list of work. */
            job: components["schemas"]["Job"] | null;
            metadata: unknown;
            status: components["schemas"]["GenerationStatusEnum"];
            /** @description Empty until it is composed. */
            stems: components["schemas"]["StemIds"];
            /** Format: uuid */
            taskId: string;
            /**
             * Format: uuid
             * @description The main track.
             */
            trackId: string | null;
        };
        /** @description Why nothing came of an order. */
        GenerationError: {
            /** @description `cancelled`, or one of the codes of failed jobs. */
            code: string;
            message: string;
        };
        /**
         * @description * `composing` - composing
         *     * `running` - running
         *     * `composed` - composed
         *     * `failed` - failed
         * @enum {string}
         */
        GenerationStatusEnum: "composing" | "running" | "composed" | "failed";
        /** @description The new project, and what of the file is not in it. */
        ImportedProject: {
            /** @description By asset id. */
            readonly assets: {
                [key: string]: components["schemas"]["ProjectSound"];
            };
            beatsPerBar: number;
            /** Format: double */
            bpm: number;
            clipCount: number;
            /** Format: date-time */
            createdAt: string;
            /** @description The project with its audio as a DAWproject; works for a limited time. */
            readonly dawprojectUrl: string;
            /**
             * Format: double
             * @description Where the last clip ends.
             */
            durationS: number;
            /** Format: uuid */
            id: string;
            /** @description Sentences; often none. */
            leftOut: string[];
            readonly loop: components["schemas"]["Loop"];
            name: string;
            trackCount: number;
            readonly tracks: components["schemas"]["ProjectTrack"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Raised by one with every save. */
            version: number;
        };
        /** @description The Job JSON of every answer and event. */
        Job: {
            readonly attempts: number;
            /** @description It was asked to stop, and will at its next step. */
            readonly cancelRequested: boolean;
            /** Format: date-time */
            readonly createdAt: string;
            readonly error: components["schemas"]["JobError"] | null;
            /**
             * Format: double
             * @description Seconds until it is over; null when nobody can know.
             */
            readonly etaS: number | null;
            /** Format: date-time */
            readonly finishedAt: string | null;
            /** Format: uuid */
            readonly id: string;
            readonly kind: string;
            readonly lane: components["schemas"]["LaneEnum"];
            /** @description Place in the queue of its lane, from 1; 0 while it runs; null when it is over. */
            readonly position: number | null;
            /** @description 0 to 100. */
            readonly progress: number;
            result?: unknown;
            /**
             * Format: date-time
             * @description Start of the latest attempt.
             */
            readonly startedAt: string | null;
            readonly status: components["schemas"]["StatusEnum"];
            readonly step: string;
            readonly title: string;
        };
        /** @description Why a job failed. */
        JobError: {
            /** @description `bounce_kick_gone`: the kick of the preset was deleted meanwhile; `database_away`: the database went away, as often as the job may be tried; `input_unusable`: the audio cannot be used for this; `internal_error`: a fault of the server; the log has the details; `invalid_input`: the engine refused what it was asked for; `kick_source_gone`: the kick to start from was deleted meanwhile; `model_error`: the model is missing, altered, or of another version; `storage_unavailable`: the store of the sounds does not answer; `timed_out`: it ran longer than its kind may; `worker_crashed`: the process that worked on the job died, as often as the job may be tried; `worker_lost`: the worker stopped without a word, as often as the job may be tried */
            code: components["schemas"]["CodeEnum"];
            message: string;
        };
        /** @description A kick as clients see it. */
        Kick: {
            /**
             * Format: uuid
             * @description What the timeline knows the sound by.
             */
            assetId: string;
            /** @description Plays; works for a limited time. Takes Range requests. */
            readonly audioUrl: string;
            /** Format: double */
            readonly cfgScale: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Saves under its name; expires as well. */
            readonly downloadUrl: string;
            /** Format: double */
            durationS: number;
            /** Format: uuid */
            id: string;
            isFavourite: boolean;
            /** @description Everybody's presets may use it. An admin shares a kick, and only an unshared one can be deleted. */
            isShared: boolean;
            /**
             * Format: double
             * @description Null for silence.
             */
            lufs: number | null;
            readonly model: components["schemas"]["KickModel"];
            name: string;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            readonly peaks: string;
            prompt: string;
            seed: number;
            sizeBytes: number;
            readonly sliders: components["schemas"]["Sliders"];
            readonly source: components["schemas"]["KickSource"];
            readonly steps: number;
            understood: components["schemas"]["Understood"];
        };
        /** @description What holds when nothing is said, and the bounds of what is no slider. */
        KickDefaults: {
            /** Format: double */
            cfgScale: number;
            /** Format: double */
            cfgScaleMax: number;
            /** Format: double */
            mix: number;
            prompt: string;
            promptMaxChars: number;
            seedMax: number;
            steps: number;
            stepsMax: number;
            /** Format: double */
            strength: number;
        };
        /** @description What is left after a kick was deleted. */
        KickDeleted: {
            totalGensCount: number;
        };
        /** @description A new kick, and what is left. */
        KickGenerated: {
            /**
             * Format: uuid
             * @description What the timeline knows the sound by.
             */
            assetId: string;
            /** @description Plays; works for a limited time. Takes Range requests. */
            readonly audioUrl: string;
            /** Format: double */
            readonly cfgScale: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Saves under its name; expires as well. */
            readonly downloadUrl: string;
            /** Format: double */
            durationS: number;
            /** Format: uuid */
            id: string;
            isFavourite: boolean;
            /** @description Everybody's presets may use it. An admin shares a kick, and only an unshared one can be deleted. */
            isShared: boolean;
            /**
             * Format: double
             * @description Null for silence.
             */
            lufs: number | null;
            readonly model: components["schemas"]["KickModel"];
            name: string;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            readonly peaks: string;
            prompt: string;
            /** @description Null: no limit. */
            remainingGensToday: number | null;
            seed: number;
            sizeBytes: number;
            readonly sliders: components["schemas"]["Sliders"];
            readonly source: components["schemas"]["KickSource"];
            readonly steps: number;
            /** @description Kicks that are kept. */
            totalGensCount: number;
            understood: components["schemas"]["Understood"];
        };
        /** @description One page of kicks, and what is left. */
        KickList: {
            count: number;
            dailyLimit: number | null;
            keptLimit: number | null;
            kicks: components["schemas"]["Kick"][];
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            /** @description Null: no limit. */
            remainingGensToday: number | null;
            /**
             * Format: date-time
             * @description When the day of the limits ends.
             */
            resetsAt: string;
            /** @description Kicks that are kept. */
            totalGensCount: number;
        };
        /** @description The model that made a kick. */
        KickModel: {
            name: string;
            version: string;
        };
        /** @description Everything is optional: an empty body asks for "hit house" with a new seed. */
        KickOrderRequest: {
            /**
             * Format: double
             * @description Brightness; null leaves it to the prompt.
             */
            brightness?: number | null;
            /**
             * Format: double
             * @description How closely the prompt is followed.
             */
            cfgScale?: number | null;
            /**
             * Format: double
             * @description Drive; null leaves it to the prompt.
             */
            drive?: number | null;
            /**
             * Format: uuid
             * @description With variationOf: a kick between the two.
             */
            interpolateWith?: string | null;
            /**
             * Format: double
             * @description Length in s; null leaves it to the prompt.
             */
            lengthS?: number | null;
            /**
             * Format: double
             * @description Of an interpolation: 0 is variationOf, 1 is interpolateWith.
             */
            mix?: number | null;
            /**
             * Format: double
             * @description Noise; null leaves it to the prompt.
             */
            noise?: number | null;
            /**
             * Format: double
             * @description Pitch in Hz; null leaves it to the prompt.
             */
            pitchHz?: number | null;
            /** @description In place of pitchHz: F1, C#2, Bb1. */
            pitchNote?: string | null;
            prompt?: string | null;
            /**
             * Format: double
             * @description Punch; null leaves it to the prompt.
             */
            punch?: number | null;
            /**
             * Format: int64
             * @description Same seed, same bytes.
             */
            seed?: number | null;
            steps?: number | null;
            /**
             * Format: double
             * @description Of a variation: 0 is the same kick, 1 keeps nothing of it.
             */
            strength?: number | null;
            /**
             * Format: uuid
             * @description Start from this kick of yours.
             */
            variationOf?: string | null;
        };
        KickQueued: {
            job: components["schemas"]["Job"];
        };
        /** @description What a kick was made from. Ids are null once that kick is deleted. */
        KickSource: {
            /** Format: uuid */
            kickId: string | null;
            kind: components["schemas"]["KindEnum"];
            /** Format: double */
            mix: number | null;
            /** Format: uuid */
            otherKickId: string | null;
            /** Format: double */
            strength: number | null;
        };
        /** @description What a prompt field can offer. */
        KickWords: {
            defaults: components["schemas"]["KickDefaults"];
            examples: string[];
            sliders: components["schemas"]["SliderRanges"];
            words: components["schemas"]["Word"][];
        };
        /**
         * @description * `prompt` - a prompt alone
         *     * `variation` - another kick
         *     * `interpolation` - two other kicks
         * @enum {string}
         */
        KindEnum: "prompt" | "variation" | "interpolation";
        /**
         * @description * `fast` - fast
         *     * `heavy` - heavy
         *     * `remote` - remote
         *     * `gpu` - gpu
         * @enum {string}
         */
        LaneEnum: "fast" | "heavy" | "remote" | "gpu";
        /**
         * @description * `kick` - kick
         *     * `noise` - noise
         *     * `reverb` - reverb
         * @enum {string}
         */
        LayerEnum: "kick" | "noise" | "reverb";
        /** @description The region that is played round and round. */
        Loop: {
            enabled: boolean;
            startFrames: number;
            stopFrames: number;
        };
        /** @description The region that is played round and round. */
        LoopRequest: {
            enabled: boolean;
            startFrames: number;
            stopFrames: number;
        };
        /** @description Something said that was taken to mean a known word. */
        Mapped: {
            from: string;
            to: string;
        };
        /** @description The account that asks. */
        MeOutput: {
            /** @description Empty when none was given. */
            email: string;
            id: number;
            /** @description The owner of the machine that the server runs on. */
            isOwner: boolean;
            /** @description May use /admin/. */
            isStaff: boolean;
            /** @description By app, e.g. `kicks`; null stands for unlimited. */
            limits: {
                [key: string]: {
                    [key: string]: unknown;
                };
            };
            /** @description Anybody may register on this server. */
            multiUser: boolean;
            /** @description No quotas apply. */
            unlimited: boolean;
            username: string;
        };
        /**
         * @description * `composer-1` - composer-1
         * @enum {string}
         */
        ModelEnum: "composer-1";
        PaginatedApiKeyOutputList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=400&limit=100
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=200&limit=100
             */
            previous?: string | null;
            results: components["schemas"]["ApiKeyOutput"][];
        };
        PaginatedBounceList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=400&limit=100
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=200&limit=100
             */
            previous?: string | null;
            results: components["schemas"]["Bounce"][];
        };
        PaginatedJobList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=400&limit=100
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=200&limit=100
             */
            previous?: string | null;
            results: components["schemas"]["Job"][];
        };
        PaginatedPresetList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=400&limit=100
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=200&limit=100
             */
            previous?: string | null;
            results: components["schemas"]["Preset"][];
        };
        PaginatedProjectSummaryList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=400&limit=100
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=200&limit=100
             */
            previous?: string | null;
            results: components["schemas"]["ProjectSummary"][];
        };
        PaginatedTrackList: {
            /** @example 123 */
            count: number;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=400&limit=100
             */
            next?: string | null;
            /**
             * Format: uri
             * @example http://api.example.org/accounts/?offset=200&limit=100
             */
            previous?: string | null;
            results: components["schemas"]["Track"][];
        };
        /** @description What may be changed of a kick. */
        PatchedKickPatchRequest: {
            isFavourite?: boolean;
            name?: string;
        };
        /** @description What may be changed of a project without its arrangement. */
        PatchedProjectPatchRequest: {
            name?: string;
            /** @description If given, a newer one is not changed. */
            version?: number;
        };
        /** @description What may be changed of a track. */
        PatchedTrackPatchRequest: {
            isFavourite?: boolean;
            name?: string;
        };
        /** @description A preset as clients see it. Needs `caller` in its context. */
        Preset: {
            /** @description Tempo in bpm. */
            bpm: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: uuid */
            id: string;
            /** @description The caller made it. */
            readonly isOwn: boolean;
            /** @description Everybody sees it, nobody changes it but an admin. */
            isShared: boolean;
            /**
             * Format: double
             * @description Kick distortion.
             */
            kickDistAmt: number;
            /**
             * Format: uuid
             * @description Null for a stock kick.
             */
            kickId: string | null;
            /**
             * Format: double
             * @description Kick length.
             */
            kickLen: number;
            /**
             * Format: double
             * @description Kick OTT.
             */
            kickOttAmt: number;
            /** @description A stock kick, or the present name of the kick of `kickId`. */
            readonly kickSample: string;
            /** @description Plays the kick of `kickId`; works for a limited time. Null for a stock kick. */
            readonly kickUrl: string | null;
            /**
             * Format: double
             * @description Master distortion.
             */
            masterDistAmt: number;
            /**
             * Format: double
             * @description Limiter.
             */
            masterLimiterAmt: number;
            /**
             * Format: double
             * @description Master OTT.
             */
            masterOttAmt: number;
            /**
             * Format: double
             * @description Noise high-pass in Hz.
             */
            noiseHighPassFreq: number;
            /**
             * Format: double
             * @description Noise low-pass in Hz.
             */
            noiseLowPassFreq: number;
            noiseSample: string;
            /**
             * Format: double
             * @description Noise volume in dB.
             */
            noiseVolume: number;
            presetName: string;
            /**
             * Format: double
             * @description Reverb high-pass in Hz.
             */
            reverbHighPassFreq: number;
            /**
             * Format: double
             * @description Reverb low-pass in Hz.
             */
            reverbLowPassFreq: number;
            reverbSample: string;
            /**
             * Format: double
             * @description Reverb volume in dB.
             */
            reverbVolume: number;
            /** Format: date-time */
            updatedAt: string;
        };
        /** @description A preset to save: its name and all settings. */
        PresetInputRequest: {
            /** @description Tempo in bpm. */
            bpm: number;
            /**
             * Format: double
             * @description Kick distortion.
             */
            kickDistAmt: number;
            /**
             * Format: uuid
             * @description A kick of yours, or a shared one; wins over `kickSample`.
             */
            kickId?: string | null;
            /**
             * Format: double
             * @description Kick length.
             */
            kickLen: number;
            /**
             * Format: double
             * @description Kick OTT.
             */
            kickOttAmt: number;
            /** @description A stock kick, or the name of an AI kick of yours. Not needed with `kickId`. */
            kickSample?: string | null;
            /**
             * Format: double
             * @description Master distortion.
             */
            masterDistAmt: number;
            /**
             * Format: double
             * @description Limiter.
             */
            masterLimiterAmt: number;
            /**
             * Format: double
             * @description Master OTT.
             */
            masterOttAmt: number;
            /**
             * Format: double
             * @description Noise high-pass in Hz.
             */
            noiseHighPassFreq: number;
            /**
             * Format: double
             * @description Noise low-pass in Hz.
             */
            noiseLowPassFreq: number;
            noiseSample: string;
            /**
             * Format: double
             * @description Noise volume in dB.
             */
            noiseVolume: number;
            /** @description Letters, digits, spaces; 1 to 32 characters. */
            presetName: string;
            /**
             * Format: double
             * @description Reverb high-pass in Hz.
             */
            reverbHighPassFreq: number;
            /**
             * Format: double
             * @description Reverb low-pass in Hz.
             */
            reverbLowPassFreq: number;
            reverbSample: string;
            /**
             * Format: double
             * @description Reverb volume in dB.
             */
            reverbVolume: number;
        };
        /** @description A project with its arrangement, and what is needed to play it. Needs `sounds` in its context; see `as_json`. */
        Project: {
            /** @description By asset id. */
            readonly assets: {
                [key: string]: components["schemas"]["ProjectSound"];
            };
            beatsPerBar: number;
            /** Format: double */
            bpm: number;
            clipCount: number;
            /** Format: date-time */
            createdAt: string;
            /** @description The project with its audio as a DAWproject; works for a limited time. */
            readonly dawprojectUrl: string;
            /**
             * Format: double
             * @description Where the last clip ends.
             */
            durationS: number;
            /** Format: uuid */
            id: string;
            readonly loop: components["schemas"]["Loop"];
            name: string;
            trackCount: number;
            readonly tracks: components["schemas"]["ProjectTrack"][];
            /** Format: date-time */
            updatedAt: string;
            /** @description Raised by one with every save. */
            version: number;
        };
        /** @description Whatever is left out is as in an empty project. */
        ProjectCreateRequest: {
            beatsPerBar?: number;
            /** Format: double */
            bpm?: number;
            loop?: components["schemas"]["LoopRequest"];
            name?: string;
            tracks?: components["schemas"]["ProjectTrackRequest"][];
        };
        /** @description What is imported. */
        ProjectFileRequest: {
            /**
             * Format: binary
             * @description A DAWproject file.
             */
            file: string;
        };
        /** @description The whole arrangement, and the version that it was made from. */
        ProjectSaveRequest: {
            beatsPerBar: number;
            /** Format: double */
            bpm: number;
            loop: components["schemas"]["LoopRequest"];
            name: string;
            tracks: components["schemas"]["ProjectTrackRequest"][];
            /** @description The version that was read; a newer one is not overwritten. */
            version: number;
        };
        /** @description A sound that clips of a project play. */
        ProjectSound: {
            /** @description Plays; works for a limited time. */
            audioUrl: string | null;
            /** Format: double */
            bpm: number | null;
            /** Format: double */
            durationS: number;
            /** @description At its own rate. */
            frames: number;
            /** @description It was deleted: its clips are silent. */
            missing: boolean;
            name: string;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            peaks: string;
            sampleRate: number;
            /**
             * Format: uuid
             * @description Null for what is no track of the catalog.
             */
            trackId: string | null;
            type: components["schemas"]["SoundTypeEnum"];
        };
        /** @description A project in a list. */
        ProjectSummary: {
            beatsPerBar: number;
            /** Format: double */
            bpm: number;
            clipCount: number;
            /** Format: date-time */
            createdAt: string;
            /**
             * Format: double
             * @description Where the last clip ends.
             */
            durationS: number;
            /** Format: uuid */
            id: string;
            name: string;
            trackCount: number;
            /** Format: date-time */
            updatedAt: string;
            /** @description Raised by one with every save. */
            version: number;
        };
        /** @description A row of the timeline. */
        ProjectTrack: {
            clips: components["schemas"]["Clip"][];
            /** Format: double */
            gainDb: number;
            id: string;
            muted: boolean;
            name: string;
            /**
             * Format: double
             * @description -1 left to 1 right.
             */
            pan: number;
            soloed: boolean;
            type: components["schemas"]["SoundTypeEnum"];
        };
        /** @description A row of the timeline. */
        ProjectTrackRequest: {
            clips: components["schemas"]["ClipRequest"][];
            /** Format: double */
            gainDb: number;
            id: string;
            muted: boolean;
            name: string;
            /**
             * Format: double
             * @description -1 left to 1 right.
             */
            pan: number;
            soloed: boolean;
            type: components["schemas"]["SoundTypeEnum"];
        };
        /** @description What is wanted, in words. */
        PromptRequest: {
            /** @description English or German. */
            text: string;
        };
        /** @description The rack's settings as clients see them. */
        Rack: {
            /** @description Tempo in bpm. */
            bpm: number;
            /**
             * Format: double
             * @description Kick distortion.
             */
            kickDistAmt: number;
            /**
             * Format: uuid
             * @description Null for a stock kick.
             */
            kickId: string | null;
            /**
             * Format: double
             * @description Kick length.
             */
            kickLen: number;
            /**
             * Format: double
             * @description Kick OTT.
             */
            kickOttAmt: number;
            /** @description A stock kick, or the present name of the kick of `kickId`. */
            kickSample: string;
            /**
             * Format: double
             * @description Master distortion.
             */
            masterDistAmt: number;
            /**
             * Format: double
             * @description Limiter.
             */
            masterLimiterAmt: number;
            /**
             * Format: double
             * @description Master OTT.
             */
            masterOttAmt: number;
            /**
             * Format: double
             * @description Noise high-pass in Hz.
             */
            noiseHighPassFreq: number;
            /**
             * Format: double
             * @description Noise low-pass in Hz.
             */
            noiseLowPassFreq: number;
            noiseSample: string;
            /**
             * Format: double
             * @description Noise volume in dB.
             */
            noiseVolume: number;
            /**
             * Format: double
             * @description Reverb high-pass in Hz.
             */
            reverbHighPassFreq: number;
            /**
             * Format: double
             * @description Reverb low-pass in Hz.
             */
            reverbLowPassFreq: number;
            reverbSample: string;
            /**
             * Format: double
             * @description Reverb volume in dB.
             */
            reverbVolume: number;
        };
        /** @description All of the rack's settings, checked. Needs `caller` in its context, and `present`, a kick that may stay. */
        RackInputRequest: {
            /** @description Tempo in bpm. */
            bpm: number;
            /**
             * Format: double
             * @description Kick distortion.
             */
            kickDistAmt: number;
            /**
             * Format: uuid
             * @description A kick of yours, or a shared one; wins over `kickSample`.
             */
            kickId?: string | null;
            /**
             * Format: double
             * @description Kick length.
             */
            kickLen: number;
            /**
             * Format: double
             * @description Kick OTT.
             */
            kickOttAmt: number;
            /** @description A stock kick, or the name of an AI kick of yours. Not needed with `kickId`. */
            kickSample?: string | null;
            /**
             * Format: double
             * @description Master distortion.
             */
            masterDistAmt: number;
            /**
             * Format: double
             * @description Limiter.
             */
            masterLimiterAmt: number;
            /**
             * Format: double
             * @description Master OTT.
             */
            masterOttAmt: number;
            /**
             * Format: double
             * @description Noise high-pass in Hz.
             */
            noiseHighPassFreq: number;
            /**
             * Format: double
             * @description Noise low-pass in Hz.
             */
            noiseLowPassFreq: number;
            noiseSample: string;
            /**
             * Format: double
             * @description Noise volume in dB.
             */
            noiseVolume: number;
            /**
             * Format: double
             * @description Reverb high-pass in Hz.
             */
            reverbHighPassFreq: number;
            /**
             * Format: double
             * @description Reverb low-pass in Hz.
             */
            reverbLowPassFreq: number;
            reverbSample: string;
            /**
             * Format: double
             * @description Reverb volume in dB.
             */
            reverbVolume: number;
        };
        /** @description The refresh token; the web app leaves it out, its token is in a cookie. */
        RefreshInputRequest: {
            refresh?: string;
        };
        /** @description A new account. */
        RegisterInputRequest: {
            email?: string;
            password: string;
            username: string;
        };
        /** @description The account that was made. */
        RegisterOutput: {
            /** @description Empty when none was given. */
            readonly email: string;
            readonly id: number;
            /** @description Required. 150 characters or fewer. Letters, digits and @/./+/-/_ only. */
            readonly username: string;
        };
        /** @description How much of the rack, and as which file. */
        RenderRequest: {
            /**
             * @description Bars of four beats; together at most 15 minutes.
             * @default 4
             */
            bars?: number;
            /**
             * @description 32 bits: WAV only.
             *
             *     * `16` - 16
             *     * `24` - 24
             *     * `32` - 32
             * @default 24
             */
            bitDepth?: components["schemas"]["BitDepthEnum"];
            /**
             * @description `loop`: exactly so many bars, without a seam; `tail`: it rings out after them.
             *
             *     * `loop` - loop
             *     * `tail` - tail
             * @default loop
             */
            ending?: components["schemas"]["EndingEnum"];
            /** @default wav */
            format?: components["schemas"]["FormatEnum"];
            /** @description Neither heard nor sent to the reverb. */
            muted?: components["schemas"]["LayerEnum"][];
            /** @description If there are any, only these are heard. */
            soloed?: components["schemas"]["LayerEnum"][];
            /**
             * @description Also kick, noise and reverb as files of their own.
             * @default false
             */
            stems?: boolean;
        };
        /** @description An AI kick that everybody's presets may use. */
        SharedKick: {
            /** @description Plays; works for a limited time. */
            readonly audioUrl: string;
            /** Format: double */
            durationS: number;
            /** Format: uuid */
            id: string;
            name: string;
        };
        /** @description User name and password. */
        SignInInputRequest: {
            password: string;
            username: string;
        };
        /** @description Bounds of a slider. */
        SliderRange: {
            /** Format: double */
            high: number;
            label: string;
            /** Format: double */
            low: number;
            unit: string;
        };
        /** @description Bounds of all sliders. */
        SliderRanges: {
            brightness: components["schemas"]["SliderRange"];
            drive: components["schemas"]["SliderRange"];
            lengthS: components["schemas"]["SliderRange"];
            noise: components["schemas"]["SliderRange"];
            pitchHz: components["schemas"]["SliderRange"];
            punch: components["schemas"]["SliderRange"];
        };
        /** @description The sliders as asked for; null was left to the prompt. */
        Sliders: {
            /** Format: double */
            brightness: number | null;
            /** Format: double */
            drive: number | null;
            /** Format: double */
            lengthS: number | null;
            /** Format: double */
            noise: number | null;
            /** Format: double */
            pitchHz: number | null;
            /** Format: double */
            punch: number | null;
        };
        /** @description Stock sounds by layer in the order of display, and the shared kicks by name. */
        Sounds: {
            kicks: components["schemas"]["StockSound"][];
            noises: components["schemas"]["StockSound"][];
            reverbs: components["schemas"]["StockSound"][];
            sharedKicks: components["schemas"]["SharedKick"][];
        };
        /**
         * @description * `main` - main
         *     * `bass` - bass
         *     * `chords` - chords
         *     * `melody` - melody
         *     * `percussion` - percussion
         *     * `kick` - kick
         *     * `upload` - upload
         * @enum {string}
         */
        SoundTypeEnum: "main" | "bass" | "chords" | "melody" | "percussion" | "kick" | "upload";
        /**
         * @description * `queued` - queued
         *     * `processing` - processing
         *     * `completed` - completed
         *     * `failed` - failed
         *     * `cancelled` - cancelled
         * @enum {string}
         */
        StatusEnum: "queued" | "processing" | "completed" | "failed" | "cancelled";
        /** @description One layer of a bounce as it enters the master. Needs `name`, the bounce's, in its context. */
        Stem: {
            /** @description Plays; works for a limited time. Takes Range requests. */
            readonly audioUrl: string;
            /** @description Saves under its name; expires as well. */
            readonly downloadUrl: string;
            layer: components["schemas"]["LayerEnum"];
            /**
             * Format: double
             * @description Null for silence.
             */
            lufs: number | null;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            readonly peaks: string;
            sizeBytes: number;
        };
        /** @description The stems of a generation that are there, by type. */
        StemIds: {
            /** Format: uuid */
            bass?: string;
            /** Format: uuid */
            chords?: string;
            /** Format: uuid */
            melody?: string;
            /** Format: uuid */
            percussion?: string;
        };
        /** @description A sound that comes with Klangwerk. */
        StockSound: {
            description: string;
            /** Format: double */
            durationS: number;
            /** @description What presets call it; never changes. */
            name: string;
            /** @description FLAC; works for everybody and may be cached for ever. */
            readonly url: string;
        };
        /** @description A token pair. */
        TokenOutput: {
            /** @description Send it as `Authorization: Bearer …`; good for ten minutes. */
            access: string;
            /** @description Good once, for 30 days. Absent for the web app, which gets it as a cookie. */
            refresh?: string;
        };
        /** @description A track as clients see it. */
        Track: {
            /**
             * Format: uuid
             * @description What the timeline knows the sound by.
             */
            assetId: string;
            /** @description Plays; works for a limited time. Takes Range requests. */
            readonly audioUrl: string;
            /** Format: double */
            bpm: number;
            channels: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Saves under its name; expires as well. */
            readonly downloadUrl: string;
            /** Format: double */
            durationS: number;
            format: components["schemas"]["TrackFormatEnum"];
            /** Format: uuid */
            generationId: string;
            genre: string;
            /** Format: uuid */
            id: string;
            isFavourite: boolean;
            key: string;
            looping: boolean;
            /**
             * Format: double
             * @description Null for silence.
             */
            lufs: number | null;
            /**
             * Format: uuid
             * @description The mix that a stem is part of, null once that is deleted; of a mix, itself.
             */
            readonly mainTrackId: string | null;
            name: string;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            readonly peaks: string;
            prompt: string;
            sampleRate: number;
            seed: number;
            sizeBytes: number;
            /** Format: double */
            truePeakDbtp: number;
            type: components["schemas"]["TrackTypeEnum"];
        };
        /** @description One track, with what was understood and composed, and links to all files of its generation. */
        TrackDetail: {
            /**
             * Format: uuid
             * @description What the timeline knows the sound by.
             */
            assetId: string;
            /** @description Plays; works for a limited time. Takes Range requests. */
            readonly audioUrl: string;
            /** Format: double */
            bpm: number;
            channels: number;
            /** Format: date-time */
            createdAt: string;
            /** @description Saves under its name; expires as well. */
            readonly downloadUrl: string;
            /** Format: double */
            durationS: number;
            format: components["schemas"]["TrackFormatEnum"];
            /** Format: uuid */
            generationId: string;
            genre: string;
            /** Format: uuid */
            id: string;
            isFavourite: boolean;
            key: string;
            looping: boolean;
            /**
             * Format: double
             * @description Null for silence.
             */
            lufs: number | null;
            /**
             * Format: uuid
             * @description The mix that a stem is part of, null once that is deleted; of a mix, itself.
             */
            readonly mainTrackId: string | null;
            metadata: unknown;
            /** @description The score; works for a limited time. */
            readonly midiUrl: string;
            name: string;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            readonly peaks: string;
            prompt: string;
            sampleRate: number;
            seed: number;
            sizeBytes: number;
            readonly stems: components["schemas"]["StemIds"];
            /** @description Mix, stems and MIDI as a zip archive; works for a limited time. */
            readonly stemsZipUrl: string;
            /** Format: double */
            truePeakDbtp: number;
            type: components["schemas"]["TrackTypeEnum"];
        };
        /**
         * @description * `mp3` - mp3
         *     * `wav` - wav
         *     * `flac` - flac
         *     * `m4a` - m4a
         * @enum {string}
         */
        TrackFormatEnum: "mp3" | "wav" | "flac" | "m4a";
        /** @description What is given beside the words wins over them. */
        TrackOrderRequest: {
            /** Format: double */
            bpm?: number | null;
            /** Format: double */
            durationS?: number | null;
            /** @default mp3 */
            format?: components["schemas"]["TrackFormatEnum"];
            /** @description As in “F# minor”. */
            key?: string | null;
            /**
             * @description Whole bars, and the end goes over into the beginning.
             * @default false
             */
            looping?: boolean;
            /** @default composer-1 */
            model?: components["schemas"]["ModelEnum"];
            prompt: components["schemas"]["PromptRequest"];
            /**
             * Format: int64
             * @description Same seed, same music; drawn if left out.
             */
            seed?: number | null;
        };
        /** @description The outline of a waveform. */
        TrackPeaks: {
            /** Format: double */
            durationS: number;
            /** @description Base64 of int8 pairs: lowest and highest, 127 is full scale. */
            peaks: string;
        };
        TrackQueued: {
            job: components["schemas"]["Job"];
            status: components["schemas"]["TrackQueuedStatusEnum"];
            /** Format: uuid */
            taskId: string;
        };
        /**
         * @description * `started` - started
         * @enum {string}
         */
        TrackQueuedStatusEnum: "started";
        /**
         * @description * `main` - main
         *     * `bass` - bass
         *     * `chords` - chords
         *     * `melody` - melody
         *     * `percussion` - percussion
         * @enum {string}
         */
        TrackTypeEnum: "main" | "bass" | "chords" | "melody" | "percussion";
        /** @description What the engine made of the prompt. */
        Understood: {
            ignored: string[];
            known: string[];
            mapped: components["schemas"]["Mapped"][];
        };
        /** @description A word that the engine knows. */
        Word: {
            group: string;
            opposite: string | null;
            synonyms: string[];
            word: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    bounces_list: {
        parameters: {
            query?: {
                /** @description How many; never more than 200. */
                limit?: number;
                /** @description How many to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedBounceList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    bounces_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BounceInputRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BounceQueued"];
                };
            };
            /** @description `bounce_kept_limit`: as many bounces are kept as may be; delete some; `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "bounce_kept_limit" | "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: too often; `Retry-After` says when it works again */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    bounces_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bounce_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bounce"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    bounces_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bounce_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    events_ticket_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTicket"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    jobs_list: {
        parameters: {
            query?: {
                /** @description true: queued or running; false: over; absent: all. */
                active?: boolean;
                /** @description Only jobs of this kind, e.g. kick.generate. */
                kind?: string;
                /** @description Number of results to return per page. */
                limit?: number;
                /** @description The initial index from which to return the results. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedJobList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    jobs_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    jobs_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                job_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Job"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `job_finished`: the job is over; there is nothing left to cancel */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "job_finished";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    keys_list: {
        parameters: {
            query?: {
                /** @description How many; never more than 200. */
                limit?: number;
                /** @description How many to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedApiKeyOutputList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    keys_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyMadeOutput"];
                };
            };
            /** @description `api_keys_limit`: no more API keys can be made; revoke one first; `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "api_keys_limit" | "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `bearer_required`: an API key cannot make or revoke API keys */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "bearer_required";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    keys_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `bearer_required`: an API key cannot make or revoke API keys */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "bearer_required";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    kicks_list: {
        parameters: {
            query?: {
                /** @description true: only favourites; false: only others. */
                favourite?: boolean;
                limit?: number;
                offset?: number;
                /** @description A minus turns it round. */
                ordering?: "-createdAt" | "-isFavourite" | "-lufs" | "-name" | "createdAt" | "isFavourite" | "lufs" | "name";
                /** @description Words that name or prompt must contain. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KickList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    kicks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kick_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kick"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    kicks_delete: {
        parameters: {
            query?: {
                /** @description Delete it although something uses it. */
                confirm?: boolean;
            };
            header?: never;
            path: {
                kick_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KickDeleted"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `kick_shared`: everybody may use this kick; an admin can stop sharing it */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "kick_shared";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `kick_in_use`: something uses the kick; `extra` lists it; `confirm=true` deletes all the same */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "kick_in_use";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    kicks_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kick_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedKickPatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Kick"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `kick_name_taken`: another kick of yours has this name; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "kick_name_taken" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    kicks_generate: {
        parameters: {
            query?: never;
            header?: {
                /** @description 1 to 255 visible characters. */
                "Idempotency-Key"?: string;
                /** @description `wait=N` or `respond-async`. */
                Prefer?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KickOrderRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KickGenerated"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KickQueued"];
                };
            };
            /** @description `input_unusable`: the audio cannot be used for this; `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `kicks_kept_limit`: as many kicks are kept as may be; delete some; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "input_unusable" | "invalid_input" | "kicks_kept_limit" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `job_cancelled`: somebody cancelled the kick; nothing was counted; `kick_source_gone`: the kick to start from was deleted meanwhile */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "job_cancelled" | "kick_source_gone";
                    };
                };
            };
            /** @description `kick_deleted`: the kick of this request was made and deleted again */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "kick_deleted";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `idempotency_key_reused`: the Idempotency-Key stands for another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "idempotency_key_reused";
                    };
                };
            };
            /** @description `kicks_daily_limit`: today's kicks are used up; `Retry-After` says when new ones come */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "kicks_daily_limit";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `kick_failed`: no kick could be made; nothing was counted; `extra.reason` says more; `kicks_budget_spent`: the day's kicks of all users together are used up; `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "kick_failed" | "kicks_budget_spent" | "unavailable";
                    };
                };
            };
        };
    };
    kicks_words: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KickWords"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeOutput"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    presets_list: {
        parameters: {
            query?: {
                /** @description How many; never more than 200. */
                limit?: number;
                /** @description How many to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedPresetList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    presets_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresetInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored; `preset_kept_limit`: as many presets are kept as may be; delete some; `preset_name_taken`: another preset of yours has this name */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request" | "preset_kept_limit" | "preset_name_taken";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    presets_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    presets_replace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preset_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PresetInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Preset"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored; `preset_name_taken`: another preset of yours has this name */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request" | "preset_name_taken";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `preset_shared`: shared presets are for everybody; only an admin changes them */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "preset_shared";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    presets_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preset_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `preset_shared`: shared presets are for everybody; only an admin changes them */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "preset_shared";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    presets_render: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                preset_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RenderRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BounceQueued"];
                };
            };
            /** @description `bounce_kept_limit`: as many bounces are kept as may be; delete some; `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "bounce_kept_limit" | "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: too often; `Retry-After` says when it works again */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_list: {
        parameters: {
            query?: {
                /** @description How many; never more than 200. */
                limit?: number;
                /** @description How many to skip. */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedProjectSummaryList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ProjectCreateRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored; `projects_kept_limit`: as many projects are kept as may be; delete some */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request" | "projects_kept_limit";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_save: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProjectSaveRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `version_conflict`: the project was saved elsewhere meanwhile; `extra.version` is what it is at now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "version_conflict";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedProjectPatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `version_conflict`: the project was saved elsewhere meanwhile; `extra.version` is what it is at now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "version_conflict";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    projects_dawproject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `dawproject_too_large`: the sounds of the project are more than one file is made of */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "dawproject_too_large";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `storage_unavailable`: the store of the sounds does not answer; `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "storage_unavailable" | "unavailable";
                    };
                };
            };
        };
    };
    projects_import: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ProjectFileRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedProject"];
                };
            };
            /** @description `audio_unreadable`: a sound in the file cannot be read; `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored; `not_a_dawproject`: the file is no DAWproject, or is damaged; `projects_kept_limit`: as many projects are kept as may be; delete some */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "audio_unreadable" | "invalid_input" | "malformed_request" | "not_a_dawproject" | "projects_kept_limit";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: too often; `Retry-After` says when it works again */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `storage_unavailable`: the store of the sounds does not answer; `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "storage_unavailable" | "unavailable";
                    };
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterInputRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisterOutput"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `registration_closed`: this server makes no new accounts */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "registration_closed";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: too often; `Retry-After` says when it works again */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    sounds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sounds"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    token_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web`: the refresh token is kept in an HttpOnly cookie and not in the body. */
                "X-Klangwerk-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenOutput"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_credentials`: user name or password is wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_credentials";
                    };
                };
            };
            /** @description `permission_denied`: this account may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "permission_denied";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: too often; `Retry-After` says when it works again */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    token_refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web`: the refresh token is kept in an HttpOnly cookie and not in the body. */
                "X-Klangwerk-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshInputRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenOutput"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent; `token_reused`: the refresh token was used before; its whole family is revoked; `token_revoked`: the sign-in was ended */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_token" | "not_authenticated" | "token_reused" | "token_revoked";
                    };
                };
            };
            /** @description `permission_denied`: this account may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "permission_denied";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    token_revoke: {
        parameters: {
            query?: never;
            header?: {
                /** @description `web`: the refresh token is kept in an HttpOnly cookie and not in the body. */
                "X-Klangwerk-Client"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshInputRequest"];
            };
        };
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_authenticated";
                    };
                };
            };
            /** @description `permission_denied`: this account may not do that */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "permission_denied";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_list: {
        parameters: {
            query?: {
                /** @description true: only favourites; false: only others. */
                favourite?: boolean;
                /** @description Only what came of this order. */
                generation?: string;
                genre?: string;
                /** @description How many; never more than 200. */
                limit?: number;
                /** @description true: only loops; false: only others. */
                looping?: boolean;
                /** @description How many to skip. */
                offset?: number;
                /** @description Words that name, prompt, genre or key must contain. */
                search?: string;
                /** @description A minus turns it round. */
                sort?: "-bpm" | "-created" | "-duration" | "-name" | "-size" | "bpm" | "created" | "duration" | "name" | "size";
                /** @description Some of main, bass, chords, melody, percussion, joined by commas. */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaginatedTrackList"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackDetail"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_delete: {
        parameters: {
            query?: {
                /** @description Delete it although something uses it. */
                confirm?: boolean;
            };
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `track_in_use`: projects use the track; `extra` lists them; `confirm=true` deletes all the same */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "track_in_use";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_update: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedTrackPatchRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Track"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_download: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description `Location` works for a limited time. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_midi: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "audio/midi": string;
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_peaks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackPeaks"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    tracks_stems: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                track_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `storage_unavailable`: the store of the sounds does not answer; `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "storage_unavailable" | "unavailable";
                    };
                };
            };
        };
    };
    tracks_generate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TrackOrderRequest"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrackQueued"];
                };
            };
            /** @description `invalid_input`: fields are wrong; `extra.fields` maps each to its messages; `malformed_request`: the request is no JSON, or holds characters that cannot be stored; `tracks_kept_limit`: as many tracks with their stems are kept as may be; delete some */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_input" | "malformed_request" | "tracks_kept_limit";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `too_large`: the body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "too_large";
                    };
                };
            };
            /** @description `unsupported_media_type`: the body is not in a format that the address reads */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unsupported_media_type";
                    };
                };
            };
            /** @description `rate_limited`: too often; `Retry-After` says when it works again */
            429: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "rate_limited";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
    generations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Generation"];
                };
            };
            /** @description `malformed_request`: the request is no JSON, or holds characters that cannot be stored */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "malformed_request";
                    };
                };
            };
            /** @description `invalid_api_key`: the API key is unknown or was revoked; `invalid_token`: the token is not good, or too old; `not_authenticated`: no credentials were sent */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "invalid_api_key" | "invalid_token" | "not_authenticated";
                    };
                };
            };
            /** @description `not_found`: nothing is here, or it is another user's */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_found";
                    };
                };
            };
            /** @description `not_acceptable`: the address does not answer in the format that was asked for */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "not_acceptable";
                    };
                };
            };
            /** @description `internal_error`: a fault of the server; `extra.requestId` finds it in the log */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "internal_error";
                    };
                };
            };
            /** @description `unavailable`: not now; `Retry-After` says when to try again */
            503: {
                headers: {
                    /** @description Seconds after which to try again. */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"] & {
                        /** @enum {string} */
                        code?: "unavailable";
                    };
                };
            };
        };
    };
}
