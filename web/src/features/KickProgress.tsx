/** How far the kick is that is being made, as the live events tell it, and the way to stop it. */

import { workStep } from "@/core/events/work";
import { Button } from "@/ui/Button";
import { Progress } from "@/ui/parts";
import { useKickWork } from "./making";

export function KickProgress({ label, className }: { label: string; className: string | undefined }) {
  const running = useKickWork();
  if (!running) return <Progress label={label} percent={0} words="Sending the prompt" />;
  const { job, stop } = running;
  return (
    <div className={className}>
      <Progress label={label} percent={job.progress} words={workStep(job)} end={`${Math.round(job.progress)} %`} />
      <Button small look="quiet" onClick={stop}>
        Stop
      </Button>
    </div>
  );
}
