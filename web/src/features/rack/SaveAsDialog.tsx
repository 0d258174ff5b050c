/** A name for what the rack is set to. */

import { useEffect, useRef, useState, type SyntheticEvent } from "react";
import { describeFailure, fieldMessages } from "@/core/api/failure";
import { keptName, nameProblem } from "@/core/rack/presets";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { NoticeBox } from "@/ui/parts";

interface SaveAsDialogProps {
  /** Why a new one is needed, if the person pressed Save. */
  reason: string | null;
  /** Names of the person's own presets. */
  taken: readonly string[];
  onSave(name: string): Promise<void>;
  onClose(): void;
}

export function SaveAsDialog({ reason, taken, onSave, onClose }: SaveAsDialogProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus(); // the dialog has put it on its first button
  }, []);
  const [name, setName] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ name: string; failure: unknown } | null>(null);
  const kept = keptName(name);
  const problem = nameProblem(name) ?? (taken.includes(kept) ? "You have a preset of this name. Choose another one." : null);
  const failure = refused?.name === kept ? refused.failure : null; // what was said of another name is past
  const fieldFailure = fieldMessages(failure)["presetName"];
  const error = fieldFailure ?? (problem !== null && (tried || kept !== "") ? problem : undefined);
  const notice = failure !== null && fieldFailure === undefined ? describeFailure(failure, new Date()) : null;

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (problem !== null || busy) return;
    setBusy(true);
    try {
      await onSave(kept);
      onClose();
    } catch (problemNow) {
      setRefused({ name: kept, failure: problemNow });
      setBusy(false);
    }
  };
  return (
    <Dialog title="Save as a preset" onClose={onClose}>
      <form style={{ display: "contents" }} onSubmit={submit} noValidate>
        {reason === null ? null : <p>{reason}</p>}
        <Field
          label="Name"
          ref={field}
          autoComplete="off"
          value={name}
          hint="Letters, digits and spaces, at most 32."
          error={error}
          onChange={(event) => { setName(event.target.value); }}
        />
        {notice ? (
          <NoticeBox tone="bad" title={`Not saved: ${notice.title}`}>
            {notice.body} What you set up stands as it is.
          </NoticeBox>
        ) : null}
        <DialogFoot>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit" disabled={busy}>
            {busy ? "Saving …" : "Save"}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  );
}
