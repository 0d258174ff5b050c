/** The studio page: the instrument, its presets and kicks, and the loops that came out of it. */

import { useCallback, useEffect, useState } from "react";
import { Link } from "react-router";
import { describeFailure } from "@/core/api/failure";
import { FIRST_PLAN } from "@/core/rack/bouncing";
import { Button, buttonClass } from "@/ui/Button";
import { useTitle } from "@/ui/hooks";
import { NoticeBox } from "@/ui/parts";
import { keys, useStudio } from "../studio";
import { BounceDialog } from "./BounceDialog";
import { NO_KICKS, useIsGuest, useOwnKicks, usePresets, useSounds } from "./data";
import { KicksBar } from "./KicksBar";
import { KickSelector } from "./KickSelector";
import { Loops } from "./Loops";
import styles from "./page.module.css";
import { RackPanel } from "./panel/RackPanel";
import { PresetsBar } from "./PresetsBar";
import { useOpening } from "./useOpening";
import { useRackInStep } from "./useRackInStep";

export function RackPage() {
  useTitle("Studio");
  const guest = useIsGuest();
  const sounds = useSounds();
  const presets = usePresets();
  const kicks = useOwnKicks();
  const [wantsKicks, setWantsKicks] = useState(false);
  const generating = wantsKicks && !guest;
  const [bouncing, setBouncing] = useState(false);
  const [plan, setPlan] = useState(FIRST_PLAN);
  useBounceKey(useCallback(() => { setBouncing(true); }, []));
  useOpening(presets.data);
  useRackInStep({ sounds: sounds.data, presets: presets.data, kicks: kicks.all });

  const back = (
    <div className={styles["back"]}>
      <Button look="danger" icon="back" onClick={() => { setWantsKicks(false); }}>
        Back
      </Button>
    </div>
  );
  return (
    <div className={styles["page"]} data-generating={generating}>
      <h1 className="visually-hidden">Studio</h1>
      <RackPanel
        head={
          <div className={styles["head"]}>
            <Trouble failure={sounds.failure ?? presets.failure ?? kicks.failure} />
            <div className={styles["bars"]}>
              {generating ? <KicksBar kicks={kicks.data} stock={sounds.data?.kicks[0]?.name ?? ""} /> : <PresetsBar presets={presets.data} />}
              {guest ? <GuestNote /> : null}
              {guest || generating ? null : (
                <Button icon="kick" onClick={() => { setWantsKicks(true); }}>
                  Generate a kick
                </Button>
              )}
              <Button icon="bounce" title="Bounce bars to a file (Ctrl+B)" onClick={() => { setBouncing(true); }}>
                Bounce …
              </Button>
            </div>
          </div>
        }
        selector={generating ? back : <KickSelector sounds={sounds.data} kicks={kicks.data ?? NO_KICKS} />}
      />
      {guest ? null : <Loops />}
      {bouncing ? (
        <BounceDialog
          plan={plan}
          onPlan={(change) => { setPlan((old) => ({ ...old, ...change })); }}
          onClose={() => { setBouncing(false); }}
        />
      ) : null}
    </div>
  );
}

/** Ctrl+B, or ⌘B, unless a dialog is open. */
function useBounceKey(open: () => void): void {
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "b" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (document.querySelector("dialog[open]")) return;
      event.preventDefault();
      open();
    };
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("keydown", key);
    };
  }, [open]);
}

function GuestNote() {
  return (
    <p className={styles["guest"]}>
      <span>You hear the presets that are shared with everybody. Signing in brings presets of your own and kick generation.</span>
      <Link className={buttonClass("normal", true)} to="/welcome">
        Sign in
      </Link>
    </p>
  );
}

/** What of the server's could not be had; what is in the rack goes on sounding. */
function Trouble({ failure }: { failure: Error | null }) {
  const { queries } = useStudio();
  if (!failure) return null;
  const again = () => {
    for (const queryKey of [keys.sounds, keys.presets, keys.kickNames]) void queries.refetchQueries({ queryKey, predicate: ({ state }) => state.status === "error" });
  };
  return (
    <NoticeBox tone="bad" title="Presets and sounds could not be read" action={<Button small onClick={again}>Try again</Button>}>
      {describeFailure(failure, new Date()).body} What is in the rack stays.
    </NoticeBox>
  );
}
