/** Pages and who may see them. */

import { Component, useEffect, useState, type ReactNode } from "react";
import { Link, Navigate, Outlet, Route, Routes } from "react-router";
import { AccountPage } from "@/features/account/AccountPage";
import { SignInPage } from "@/features/account/SignInPage";
import { KicksPage } from "@/features/kicks/KicksPage";
import { useStudio } from "@/features/studio";
import { Button, buttonClass } from "@/ui/Button";
import { useStore, useTitle } from "@/ui/hooks";
import { EmptyState } from "@/ui/parts";
import { ToastList } from "@/ui/ToastList";
import { Shell } from "./Shell";
import styles from "./shell.module.css";
import { useSpaceBar } from "./useSpaceBar";

export function App() {
  const { toasts, player } = useStudio();
  useSpaceBar(player);
  return (
    <Broken>
      <Routes>
        <Route element={<Gate />}>
          <Route path="/" element={<Navigate to="/kicks" replace />} />
          <Route path="/kicks" element={<KicksPage />} />
          <Route path="/account" element={<AccountPage />} />
          <Route path="*" element={<NotFound />} />
        </Route>
      </Routes>
      <ToastList toasts={toasts} />
    </Broken>
  );
}

/** Lets signed-in people in; the others find the way to sign in. */
function Gate() {
  const { session } = useStudio();
  const state = useStore(session.state);
  const [linkExpired] = useState(() => new URLSearchParams(window.location.search).has("signIn"));
  if (state === "signed-in") {
    return (
      <Shell>
        <Outlet />
      </Shell>
    );
  }
  if (state === "starting") return <div className={styles["waiting"]} role="status" aria-label="Opening the studio" />;
  if (state === "unreachable") return <Unreachable />;
  return <SignInPage open={registrationIsOpen()} linkExpired={linkExpired} />;
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
