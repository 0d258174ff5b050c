/** A vertical fader with marks: the same hands as a knob. */

import { useRef, type CSSProperties } from "react";
import styles from "./fader.module.css";
import { useSlider, type TurnedProps } from "./useSlider";

export interface FaderMark {
  /** 0 to 1. */
  readonly at: number;
  readonly text: string;
}

interface FaderProps extends TurnedProps {
  position: number;
  marks: readonly FaderMark[];
}

const TRAVEL_PX = 200;

export function Fader(props: FaderProps) {
  const { label, short, position, marks, keys } = props;
  const track = useRef<HTMLDivElement>(null);
  const { slider, field } = useSlider(track, position, TRAVEL_PX, props);
  return (
    <div className={styles["fader"]}>
      <span className={styles["label"]} aria-hidden="true">
        {short ?? label}
      </span>
      <div ref={track} className={styles["track"]} style={{ "--at": position } as CSSProperties} aria-orientation="vertical" {...slider}>
        <div className={styles["way"]} aria-hidden="true">
          <div className={styles["slot"]} />
          <div className={styles["filled"]} />
          {marks.map((mark) => (
            <span key={mark.text} className={styles["mark"]} style={{ bottom: `${mark.at * 100}%` }}>
              {mark.text}
            </span>
          ))}
          <div className={styles["cap"]} />
        </div>
        {keys ? (
          <span className={styles["keys"]} aria-hidden="true">
            <span>{keys[1]}</span>
            <span>{keys[0]}</span>
          </span>
        ) : null}
      </div>
      {field}
    </div>
  );
}
