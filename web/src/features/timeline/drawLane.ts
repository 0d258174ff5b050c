/** The picture of one lane: grid, clips with their waveforms, fades. Only what is in sight is drawn. */

import { fadeGain } from "@/core/timeline/clips";
import { beatFrame, framesPerBeat, type Meter } from "@/core/timeline/grid";
import { levelFor, type Outlines } from "@/core/timeline/peaks";
import type { Ids } from "@/core/timeline/edits";
import type { Assets } from "@/core/timeline/store";
import { endOf, framesOf, gainOf, type Clip, type SoundAsset, type Track } from "@/core/timeline/types";
import type { SoundState } from "@/audio/timeline/sounds";
import { clamp } from "@/lib/numbers";
import { ACCENT, DANGER, faded, FAINT, GROUND, LINE, MUTED, TEXT } from "./colours";
import { SOUND_COLOURS } from "@/ui/soundColours";

export interface LanePicture {
  readonly track: Track;
  readonly meter: Meter;
  readonly assets: Assets;
  readonly states: ReadonlyMap<string, SoundState>;
  readonly selection: Ids;
  readonly outlines: Outlines;
  /** The first frame in sight. */
  readonly from: number;
  readonly framesPerPx: number;
  readonly heard: boolean;
  readonly ratio: number;
}

const HEAD_PX = 18;
const NAME_ROOM_PX = 26;
const ROUND_PX = 4;
const GRID_MIN_PX = 10;
const HANDLE_PX = 3;

export function drawLane(context: CanvasRenderingContext2D, picture: LanePicture): void {
  const { canvas } = context;
  const { ratio, from, framesPerPx, track, selection } = picture;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const width = canvas.width / ratio;
  const height = canvas.height / ratio;
  context.fillStyle = GROUND;
  context.fillRect(0, 0, width, height);
  drawGrid(context, picture, width, height);
  context.fillStyle = LINE;
  context.fillRect(0, height - 1, width, 1);
  const to = from + width * framesPerPx;
  const seen = track.clips.filter((clip) => clip.startFrames < to && endOf(clip) > from);
  context.globalAlpha = picture.heard ? 1 : 0.42;
  for (const clip of seen) if (!selection.has(clip.id)) drawClip(context, picture, clip, width, height);
  for (const clip of seen) if (selection.has(clip.id)) drawClip(context, picture, clip, width, height);
  context.globalAlpha = 1;
}

/** How many beats lie between two lines that are drawn, so that they do not crowd. */
export function gridStep({ bpm, beatsPerBar }: Meter, framesPerPx: number, least_px: number): number {
  const beat_px = framesPerBeat(bpm) / framesPerPx;
  for (const beats of [1 / 4, 1 / 2, 1]) if (beat_px * beats >= least_px) return beats;
  let beats = beatsPerBar;
  while (beat_px * beats < least_px) beats *= 2;
  return beats;
}

function drawGrid(context: CanvasRenderingContext2D, { meter, from, framesPerPx }: LanePicture, width: number, height: number): void {
  const step = gridStep(meter, framesPerPx, GRID_MIN_PX);
  const beat = framesPerBeat(meter.bpm);
  const first = Math.max(0, Math.floor(from / beat / step));
  const last = Math.ceil((from + width * framesPerPx) / beat / step);
  for (let line = first; line <= last; line++) {
    const beats = line * step;
    const onBar = beats % meter.beatsPerBar === 0;
    context.fillStyle = onBar ? LINE : FAINT;
    context.fillRect(Math.round((beatFrame(beats, meter) - from) / framesPerPx), 0, 1, height);
  }
}

function drawClip(context: CanvasRenderingContext2D, picture: LanePicture, clip: Clip, width: number, height: number): void {
  const { from, framesPerPx, selection, assets, states, track } = picture;
  const asset = assets[clip.assetId];
  const failed = asset?.missing === true || states.get(clip.assetId) === "failed";
  const colour = failed ? DANGER : SOUND_COLOURS[asset?.type ?? track.type];
  const selected = selection.has(clip.id);
  const left = (clip.startFrames - from) / framesPerPx;
  const right = (endOf(clip) - from) / framesPerPx;
  const x = Math.max(-8, left);
  const w = Math.max(1.5, Math.min(width + 8, right) - x);
  const top = 3;
  const h = height - 7;
  if (w < NAME_ROOM_PX) {
    drawNarrow(context, picture, clip, asset, colour, { x, w, top, height: h });
    return;
  }
  context.save();
  context.beginPath();
  context.roundRect(x, top, w, h, Math.min(ROUND_PX, w / 2));
  context.fillStyle = GROUND;
  context.fill(); // what lies below does not shine through
  context.fillStyle = faded(colour, selected ? 0.34 : 0.2);
  context.fill();
  context.save();
  context.clip();
  if (asset && w > 2) drawWave(context, picture, clip, asset, colour, { x, w, top: top + HEAD_PX, height: h - HEAD_PX });
  context.fillStyle = faded(colour, selected ? 0.55 : 0.32);
  context.fillRect(x, top, w, HEAD_PX - 2);
  drawFades(context, picture, clip, top, h, selected);
  if (w > NAME_ROOM_PX) {
    context.fillStyle = TEXT;
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    const word = failed ? `${clip.name} – no sound` : states.get(clip.assetId) === "loading" ? `${clip.name} …` : clip.name;
    context.fillText(word, Math.max(left, 0) + 6, top + HEAD_PX / 2, Math.max(1, 4_000));
  }
  context.restore();
  context.beginPath();
  context.roundRect(x + 0.5, top + 0.5, Math.max(1, w - 1), h - 1, Math.min(ROUND_PX, w / 2));
  context.strokeStyle = selected ? TEXT : faded(colour, 0.75);
  context.lineWidth = selected ? 1.5 : 1;
  context.stroke();
  context.restore();
}

