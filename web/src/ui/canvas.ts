/** Canvases of as many pixels as the screen shows of them. */

export interface Fitted {
  readonly context: CanvasRenderingContext2D;
  /** Pixels of the canvas to one of the page. */
  readonly ratio: number;
}

const RATIO_MAX = 2; // more is not seen, and costs

/** Gives a canvas the size that it has on the screen; null where there is none to draw on. */
export function fitCanvas(element: HTMLCanvasElement | null): Fitted | null {
  const context = element?.getContext("2d");
  if (!element || !context) return null;
  const ratio = Math.min(RATIO_MAX, window.devicePixelRatio);
  const width = Math.max(1, Math.round(element.clientWidth * ratio));
  const height = Math.max(1, Math.round(element.clientHeight * ratio));
  if (element.width !== width) element.width = width;
  if (element.height !== height) element.height = height;
  return { context, ratio };
}
