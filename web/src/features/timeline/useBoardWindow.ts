/** Keeps the view informed of what the board shows, and the board where the view wants it: scrolling, sizes, zoom by wheel. */

import { useEffect, useLayoutEffect, type RefObject } from "react";
import { arrangementEnd } from "@/core/timeline/types";
import { useStore } from "@/ui/hooks";
import { useStudio } from "../studio";
import { useTimeline } from "./context";

const WHEEL = 0.0022; // of the logarithm of the zoom, a px of wheel
const LINE_PX = 16;

export function useBoardWindow(scroller: RefObject<HTMLElement | null>, lanes: RefObject<HTMLElement | null>, width_px: number): void {
  const { view } = useTimeline();
  const { desk } = useStudio();
  const zoom = useStore(view.zoom);
  useLayoutEffect(() => {
    if (scroller.current && lanes.current) view.attach({ scroller: scroller.current, lanes: lanes.current });
    view.settle();
  }, [view, scroller, lanes, zoom, width_px]);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => { view.look(); };
    const byHand = () => { view.follow(false); };
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) {
        if (event.deltaX !== 0 || event.shiftKey) byHand();
        return;
      }
      event.preventDefault();
      const by_px = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
      view.zoomTo(view.zoom.get() * Math.exp(-by_px * WHEEL), arrangementEnd(desk.store.now), view.frame(event.clientX - view.lanesAt().left));
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    element.addEventListener("wheel", wheel, { passive: false });
    element.addEventListener("touchmove", byHand, { passive: true });
    look();
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
      element.removeEventListener("wheel", wheel);
      element.removeEventListener("touchmove", byHand);
      view.attach(null);
    };
  }, [view, scroller, desk]);
}
