/** API keys: made here, shown once, revoked with one click. */

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type SyntheticEvent } from "react";
import { describeFailure, fieldMessages } from "@/core/api/failure";
import type { ApiKey } from "@/core/api/types";
import { formatAgo } from "@/core/format";
import { Button } from "@/ui/Button";
import { Dialog, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { NoticeBox } from "@/ui/parts";
import { keys, useStudio } from "../studio";
import styles from "./account.module.css";

export function ApiKeys() {
  const { calls, queries, toasts } = useStudio();
  const { data, error } = useQuery({ queryKey: keys.apiKeys, queryFn: calls.keys });
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: keys.apiKeys });
  const revoke = useMutation({
    mutationFn: calls.keyRevoke,
    onSuccess: () => {
      toasts.show("The key no longer works.");
      return refresh();
    },
    onError: (failure) => {
      toasts.fail("The key could not be revoked", describeFailure(failure, new Date()).body);
    },
  });
  return (
    <section className={styles["block"]} aria-label="API keys">
      <h2>API keys</h2>
      <p className={styles["muted"]}>
        For programs of yours. Send one as <code>X-API-Key</code>; what the API can do stands in its{" "}
        <a href="/api/docs/" target="_blank" rel="noreferrer">
          documentation
        </a>
        .
      </p>
      {made ? <Made value={made} onDone={() => { setMade(null); }} /> : <NewKey onMade={(key) => { setMade(key); void refresh(); }} />}
      {error && !data ? (
        <NoticeBox tone="bad" title="The keys could not be listed">
          {describeFailure(error, new Date()).body}
        </NoticeBox>
      ) : null}
      <ul className={styles["keys"]}>
        {data?.map((key) => (
          <li key={key.id} className={styles["key"]}>
            <div>
              <b>{key.name}</b>
              <p className={styles["muted"]}>
                <code>{key.prefix}…</code> · made {formatAgo(new Date(key.createdAt), new Date())} ·{" "}
                {key.lastUsedAt ? `used ${formatAgo(new Date(key.lastUsedAt), new Date())}` : "never used"}
              </p>
            </div>
            <Button small look="danger" aria-label={`Revoke ${key.name}`} onClick={() => { setRevoking(key); }}>
              Revoke
            </Button>
          </li>
        ))}
      </ul>
      {revoking ? (
        <Dialog title={`Revoke “${revoking.name}”?`} onClose={() => { setRevoking(null); }}>
          <p>Programs that use it are refused from now on. This cannot be undone; you can make another key.</p>
          <DialogFoot>
            <Button onClick={() => { setRevoking(null); }}>Keep it</Button>
            <Button
              look="danger"
              onClick={() => {
                revoke.mutate(revoking.id);
                setRevoking(null);
              }}
            >
              Revoke the key
            </Button>
          </DialogFoot>
        </Dialog>
      ) : null}
    </section>
  );
}

function NewKey({ onMade }: { onMade(key: string): void }) {
  const { calls } = useStudio();
  const [name, setName] = useState("");
  const create = useMutation({ mutationFn: calls.keyCreate, onSuccess: ({ key }) => { onMade(key); } });
  const messages = fieldMessages(create.error);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (name.trim() !== "") create.mutate(name.trim());
  };
  return (
    <form className={styles["newKey"]} onSubmit={submit}>
      <Field
        label="What is it for?"
        placeholder="My sampler script"
        maxLength={64}
        value={name}
        error={create.error ? (messages["name"] ?? describeFailure(create.error, new Date()).body) : undefined}
        onChange={(event) => { setName(event.target.value); }}
      />
      <Button type="submit" disabled={create.isPending}>
        Make a key
      </Button>
    </form>
  );
}

function Made({ value, onDone }: { value: string; onDone(): void }) {
  const { toasts } = useStudio();
  const copy = () => {
    navigator.clipboard.writeText(value).then(
      () => { toasts.show("Copied."); },
      () => { toasts.fail("It could not be copied", "Select the key and copy it by hand."); },
    );
  };
  return (
    <div className={styles["made"]}>
      <p>
        <b>This is the key. It is shown only now</b>, so put it where it is needed before you go on.
      </p>
      <code className={styles["secret"]} data-testid="api-key">
        {value}
      </code>
      <div className={styles["row"]}>
        <Button icon="copy" onClick={copy}>
          Copy
        </Button>
        <Button look="quiet" onClick={onDone}>
          I have it
        </Button>
      </div>
    </div>
  );
}