/** Without corners, name and curves, which nobody would see: of such clips there may be thousands in sight. */
function drawNarrow(context: CanvasRenderingContext2D, picture: LanePicture, clip: Clip, asset: SoundAsset | undefined, colour: string, box: Box): void {
  const { x, w, top, height } = box;
  const selected = picture.selection.has(clip.id);
  context.fillStyle = selected ? TEXT : faded(colour, 0.75);
  context.fillRect(x, top, w, height);
  context.fillStyle = GROUND;
  context.fillRect(x + 1, top + 1, w - 2, height - 2);
  context.fillStyle = faded(colour, selected ? 0.4 : 0.2);
  context.fillRect(x + 1, top + 1, w - 2, height - 2);
  context.fillRect(x + 1, top + 1, w - 2, HEAD_PX - 3);
  if (asset && w > 2) drawWave(context, picture, clip, asset, colour, { x, w, top: top + HEAD_PX, height: height - HEAD_PX });
}

interface Box {
  readonly x: number;
  readonly w: number;
  readonly top: number;
  readonly height: number;
}

function drawWave(context: CanvasRenderingContext2D, { from, framesPerPx, outlines }: LanePicture, clip: Clip, asset: SoundAsset, colour: string, { x, w, top, height }: Box): void {
  const whole = framesOf(asset);
  const { low, high } = levelFor(outlines.get(clip.assetId, asset.peaks), whole / framesPerPx);
  if (low.length === 0 || whole <= 0) return;
  const middle = top + height / 2;
  const reach = (height / 2 - 2) * Math.min(2, gainOf(clip.gainDb));
  const perFrame = low.length / whole;
  const first = Math.max(0, Math.floor(x));
  const last = Math.min(x + w, context.canvas.width);
  context.fillStyle = colour;
  context.beginPath();
  for (let px = first; px < last; px++) {
    const begin = from + px * framesPerPx - clip.startFrames;
    const gain = reach * fadeGain(clip, clamp(begin, 0, clip.lengthFrames));
    let at = Math.floor((begin + clip.offsetFrames) * perFrame);
    const end = Math.max(at + 1, Math.floor((begin + framesPerPx + clip.offsetFrames) * perFrame));
    let lowest = 0;
    let highest = 0;
    for (at = Math.max(0, at); at < end; at++) {
      lowest = Math.min(lowest, low[at] ?? 0);
      highest = Math.max(highest, high[at] ?? 0);
    }
    const up = Math.min(height / 2 - 1, highest * gain);
    const down = Math.min(height / 2 - 1, -lowest * gain);
    context.rect(px, middle - up, 1, Math.max(1, up + down));
  }
  context.fill();
}

/** The fades as the curves that they are, and handles where they can be taken hold of. */
function drawFades(context: CanvasRenderingContext2D, { from, framesPerPx }: LanePicture, clip: Clip, top: number, height: number, selected: boolean): void {
  const x = (frame: number) => (clip.startFrames + frame - from) / framesPerPx;
  const below = (first: number, last: number) => {
    const steps = clamp(Math.round((last - first) / framesPerPx / 3), 2, 64);
    context.beginPath();
    context.moveTo(x(first), top);
    for (let i = 0; i <= steps; i++) {
      const frame = first + ((last - first) * i) / steps;
      context.lineTo(x(frame), top + height * (1 - fadeGain(clip, frame)));
    }
    context.lineTo(x(last), top);
    context.closePath();
    context.fillStyle = faded(GROUND, 0.55);
    context.fill();
    context.strokeStyle = faded(TEXT, 0.7);
    context.lineWidth = 1;
    context.stroke();
  };
  if (clip.fadeInFrames > 0) below(0, clip.fadeInFrames);
  if (clip.fadeOutFrames > 0) below(clip.lengthFrames - clip.fadeOutFrames, clip.lengthFrames);
  if (!selected || clip.lengthFrames / framesPerPx < NAME_ROOM_PX) return;
  context.fillStyle = ACCENT;
  for (const at of [Math.max(x(clip.fadeInFrames), x(0) + 5), Math.min(x(clip.lengthFrames - clip.fadeOutFrames), x(clip.lengthFrames) - 5)]) {
    context.beginPath();
    context.arc(at, top + 5, HANDLE_PX, 0, 2 * Math.PI);
    context.fill();
  }
  context.fillStyle = MUTED;
}
