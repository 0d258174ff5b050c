/** The frame around every page: navigation, level and volume, running work, help, account, and the state of the line. */

import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { Link, NavLink, useNavigate } from "react-router";
import { LiveReader } from "@/audio/live";
import { describeFailure } from "@/core/api/failure";
import { Tray } from "@/features/work/Tray";
import { keys, useStudio } from "@/features/studio";
import { Button, buttonClass, IconButton } from "@/ui/Button";
import { useStore } from "@/ui/hooks";
import { Icon } from "@/ui/Icon";
import { Menu } from "@/ui/Menu";
import { Meter } from "@/ui/Meter";
import { Slider } from "@/ui/Slider";
import { Help } from "./Help";
import { SECTIONS } from "./sections";
import styles from "./shell.module.css";

export function Shell({ guest, children }: { guest: boolean; children: ReactNode }) {
  const [helping, setHelping] = useState(false);
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const typing = event.target instanceof Element && event.target.closest("input:not([type=range]), textarea, dialog") !== null;
      if (event.key === "?" && !typing) setHelping(true);
    };
    window.addEventListener("keydown", key);
    return () => {
      window.removeEventListener("keydown", key);
    };
  }, []);
  return (
    <>
      <a href="#main" className={styles["skip"]}>
        To the content
      </a>
      <header className={styles["bar"]}>
        <span className={styles["brand"]}>
          <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
            <path d="M3 16h3l2-9 4 18 4-14 3 9 2.500-6 1.500 2h6" fill="none" stroke="currentColor" strokeWidth="2.500" strokeLinecap="round" strokeLinejoin="round" />
          </svg>
          <span>Klangwerk</span>
        </span>
        <nav className={styles["nav"]} aria-label="Sections">
          {SECTIONS.map(({ path, label, icon }) => (
            <NavLink key={path} to={path} className={({ isActive }) => [styles["link"], isActive ? styles["current"] : ""].join(" ")}>
              <Icon name={icon} size={18} /> {label}
            </NavLink>
          ))}
        </nav>
        <Sounding />
        {guest ? null : <Tray />}
        <IconButton icon="help" label="Keys (?)" onClick={() => { setHelping(true); }} />
        {guest ? (
          <Link className={buttonClass("normal", true)} to="/welcome">
            Sign in
          </Link>
        ) : (
          <Account />
        )}
      </header>
      <Line guest={guest} />
      <main id="main" tabIndex={-1} className={styles["main"]}>
        {children}
      </main>
      {helping ? <Help onClose={() => { setHelping(false); }} /> : null}
    </>
  );
}

function Sounding() {
  const { player } = useStudio();
  const [reader] = useState(() => new LiveReader());
  const volume = useStore(player.volume);
  const context = useStore(player.state).status; // the meter starts with the first sound
  const read = useCallback(() => (player.analyser ? reader.level(player.analyser).peak : 0), [player, reader]);
  return (
    <div className={styles["sounding"]}>
      <Meter active={context !== "idle" || player.context !== null} read={read} />
      <Icon name="volume" size={18} />
      <Slider bare label="Volume" value={volume} low={0} high={1} step={0.01} reset={1} text={`${Math.round(volume * 100)} %`} onChange={(value) => { player.setVolume(value); }} />
    </div>
  );
}

function Account() {
  const { session, calls, flushDeletions, toasts } = useStudio();
  const navigate = useNavigate();
  const { data: me } = useQuery({ queryKey: keys.me, queryFn: calls.me, staleTime: 300_000 });
  const signOut = async () => {
    await flushDeletions();
    await session.signOut().catch((failure: unknown) => {
      toasts.fail("The studio was not told", describeFailure(failure, new Date()).body);
    });
  };
  return (
    <Menu
      icon="user"
      label={me ? `Account of ${me.username}` : "Account"}
      head={<p className={styles["who"]}>{me?.username ?? ""}</p>}
      items={[
        { label: "Account and limits", icon: "user", onChoose: () => void navigate("/account") },
        { label: "API keys", icon: "lock", onChoose: () => void navigate("/account") },
        null,
        { label: "Sign out", icon: "close", onChoose: () => void signOut() },
      ]}
    />
  );
}

const RETRY_MS = 4_000;

/** Says when the studio is away, and when it is back. */
function Line({ guest }: { guest: boolean }) {
  const { api, calls } = useStudio();
  const reachable = useStore(api.reachable);
  const look = useCallback(() => void (guest ? calls.sounds() : calls.me()).catch(() => undefined), [guest, calls]);
  useEffect(() => {
    if (reachable) return;
    const timer = setInterval(look, RETRY_MS);
    window.addEventListener("online", look);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", look);
    };
  }, [reachable, look]);
  if (reachable) return null;
  return (
    <div className={styles["line"]} role="alert">
      <Icon name="warning" size={18} />
      <span>
        <b>No connection to the studio.</b> What you made is kept there; sounds you have heard still play. Trying again every few seconds.
      </span>
      <Button small onClick={look}>
        Try now
      </Button>
    </div>
  );
}
