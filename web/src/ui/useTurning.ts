/** What everything that is turned has in common: drag up and down (Shift: fine), wheel when focused, keys, a double-click back. */

import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from "react";
import { clamp } from "@/lib/numbers";

export interface Turning {
  /** 0 to 1. */
  at: number;
  /** How far a drag is for the whole way. */
  travel_px: number;
  onTurn(position: number): void;
  /** One press of an arrow key or one notch of the wheel; without it a hundredth of the way. */
  onStep?: ((way: -1 | 1, fine: boolean) => void) | undefined;
  onReset(): void;
  /** The person starts to type a value with this character, or with nothing yet. */
  onType(first: string): void;
  /** A finger touched it and left again without dragging. */
  onTap?: (() => void) | undefined;
  onGrab?: (() => void) | undefined;
  onRelease?: (() => void) | undefined;
  /** Enter is for others when it was not the keyboard that came here: who drags with the mouse may hold Enter for something else. */
  leavesEnter?: boolean | undefined;
}

const FINE = 0.125;
const STEP = 0.01;
const LARGE = 0.1;
const NOTCH_PX = 40; // touchpads send many small moves, wheels few large ones
const LINE_PX = 16;
const STILL_PX = 4;
const DOUBLE_MS = 350;

interface Drag {
  pointer: number;
  y: number;
  at: number;
  moved_px: number;
}

export function useTurning(element: RefObject<HTMLElement | null>, turning: Turning) {
  const { at, travel_px, onTurn, onReset, onType, onTap, onGrab, onRelease, leavesEnter = false } = turning;
  const drag = useRef<Drag | null>(null);
  const lastTap_ms = useRef(-Infinity);
  const byPointer = useRef(false);

  const step = (way: -1 | 1, fine: boolean) => {
    if (turning.onStep) turning.onStep(way, fine);
    else onTurn(clamp(at + way * STEP * (fine ? 0.1 : 1), 0, 1));
  };
  const latest = useRef(step);
  useEffect(() => {
    latest.current = step;
  });
  useEffect(() => {
    const target = element.current;
    let rolled_px = 0;
    const wheel = (event: WheelEvent) => {
      if (document.activeElement !== target || event.ctrlKey) return; // scrolling the page must not turn knobs
      event.preventDefault();
      const way_px = event.deltaY === 0 ? event.deltaX : event.deltaY; // Shift turns the wheel sideways
      rolled_px += event.deltaMode === WheelEvent.DOM_DELTA_LINE ? way_px * LINE_PX : way_px;
      if (Math.abs(rolled_px) < NOTCH_PX) return;
      latest.current(rolled_px < 0 ? 1 : -1, event.shiftKey);
      rolled_px = 0;
    };
    target?.addEventListener("wheel", wheel, { passive: false });
    return () => {
      target?.removeEventListener("wheel", wheel);
    };
  }, [element]);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || drag.current) return;
    byPointer.current = true;
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus({ preventScroll: true });
    drag.current = { pointer: event.pointerId, y: event.clientY, at, moved_px: 0 };
    onGrab?.();
  };
  const onPointerMove = (event: PointerEvent) => {
    const held = drag.current;
    if (held?.pointer !== event.pointerId) return;
    const way_px = held.y - event.clientY;
    if (way_px === 0) return;
    held.y = event.clientY;
    held.moved_px += Math.abs(way_px);
    if (event.pointerType === "touch" && held.moved_px < STILL_PX) return; // no finger stands still
    held.at = clamp(held.at + (way_px / travel_px) * (event.shiftKey ? FINE : 1), 0, 1);
    onTurn(held.at);
  };
  const letGo = (event: PointerEvent) => {
    const held = drag.current;
    if (held?.pointer !== event.pointerId) return;
    drag.current = null;
    onRelease?.();
    if (held.moved_px >= STILL_PX || event.type !== "pointerup") return;
    const second = event.timeStamp - lastTap_ms.current < DOUBLE_MS;
    lastTap_ms.current = second ? -Infinity : event.timeStamp;
    if (second) onReset();
    else if (event.pointerType === "touch") onTap?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Record<string, () => void> = {
      ArrowUp: () => { step(1, event.shiftKey); },
      ArrowRight: () => { step(1, event.shiftKey); },
      ArrowDown: () => { step(-1, event.shiftKey); },
      ArrowLeft: () => { step(-1, event.shiftKey); },
      PageUp: () => { onTurn(clamp(at + LARGE, 0, 1)); },
      PageDown: () => { onTurn(clamp(at - LARGE, 0, 1)); },
      Home: () => { onTurn(0); },
      End: () => { onTurn(1); },
      Delete: onReset,
      Backspace: onReset,
    };
    if (event.key === "Enter") {
      if (event.repeat || (leavesEnter && byPointer.current)) return;
      onType("");
    } else if (/^[\d.]$/.test(event.key)) onType(event.key);
    else if (moves[event.key]) {
      byPointer.current = false;
      moves[event.key]?.();
    } else return;
    event.preventDefault();
  };
  const onBlur = () => {
    byPointer.current = false;
  };

  return { onPointerDown, onPointerMove, onPointerUp: letGo, onPointerCancel: letGo, onLostPointerCapture: letGo, onKeyDown, onBlur };
}
