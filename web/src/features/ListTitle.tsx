/** The title of a list, and how many stand in it. */

import styles from "./listTitle.module.css";

/** `count` in words; empty until it is known. */
export function ListTitle({ title, count }: { title: string; count: string }) {
  return (
    <h2>
      {title}{" "}
      <span className={[styles["count"], "tabular"].join(" ")} role="status">
        {count}
      </span>
    </h2>
  );
}
