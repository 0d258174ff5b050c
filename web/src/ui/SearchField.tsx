/** A field to search with. */

import type { InputHTMLAttributes, Ref } from "react";
import { inputClass } from "./Field";
import { Icon } from "./Icon";
import styles from "./searchField.module.css";

interface SearchFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "className" | "onChange"> {
  label: string;
  /** Of the box around it: how it stands among its neighbours. */
  className?: string | undefined;
  onChange(text: string): void;
  ref?: Ref<HTMLInputElement>;
}

export function SearchField({ label, className, onChange, ...rest }: SearchFieldProps) {
  return (
    <div className={[styles["search"], className].join(" ")}>
      <Icon name="search" size={18} />
      <input {...rest} className={inputClass} type="search" aria-label={label} onChange={(event) => { onChange(event.target.value); }} />
    </div>
  );
}
