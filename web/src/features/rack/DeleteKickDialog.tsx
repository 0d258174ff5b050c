/** Asks before a kick goes for good, and once more when presets use it. */

import { useState } from "react";
import { ApiFailure, describeFailure } from "@/core/api/failure";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { NoticeBox } from "@/ui/parts";
import { useStudio } from "../studio";
import styles from "./dialogs.module.css";
import type { NamedKick } from "./data";

interface DeleteKickDialogProps {
  kick: NamedKick;
  onDeleted(): void;
  onClose(): void;
}

export function DeleteKickDialog({ kick, onDeleted, onClose }: DeleteKickDialogProps) {
  const { kickDelete, presetsChanged, toasts } = useStudio();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const users = failure instanceof ApiFailure && failure.code === "kick_in_use" ? presetsOf(failure) : null;

  const remove = async () => {
    setBusy(true);
    try {
      await kickDelete(kick.id, users === null ? {} : { confirm: true });
    } catch (problem) {
      if (!(problem instanceof ApiFailure && problem.status === 404)) { // gone is gone
        setBusy(false);
        setFailure(problem);
        return;
      }
    }
    if (users !== null) presetsChanged();
    toasts.show(`“${kick.name}” is deleted.`);
    onDeleted();
  };
  const notice = failure !== null && users === null ? describeFailure(failure, new Date()) : null;
  return (
    <Dialog title={`Delete “${kick.name}”?`} onClose={onClose}>
      {users === null ? (
        <p>The kick is gone for good. It cannot be brought back, and does not give a generation back.</p>
      ) : (
        <>
          <p>{users.own.length > 0 ? "These presets of yours use it, and go with it:" : "It is used elsewhere:"}</p>
          {users.own.length > 0 ? (
            <ul className={styles["names"]} aria-label="Presets that use the kick">
              {users.own.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          ) : null}
          {users.others > 0 ? (
            <p>{users.others === 1 ? "One preset of somebody else uses it and gets" : `${users.others} presets of other people use it and get`} a stock kick.</p>
          ) : null}
        </>
      )}
      {notice ? (
        <NoticeBox tone="bad" title={notice.title}>
          {notice.body}
        </NoticeBox>
      ) : null}
      <DialogFoot>
        <Button onClick={onClose}>Keep it</Button>
        <Button look="danger" icon="trash" disabled={busy} onClick={() => void remove()}>
          {users === null ? "Delete the kick" : users.own.length > 0 ? "Delete with its presets" : "Delete it anyway"}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** Who uses the kick, as the refusal tells it. */
function presetsOf({ extra }: ApiFailure): { own: string[]; others: number } {
  const { presets, ofOthers } = extra as { presets?: { name: string }[]; ofOthers?: { presets?: number } };
  return { own: presets?.map(({ name }) => name) ?? [], others: ofOthers?.presets ?? 0 };
}
