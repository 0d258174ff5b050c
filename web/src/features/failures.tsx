/** What could not be read or made, said where it would stand, with the way on. */

import { ApiFailure, describeFailure } from "@/core/api/failure";
import { Button } from "@/ui/Button";
import { NoticeBox } from "@/ui/parts";

interface ReadFailureProps {
  /** What did not work, in a sentence. */
  title: string;
  failure: Error;
  onAgain(): void;
}

export function ReadFailure({ title, failure, onAgain }: ReadFailureProps) {
  return (
    <NoticeBox tone="bad" title={title} action={<Button small onClick={onAgain}>Try again</Button>}>
      {describeFailure(failure, new Date()).body}
    </NoticeBox>
  );
}

/** Too many orders are no fault of anybody's, so they only warn. */
export function OrderFailure({ failure, onDismiss }: { failure: unknown; onDismiss(): void }) {
  const { title, body } = describeFailure(failure, new Date());
  return (
    <NoticeBox
      tone={failure instanceof ApiFailure && failure.status === 429 ? "warning" : "bad"}
      title={title}
      action={
        <Button small look="quiet" onClick={onDismiss}>
          Dismiss
        </Button>
      }
    >
      {body}
    </NoticeBox>
  );
}
