/** The account: who it is, what it may do, and its keys for programs. */

import { useQuery } from "@tanstack/react-query";
import { ALL_KICKS } from "@/core/api/endpoints";
import { describeFailure } from "@/core/api/failure";
import { formatUntil } from "@/core/format";
import { useTitle } from "@/ui/hooks";
import { NoticeBox } from "@/ui/parts";
import { keys, useStudio } from "../studio";
import styles from "./account.module.css";
import { ApiKeys } from "./ApiKeys";

export function AccountPage() {
  useTitle("Account");
  const { calls } = useStudio();
  const { data: me, error } = useQuery({ queryKey: keys.me, queryFn: calls.me });
  return (
    <div className={styles["page"]}>
      <h1>Account</h1>
      {error && !me ? (
        <NoticeBox tone="bad" title="Your account could not be read">
          {describeFailure(error, new Date()).body}
        </NoticeBox>
      ) : null}
      {me ? (
        <section className={styles["block"]} aria-label="You">
          <h2>{me.username}</h2>
          <p className={styles["muted"]}>
            {me.isOwner ? "Owner of this machine." : null} {me.email}
          </p>
          <Limits unlimited={me.unlimited} />
        </section>
      ) : null}
      <ApiKeys />
    </div>
  );
}

function Limits({ unlimited }: { unlimited: boolean }) {
  const { calls } = useStudio();
  const { data } = useQuery({ queryKey: keys.allowance, queryFn: () => calls.kicks(ALL_KICKS, 1, 0) });
  if (!data) return null;
  const { remainingGensToday, dailyLimit, totalGensCount, keptLimit, resetsAt } = data;
  return (
    <dl className={[styles["limits"], "tabular"].join(" ")}>
      <div>
        <dt>Kicks today</dt>
        <dd>{unlimited || dailyLimit === null || remainingGensToday === null ? "no limit" : `${remainingGensToday} of ${dailyLimit} left`}</dd>
        {dailyLimit !== null && !unlimited ? <dd className={styles["muted"]}>anew {formatUntil(new Date(resetsAt), new Date())}</dd> : null}
      </div>
      <div>
        <dt>Kicks kept</dt>
        <dd>{unlimited || keptLimit === null ? totalGensCount.toLocaleString("en") : `${totalGensCount} of ${keptLimit}`}</dd>
      </div>
    </dl>
  );
}
