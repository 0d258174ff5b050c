/** Whether what one sees is kept; and the choice when it was changed elsewhere. */

import { useState } from "react";
import { describeFailure } from "@/core/api/failure";
import type { SaveState } from "@/core/timeline/saver";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { useStore } from "@/ui/hooks";
import { Icon } from "@/ui/Icon";
import { NoticeBox } from "@/ui/parts";
import { useStudio } from "../studio";
import styles from "./page.module.css";

const WORDS: Record<SaveState["status"], string> = {
  saved: "Saved",
  unsaved: "Saving …",
  saving: "Saving …",
  offline: "Not saved yet: no connection. It is tried again by itself",
  conflict: "Changed elsewhere",
  gone: "Deleted elsewhere",
  refused: "Not saved",
};

export function SaveSign() {
  const { desk } = useStudio();
  const state = useStore(desk.saver.state);
  const [closed, setClosed] = useState<SaveState | null>(null);
  const asks = state.status === "conflict" || state.status === "gone";
  const bad = asks || state.status === "offline" || state.status === "refused";
  return (
    <>
      <span className={styles["save"]} data-bad={bad} role="status">
        <Icon name={bad ? "warning" : "check"} size={18} />
        <span className={bad ? styles["saveBad"] : styles["saveWords"]}>{state.status === "refused" ? `Not saved: ${state.message}` : WORDS[state.status]}</span>
      </span>
      {asks && closed === state ? (
        <Button small onClick={() => { setClosed(null); }}>
          Choose …
        </Button>
      ) : null}
      {asks && closed !== state ? <ConflictDialog gone={state.status === "gone"} onClose={() => { setClosed(state); }} /> : null}
    </>
  );
}

function ConflictDialog({ gone, onClose }: { gone: boolean; onClose(): void }) {
  const { desk } = useStudio();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = (action: () => Promise<void>) => {
    setBusy(true);
    action()
      .catch(setFailure)
      .finally(() => { setBusy(false); });
  };
  return (
    <Dialog title={gone ? "This project was deleted elsewhere" : "This project was changed elsewhere"} onClose={onClose}>
      <p>
        {gone
          ? "What you see here is on this page only. It can become a project of its own."
          : "In another tab or by another program, while you edited it here. Both cannot be kept in one project: load the other version, or keep yours as a project of its own. Nothing is lost until you choose."}
      </p>
      {failure === null ? null : (
        <NoticeBox tone="bad" title="That did not work">
          {describeFailure(failure, new Date()).body}
        </NoticeBox>
      )}
      <DialogFoot>
        {gone ? null : (
          <Button disabled={busy} onClick={() => { run(() => desk.takeTheirs()); }}>
            Load the other version
          </Button>
        )}
        <Button look="primary" disabled={busy} onClick={() => { run(() => desk.keepMine()); }}>
          {gone ? "Keep it as a new project" : "Keep mine as a copy"}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
