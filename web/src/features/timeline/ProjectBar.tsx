/** Which project is open, the way to the others, and taking the sound along. */

import { formatCount, formatTime_s } from "@/core/format";
import { rename } from "@/core/timeline/edits";
import { arrangementEnd, clipCount, NAME_MAX_CHARS } from "@/core/timeline/types";
import { Button } from "@/ui/Button";
import { EditableText } from "@/ui/EditableText";
import { Menu } from "@/ui/Menu";
import { Picker } from "@/ui/Picker";
import { useStudio } from "../studio";
import { useArrangement } from "./context";
import { useImport } from "./useImport";
import styles from "./page.module.css";
import type { ProjectActions, ProjectList } from "./useProjects";
import { SaveSign } from "./SaveSign";

interface ProjectBarProps {
  list: ProjectList;
  openId: string;
  actions: ProjectActions;
  adding: boolean;
  onAdd(): void;
  onBounce(): void;
}

export function ProjectBar({ list, openId, actions, adding, onAdd, onBounce }: ProjectBarProps) {
  const { desk } = useStudio();
  const arrangement = useArrangement();
  const importing = useImport(actions);
  const empty = clipCount(arrangement) === 0;
  const options = (list.projects ?? []).map(({ id, name, clipCount: count, durationS }) => ({
    id,
    label: id === openId ? arrangement.name : name,
    note: count === 0 ? "empty" : `${formatCount(count, "clip", "clips")}, ${formatTime_s(durationS)}`,
  }));
  return (
    <div className={styles["projectBar"]}>
      <div className={styles["projectName"]}>
        <EditableText large label="Name of the project" text={arrangement.name} maxLength={NAME_MAX_CHARS} onSave={(name) => { desk.store.edit("Rename project", (now) => rename(now, name)); }} />
      </div>
      <div className={styles["projects"]}>
        <Picker label="Project" shown="Projects" groups={[{ label: "Your projects", options }]} chosen={openId} onChoose={(id) => void actions.open(id)} />
      </div>
      <Menu
        icon="more"
        label="More for the project"
        items={[
          { label: "New project", icon: "pencil", onChoose: () => void actions.create() },
          { label: "Duplicate project", icon: "copy", onChoose: () => void actions.duplicate() },
          { label: "Import DAWproject …", icon: "reuse", onChoose: importing.choose },
          { label: "Export DAWproject", icon: "download", onChoose: () => void actions.exportDawproject() },
          null,
          { label: "Delete project", icon: "trash", danger: true, onChoose: () => { actions.remove(openId, arrangement.name); } },
        ]}
      />
      {importing.input}
      <SaveSign />
      <span className={styles["facts"]}>
        {formatCount(arrangement.tracks.length, "track", "tracks")}, {formatTime_s(arrangementEnd(arrangement) / 44_100)}
      </span>
      <div className={styles["tools"]}>
        <Button icon="search" aria-pressed={adding} onClick={onAdd}>
          Add sounds
        </Button>
        <Button icon="bounce" disabled={empty} title={empty ? "There is nothing to bounce yet" : "Bounce to a file (Ctrl+B)"} onClick={onBounce}>
          Bounce …
        </Button>
        <Button icon="download" disabled={empty} title="The project with its audio, for other programs" onClick={() => void actions.exportDawproject()}>
          DAWproject
        </Button>
      </div>
    </div>
  );
}
