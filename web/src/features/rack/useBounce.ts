/** Bouncing into a download, in the browser, or into the library, on the server. */

import { useCallback, useRef, useState } from "react";
import { FILE_KINDS, type BouncePlan } from "@/core/rack/bouncing";
import { presetRequest } from "@/core/rack/presets";
import { LAYERS, type Layer } from "@/core/rack/state";
import type { Bounced } from "@/audio/rack/types";
import { RENDERING_SHARE, stepsFromNow, type BounceStep, type TellStep } from "../bouncing";
import { useStudio, type Studio } from "../studio";

const DEFAULT_NAME = "Kick with Reverb";

export interface Bouncing {
  readonly progress: BounceStep | null;
  /** Throws what went wrong; false when it was cancelled. */
  download(plan: BouncePlan): Promise<boolean>;
  toLibrary(plan: BouncePlan): Promise<void>;
  cancel(): void;
}

export function useBounce(): Bouncing {
  const studio = useStudio();
  const [progress, setProgress] = useState<BounceStep | null>(null);
  const running = useRef<AbortController | null>(null);
  const cancel = useCallback(() => {
    running.current?.abort();
  }, []);
  const download = useCallback(
    async (plan: BouncePlan) => {
      const control = new AbortController();
      running.current = control;
      try {
        await downloadBounce(studio, plan, control.signal, stepsFromNow(setProgress));
        return true;
      } catch (problem) {
        if (control.signal.aborted) return false;
        throw problem;
      } finally {
        running.current = null;
        setProgress(null);
      }
    },
    [studio],
  );
  const toLibrary = useCallback(
    async ({ bars, ending, file, stems }: BouncePlan) => {
      const { patch, muted, soloed } = studio.rack.state.get();
      const { presetName, ...preset } = presetRequest(nameOf(studio), patch);
      const { format, bitDepth } = FILE_KINDS[file];
      const body = { name: presetName, preset, bars, ending, format, bitDepth, stems, muted: [...muted], soloed: [...soloed] };
      studio.work.apply(await studio.calls.bounceCreate(body));
    },
    [studio],
  );
  return { progress, download, toLibrary, cancel };
}

const nameOf = ({ rack }: Studio): string => rack.state.get().preset?.name ?? DEFAULT_NAME;

async function downloadBounce(studio: Studio, plan: BouncePlan, signal: AbortSignal, tell: TellStep): Promise<void> {
  const { patch, muted, soloed } = studio.rack.state.get();
  const name = nameOf(studio);
  const { bpm } = patch.values;
  tell("Rendering", 0);
  const writing = Promise.all([import("@/audio/files/formats"), import("@/audio/files/save")]);
  writing.catch(() => undefined); // told below, where it is waited for
  const bounced = await studio.bounce(
    { bars: plan.bars, ending: plan.ending, stems: plan.stems, muted, soloed },
    { signal, progress: (fraction) => { tell("Rendering", fraction * RENDERING_SHARE); } },
  );
  const [{ encode, FORMATS, ZIP_MIME_TYPE }, { save, bounceName }] = await writing;
  const kind = FILE_KINDS[plan.file];
  const files = channelsOf(bounced);
  const encoded: { name: string; pieces: Awaited<ReturnType<typeof encode>> }[] = [];
  for (const [layer, channels] of files) {
    const title = layer ? `${name} ${layer}` : name;
    const watch = {
      signal,
      progress: (fraction: number) => { tell("Writing the file", RENDERING_SHARE + ((1 - RENDERING_SHARE) * (encoded.length + fraction)) / files.length); },
    };
    const pieces = await encode({ channels, sampleRate_hz: bounced.sampleRate_hz }, kind, { title, software: "Klangwerk", bpm }, watch);
    encoded.push({ name: bounceName({ name, bpm, bars: plan.bars, extension: kind.format, ...(layer ? { layer } : {}) }), pieces });
  }
  const [mix] = encoded;
  if (!mix) return;
  if (!plan.stems) {
    save(mix.pieces, mix.name, FORMATS[kind.format].mimeType);
    return;
  }
  const { zipped } = await import("@/audio/files/zip");
  save(await zipped(encoded, { signal }), bounceName({ name, bpm, bars: plan.bars, extension: "zip" }), ZIP_MIME_TYPE);
}

/** The mix first. */
function channelsOf({ mix, stems }: Bounced): [Layer | null, Bounced["mix"]][] {
  return [[null, mix], ...(stems ? LAYERS.map((layer): [Layer, Bounced["mix"]] => [layer, stems[layer]]) : [])];
}

