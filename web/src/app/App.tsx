/** Pages and who may see them. */

import { Component, useEffect, useState, type ReactNode } from "react";
import { Link, Navigate, Outlet, Route, Routes, useLocation } from "react-router";
import { AccountPage } from "@/features/account/AccountPage";
import { SignInPage } from "@/features/account/SignInPage";
import { KicksPage } from "@/features/kicks/KicksPage";
import { RackPage } from "@/features/rack/RackPage";
import { TimelinePage } from "@/features/timeline/TimelinePage";
import { TracksPage } from "@/features/tracks/TracksPage";
import { useStudio } from "@/features/studio";
import { Button, buttonClass } from "@/ui/Button";
import { useStore, useTitle } from "@/ui/hooks";
import { EmptyState } from "@/ui/parts";
import { ToastList } from "@/ui/ToastList";
import { Shell } from "./Shell";
import styles from "./shell.module.css";
import { useSpaceBar } from "./useSpaceBar";

export function App() {
  const { toasts } = useStudio();
  useSpaceBar();
  return (
    <Broken>
      <Routes>
        <Route element={<Gate />}>
          <Route path="/" element={<Navigate to="/kicks" replace />} />
          <Route path="/welcome" element={<Navigate to="/studio" replace />} />
          <Route path="/studio" element={<RackPage />} />
          <Route path="/kicks" element={<KicksPage />} />
          <Route path="/tracks" element={<TracksPage />} />
          <Route path="/timeline" element={<TimelinePage />} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
      <ToastList toasts={toasts} />
    </Broken>
  );
}

/** Pages for everybody. */
const OPEN_PAGES: readonly string[] = ["/studio"];

/** Lets signed-in people in everywhere, and guests where something is open to them; elsewhere they find the way to sign in. */
function Gate() {
  const { session } = useStudio();
  const state = useStore(session.state);
  const { pathname, search } = useLocation();
  const [linkExpired] = useState(() => new URLSearchParams(window.location.search).has("signIn"));
  if (state === "starting") return <div className={styles["waiting"]} role="status" aria-label="Opening the studio" />;
  if (state === "unreachable") return <Unreachable />;
  if (state === "signed-out") {
    if (pathname === "/" && search === "") return <Navigate to="/studio" replace />; // something to play comes first
    if (!OPEN_PAGES.includes(pathname.replace(/(.)\/$/, "$1"))) return <SignInPage open={registrationIsOpen()} linkExpired={linkExpired} />;
  }
  return (
    <Shell guest={state === "signed-out"}>
      <Outlet />
    </Shell>
  );
}

/** The server says so in the page itself, since a guest may not ask the API. */
const registrationIsOpen = (): boolean =>
  document.querySelector('meta[name="klangwerk-registration"]')?.getAttribute("content") === "open";

const RETRY_MS = 3_000;

function Unreachable() {
  const { session } = useStudio();
  useTitle("No connection");
  useEffect(() => {
    const timer = setInterval(() => void session.start(), RETRY_MS);
    return () => {
      clearInterval(timer);
    };
  }, [session]);
  return (
    <main className={styles["alone"]}>
      <EmptyState title="The studio does not answer">
        <p>Is it running? Start it with <code>make studio</code>. This page opens by itself as soon as it answers.</p>
        <Button onClick={() => void session.start()}>Try now</Button>
      </EmptyState>
    </main>
  );
}

function NotFound() {
  useTitle("Not found");
  return (
    <EmptyState title="There is nothing at this address">
      <p>It may have moved, or the link has a slip of the pen.</p>
      <Link className={buttonClass()} to="/kicks">
        To the kicks
      </Link>
    </EmptyState>
  );
}

/** A page that broke says so instead of going blank. */
class Broken extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <main className={styles["alone"]}>
        <EmptyState title="This page broke">
          <p>Your sounds are safe in the studio. Loading the page again usually helps.</p>
          <Button onClick={() => { window.location.reload(); }}>Load again</Button>
        </EmptyState>
      </main>
    );
  }
}
