/** The ruler: bars and beats, and the loop. */

import { beatFrame, framesPerBeat, type Meter } from "@/core/timeline/grid";
import type { LoopRegion } from "@/core/timeline/types";
import { ACCENT, faded, LINE, MUTED, PANEL, TEXT } from "./colours";
import { gridStep } from "./drawLane";

export interface RulerPicture {
  readonly meter: Meter;
  readonly loop: LoopRegion;
  readonly from: number;
  readonly framesPerPx: number;
  readonly ratio: number;
}

export const LOOP_PX = 14;
const NUMBER_PX = 46;
const TICK_PX = 9;

export function drawRuler(context: CanvasRenderingContext2D, { meter, loop, from, framesPerPx, ratio }: RulerPicture): void {
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const width = context.canvas.width / ratio;
  const height = context.canvas.height / ratio;
  const x = (frame: number) => (frame - from) / framesPerPx;
  context.fillStyle = PANEL;
  context.fillRect(0, 0, width, height);
  const begin = x(loop.startFrames);
  const end = x(loop.stopFrames);
  context.fillStyle = loop.enabled ? faded(ACCENT, 0.14) : faded(MUTED, 0.08);
  context.fillRect(begin, 0, end - begin, height);
  context.fillStyle = loop.enabled ? ACCENT : faded(MUTED, 0.5);
  context.fillRect(begin, 2, end - begin, 4);
  for (const edge of [begin, end - 2]) context.fillRect(edge, 2, 2, LOOP_PX - 2);

  const step = gridStep(meter, framesPerPx, TICK_PX);
  const numbered = Math.max(gridStep(meter, framesPerPx, NUMBER_PX), 1);
  const first = Math.max(0, Math.floor(from / framesPerBeat(meter.bpm) / step));
  const last = Math.ceil((from + width * framesPerPx) / framesPerBeat(meter.bpm) / step);
  context.font = "11px system-ui, sans-serif";
  context.textBaseline = "alphabetic";
  for (let line = first; line <= last; line++) {
    const beats = line * step;
    const at = Math.round(x(beatFrame(beats, meter)));
    const onBar = beats % meter.beatsPerBar === 0;
    const hasNumber = beats % numbered === 0;
    context.fillStyle = onBar ? MUTED : LINE;
    context.fillRect(at, hasNumber ? LOOP_PX : height - (onBar ? 10 : 6), 1, height);
    if (!hasNumber) continue;
    context.fillStyle = onBar ? TEXT : MUTED;
    const bar = Math.floor(beats / meter.beatsPerBar) + 1;
    context.fillText(onBar ? String(bar) : `${bar}.${(beats % meter.beatsPerBar) + 1}`, at + 4, height - 8);
  }
  context.fillStyle = LINE;
  context.fillRect(0, height - 1, width, 1);
}
