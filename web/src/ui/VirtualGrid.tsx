/** A grid of equal cards of which only those near the screen exist: ten thousand are as quick as ten. */

import { Fragment, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from "react";
import styles from "./virtualGrid.module.css";

interface VirtualGridProps {
  count: number;
  cardHeight_px: number;
  cardMinWidth_px: number;
  render(index: number): ReactNode;
  /** First and one past the last index that exists now. */
  onRange(first: number, end: number): void;
  label: string;
  /** Something as wide as the grid, open below the row of one card. */
  insert?: { after: number; node: ReactNode } | null;
}

const GAP_PX = 12;
const MARGIN_PX = 500;

interface Extent {
  columns: number;
  first: number;
  end: number;
}

export function VirtualGrid({ count, cardHeight_px, cardMinWidth_px, render, onRange, label, insert = null }: VirtualGridProps) {
  const box = useRef<HTMLUListElement>(null);
  const [inserted_px, setInserted] = useState(0);
  const extra_px = insert === null ? 0 : inserted_px + GAP_PX;
  const [{ columns, first, end }, setExtent] = useState<Extent>({ columns: 1, first: 0, end: Math.min(count, 12) });
  const rowHeight_px = cardHeight_px + GAP_PX;

  useLayoutEffect(() => {
    const measure = () => {
      const element = box.current;
      if (!element) return;
      const { top, width } = element.getBoundingClientRect();
      const fits = Math.max(1, Math.floor((width + GAP_PX) / (cardMinWidth_px + GAP_PX)));
      const firstRow = Math.max(0, Math.floor((-top - MARGIN_PX - extra_px) / rowHeight_px));
      const endRow = Math.max(firstRow + 1, Math.ceil((window.innerHeight - top + MARGIN_PX) / rowHeight_px));
      const next = { columns: fits, first: Math.min(count, firstRow * fits), end: Math.min(count, endRow * fits) };
      setExtent((old) => (old.columns === next.columns && old.first === next.first && old.end === next.end ? old : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (box.current) observer.observe(box.current);
    observer.observe(document.body); // what stands above the list may grow
    window.addEventListener("scroll", measure, { passive: true });
    window.addEventListener("resize", measure);
    return () => {
      observer.disconnect();
      window.removeEventListener("scroll", measure);
      window.removeEventListener("resize", measure);
    };
  }, [count, rowHeight_px, cardMinWidth_px, extra_px]);

  useEffect(() => {
    onRange(first, end);
  }, [first, end, onRange]);

  const rows = Math.ceil(count / columns);
  const insertRow = insert === null ? rows : Math.floor(insert.after / columns);
  const shown = Array.from({ length: Math.max(0, Math.min(end, count) - first) }, (_, offset) => first + offset);
  return (
    <ul ref={box} className={styles["grid"]} aria-label={label} style={{ height: Math.max(0, rows * rowHeight_px - GAP_PX + extra_px) }}>
      {shown.map((index) => {
        const column = index % columns;
        const row = Math.floor(index / columns);
        return (
          <Fragment key={index}>
            <li
              className={styles["cell"]}
              aria-setsize={count}
              aria-posinset={index + 1}
              style={{
                top: row * rowHeight_px + (row > insertRow ? extra_px : 0),
                height: cardHeight_px,
                left: `calc((100% + ${GAP_PX}px) / ${columns} * ${column})`,
                width: `calc((100% + ${GAP_PX}px) / ${columns} - ${GAP_PX}px)`,
              }}
            >
              {render(index)}
            </li>
            {index === insert?.after ? (
              <Insert top_px={(row + 1) * rowHeight_px} onHeight={setInserted}>
                {insert.node}
              </Insert>
            ) : null}
          </Fragment>
        );
      })}
    </ul>
  );
}

function Insert({ top_px, onHeight, children }: { top_px: number; onHeight(height_px: number): void; children: ReactNode }) {
  const element = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => { onHeight(measured.offsetHeight); };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [onHeight]);
  return (
    <li ref={element} className={styles["insert"]} style={{ top: top_px }}>
      {children}
    </li>
  );
}
