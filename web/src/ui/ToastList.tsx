/** Where toasts appear. */

import { Button, IconButton } from "./Button";
import { useStore } from "./hooks";
import styles from "./toast.module.css";
import type { Toasts } from "./toasts";

export function ToastList({ toasts }: { toasts: Toasts }) {
  const list = useStore(toasts.list);
  return (
    <div className={styles["toasts"]} role="status" aria-live="polite">
      {list.map((toast) => (
        <div key={toast.id} className={[styles["toast"], toast.tone === "bad" ? styles["bad"] : ""].join(" ")}>
          <div className={styles["text"]}>
            {toast.tone === "bad" ? <strong>{toast.text}</strong> : toast.text}
            {toast.detail ? <p>{toast.detail}</p> : null}
          </div>
          {toast.action ? (
            <Button
              small
              onClick={() => {
                toast.action?.run();
                toasts.dismiss(toast.id);
              }}
            >
              {toast.action.label}
            </Button>
          ) : null}
          <IconButton
            small
            icon="close"
            label="Dismiss"
            onClick={() => {
              toasts.dismiss(toast.id);
            }}
          />
        </div>
      ))}
    </div>
  );
}
