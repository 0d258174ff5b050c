/** Choosing a DAWproject file, wherever it is offered. */

import { useRef, type ReactNode } from "react";
import type { ProjectActions } from "./useProjects";

interface Import {
  readonly choose: () => void;
  /** Hidden; to be rendered beside what calls `choose`. */
  readonly input: ReactNode;
}

export function useImport(actions: ProjectActions): Import {
  const field = useRef<HTMLInputElement>(null);
  return {
    choose: () => { field.current?.click(); },
    input: (
      <input
        ref={field}
        type="file"
        accept=".dawproject,application/zip"
        hidden
        aria-label="A DAWproject file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          event.target.value = "";
          if (chosen) void actions.importFile(chosen);
        }}
      />
    ),
  };
}
