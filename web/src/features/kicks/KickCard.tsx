/** A kick in the list: hear it, see it, name it, take it with you. */

import { useCallback } from "react";
import { useNavigate } from "react-router";
import type { Kick } from "@/core/api/types";
import { formatAgo } from "@/core/format";
import { NAME_MAX_CHARS } from "@/core/kicks/recipe";
import { IconButton, PlayButton } from "@/ui/Button";
import { EditableText } from "@/ui/EditableText";
import { Menu } from "@/ui/Menu";
import { Card } from "@/ui/parts";
import { Waveform } from "@/ui/Waveform";
import { usePlayback } from "../playing";
import { useStudio } from "../studio";
import styles from "./card.module.css";
import { KICK_COLOUR, soundOf } from "./sounds";
import { useKickActions } from "./useKickActions";

export const CARD_HEIGHT_PX = 156;

interface KickCardProps {
  kick: Kick;
  selected: boolean;
  now: Date;
  onSelect(kick: Kick): void;
  onVary(kick: Kick): void;
  onBlend(kick: Kick): void;
  onAgain(kick: Kick): void;
  onReuse(kick: Kick): void;
}

export function KickCard({ kick, selected, now, onSelect, onVary, onBlend, onAgain, onReuse }: KickCardProps) {
  const { player, calls } = useStudio();
  const navigate = useNavigate();
  const actions = useKickActions();
  const sound = soundOf(kick, calls);
  const { playing, failed } = usePlayback(player, kick.id);
  const position = useCallback(() => player.position_s(kick.id), [player, kick.id]);
  return (
    <Card
      className={styles["card"]}
      data-kick={kick.id}
      data-selected={selected}
      aria-label={kick.name}
      onFocus={() => { player.cue(sound); }}
      onPointerEnter={() => { player.warm(sound); }}
    >
      <div className={styles["head"]}>
        <PlayButton
          playing={playing}
          of={kick.name}
          onClick={() => {
            onSelect(kick);
            actions.toggle(kick);
          }}
        />
        <div className={styles["names"]}>
          <EditableText label="Name" text={kick.name} maxLength={NAME_MAX_CHARS} onSave={(name) => { actions.rename(kick, name); }} />
          <p className={styles["prompt"]} title={kick.prompt}>
            {failed ?? (kick.prompt || "no prompt")}
          </p>
        </div>
        <IconButton
          small
          icon={kick.isFavourite ? "starFull" : "star"}
          label={kick.isFavourite ? "No longer a favourite" : "Mark as favourite"}
          on={kick.isFavourite}
          aria-pressed={kick.isFavourite}
          onClick={() => { actions.favourite(kick); }}
        />
      </div>
      <div className={styles["wave"]}>
        <Waveform
          label={`Position in ${kick.name}`}
          peaks={sound.peaks}
          duration_s={sound.duration_s}
          window_s={sound.window_s}
          colour={KICK_COLOUR}
          playing={playing}
          position={position}
          onSeek={(at_s) => {
            onSelect(kick);
            actions.playFrom(kick, at_s);
          }}
        />
      </div>
      <div className={styles["foot"]}>
        <span className={[styles["facts"], "tabular"].join(" ")}>
          seed {kick.seed} · {formatAgo(new Date(kick.createdAt), now)}
        </span>
        <IconButton small icon="download" label={`Download ${kick.name}`} onClick={() => { actions.download(kick); }} />
        <Menu
          small
          icon="more"
          label={`More for ${kick.name}`}
          items={[
            { label: "Vary", icon: "vary", onChoose: () => { onVary(kick); } },
            { label: "Blend with another", icon: "blend", onChoose: () => { onBlend(kick); } },
            { label: "Again, another seed", icon: "again", onChoose: () => { onAgain(kick); } },
            { label: "Open in the studio", icon: "rack", onChoose: () => void navigate(`/studio?kick=${kick.id}`) },
            { label: "Use its settings", icon: "reuse", onChoose: () => { onReuse(kick); } },
            null,
            { label: "Delete", icon: "trash", danger: true, onChoose: () => { actions.remove(kick); } },
          ]}
        />
      </div>
    </Card>
  );
}

/** Stands where a card will be once its page has come. */
export function CardShadow() {
  return <div className={styles["shadow"]} aria-hidden="true" />;
}
