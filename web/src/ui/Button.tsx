/** Buttons: with words, with an icon, and the round one that plays. */

import type { ButtonHTMLAttributes, ReactNode, Ref } from "react";
import styles from "./button.module.css";
import { Icon, type IconName } from "./Icon";

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className">;
type Look = "normal" | "primary" | "quiet" | "danger";

export const buttonClass = (look: Look = "normal", small = false): string =>
  [styles["button"], look === "normal" ? "" : styles[look], small ? styles["small"] : ""].join(" ");

interface ButtonProps extends Native {
  look?: Look;
  small?: boolean;
  icon?: IconName;
  ref?: Ref<HTMLButtonElement>;
  children: ReactNode;
}

export function Button({ look = "normal", small = false, icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={buttonClass(look, small)}>
      {icon ? <Icon name={icon} size={small ? 18 : 20} /> : null}
      {children}
    </button>
  );
}

interface IconButtonProps extends Native {
  icon: IconName;
  label: string;
  small?: boolean;
  /** Shown as switched on, such as a favourite. */
  on?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, small = false, on = false, ...rest }: IconButtonProps) {
  const className = [buttonClass("quiet", small), styles["icon"], on ? styles["on"] : ""].join(" ");
  return (
    <button type="button" title={label} {...rest} aria-label={label} className={className}>
      <Icon name={icon} size={small ? 18 : 20} />
    </button>
  );
}

interface PlayButtonProps extends Native {
  playing: boolean;
  /** What it plays. */
  of: string;
  large?: boolean;
  small?: boolean;
  /** It goes on where it was stopped. */
  pauses?: boolean;
}

export function PlayButton({ playing, of, large = false, small = false, pauses = false, ...rest }: PlayButtonProps) {
  const className = [styles["play"], large ? styles["large"] : "", small ? styles["smallPlay"] : ""].join(" ");
  const end = pauses ? "Pause" : "Stop";
  return (
    <button type="button" {...rest} aria-label={`${playing ? end : "Play"} ${of}`} data-playing={playing} className={className}>
      <Icon name={!playing ? "play" : pauses ? "pause" : "stop"} size={large ? 26 : small ? 18 : 20} />
    </button>
  );
}
