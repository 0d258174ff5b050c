/** A kick in the list: hear it, see it, name it, take it with you. */

import { useCallback } from "react";
import { useNavigate } from "react-router";
import type { Kick } from "@/core/api/types";
import { formatAgo } from "@/core/format";
import { NAME_MAX_CHARS } from "@/core/kicks/recipe";
import { IconButton, PlayButton } from "@/ui/Button";
import { Menu } from "@/ui/Menu";
import { Waveform } from "@/ui/Waveform";
import { usePlayback } from "../playing";
import { CardFoot, CardWave, PromptLine, SoundCard } from "../SoundCard";
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
    <SoundCard
      className={styles["card"]}
      data-kick={kick.id}
      data-selected={selected}
      sound={kick}
      nameMax_chars={NAME_MAX_CHARS}
      onRename={(name) => { actions.rename(kick, name); }}
      onFavourite={() => { actions.favourite(kick); }}
      play={
        <PlayButton
          playing={playing}
          of={kick.name}
          onClick={() => {
            onSelect(kick);
            actions.toggle(kick);
          }}
        />
      }
      line={<PromptLine prompt={kick.prompt}>{failed ?? (kick.prompt || "no prompt")}</PromptLine>}
      onFocus={() => { player.cue(sound); }}
      onPointerEnter={() => { player.warm(sound); }}
    >
      <CardWave>
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
      </CardWave>
      <CardFoot>
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
      </CardFoot>
    </SoundCard>
  );
}
