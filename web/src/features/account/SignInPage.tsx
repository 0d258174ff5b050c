/** Signing in, and making an account where the studio is open to others. There is a sound to play here, too. */

import { useState, type SyntheticEvent } from "react";
import { Link } from "react-router";
import { starterSound } from "@/audio/starter";
import { describeFailure, fieldMessages } from "@/core/api/failure";
import { Button, PlayButton } from "@/ui/Button";
import { Field } from "@/ui/Field";
import { useStore, useTitle } from "@/ui/hooks";
import { NoticeBox } from "@/ui/parts";
import { Waveform } from "@/ui/Waveform";
import { useStudio } from "../studio";
import styles from "./account.module.css";

interface SignInPageProps {
  /** Anybody may make an account here. */
  open: boolean;
  linkExpired: boolean;
}

export function SignInPage({ open, linkExpired }: SignInPageProps) {
  useTitle("Sign in");
  const [joining, setJoining] = useState(false);
  return (
    <main className={styles["entry"]}>
      <Hello />
      <div className={styles["entryPanel"]}>
        {linkExpired ? (
          <NoticeBox title="This sign-in link is used up">Each link works once, for a short time. Start the studio again for a new one, or sign in below.</NoticeBox>
        ) : null}
        <h2>{joining ? "Make an account" : "Sign in"}</h2>
        <Credentials key={String(joining)} joining={joining} />
        {open ? (
          <p className={styles["aside"]}>
            {joining ? "You have an account?" : "New here?"}{" "}
            <Button small look="quiet" onClick={() => { setJoining(!joining); }}>
              {joining ? "Sign in" : "Make an account"}
            </Button>
          </p>
        ) : (
          <p className={styles["aside"]}>
            On your own machine you need no password: <code>klangwerk studio</code> prints a link that signs you in.
          </p>
        )}
        <p className={styles["aside"]}>
          Just listening? <Link to="/studio">Play the studio</Link> without an account.
        </p>
      </div>
    </main>
  );
}

function Credentials({ joining }: { joining: boolean }) {
  const { session } = useStudio();
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const [email, setEmail] = useState("");
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const fields = fieldMessages(failure);
  const named = ["username", "password", "email"].some((name) => name in fields);
  const submit = async (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await (joining ? session.register(username.trim(), password, email.trim()) : session.signIn(username.trim(), password));
    } catch (problem) {
      setFailure(problem);
      setBusy(false);
    }
  };
  const notice = failure === null || named ? null : describeFailure(failure, new Date());
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <Field
        label="User name"
        autoComplete="username"
        autoCapitalize="none"
        required
        value={username}
        error={fields["username"]}
        onChange={(event) => { setUsername(event.target.value); }}
      />
      <Field
        label="Password"
        type="password"
        autoComplete={joining ? "new-password" : "current-password"}
        required
        minLength={joining ? 8 : undefined}
        hint={joining ? "At least 8 characters." : undefined}
        value={password}
        error={fields["password"]}
        onChange={(event) => { setPassword(event.target.value); }}
      />
      {joining ? (
        <Field
          label="E-mail (if you like)"
          type="email"
          autoComplete="email"
          value={email}
          error={fields["email"]}
          onChange={(event) => { setEmail(event.target.value); }}
        />
      ) : null}
      {notice ? (
        <NoticeBox tone="bad" title={notice.title}>
          {notice.body}
        </NoticeBox>
      ) : null}
      <Button look="primary" type="submit" disabled={busy}>
        {busy ? "One moment …" : joining ? "Make the account" : "Sign in"}
      </Button>
    </form>
  );
}

function Hello() {
  const { player } = useStudio();
  const [sound] = useState(starterSound);
  const state = useStore(player.state);
  const playing = "id" in state && state.id === sound.id && state.status !== "failed";
  return (
    <div className={styles["hello"]}>
      <h1>Klangwerk</h1>
      <p>Say what a kick drum should be like, and hear it in under a second.</p>
      <div className={styles["helloSound"]}>
        <PlayButton large playing={playing} of="a kick" onClick={() => { player.toggle(sound); }} />
        <div className={styles["helloWave"]}>
          <Waveform
            label="Position in the kick"
            peaks={sound.peaks}
            duration_s={sound.duration_s}
            window_s={sound.duration_s}
            colour="#f2c14e"
            playing={playing}
            position={() => player.position_s(sound.id)}
            onSeek={(at_s) => void player.play(sound, at_s)}
          />
        </div>
      </div>
    </div>
  );
}
