/** The tracks page: describe, hear, keep, take apart. */

import { useCallback, useState } from "react";
import type { Track } from "@/core/api/types";
import { compositionOf } from "@/core/tracks/details";
import { recipeFor } from "@/core/tracks/recipe";
import { FIRST_QUERY } from "@/core/tracks/query";
import { describeFailure } from "@/core/api/failure";
import { MakerPage } from "../MakerPage";
import { keys, useStudio } from "../studio";
import { Catalog, type Opened } from "./Catalog";
import styles from "./page.module.css";
import { PromptPanel } from "./PromptPanel";
import { useTrackMaker } from "./useTrackMaker";
import { useCatalogQuery } from "./useTracks";

/** Until the list stands as it was asked for. */
const SETTLED_MS = 150;

export function TracksPage() {
  const { calls, queries, toasts } = useStudio();
  const maker = useTrackMaker();
  const catalog = useCatalogQuery();
  const [open, setOpen] = useState<Opened | null>(null);
  const { make, again, setRecipe } = maker;
  const { change } = catalog;

  const show = useCallback(
    (id: string) => {
      change(FIRST_QUERY);
      setOpen({ id, at: 0 });
      setTimeout(() => { document.querySelector(`article[data-track="${id}"]`)?.scrollIntoView({ block: "nearest" }); }, SETTLED_MS);
    },
    [change],
  );
  const reuse = (track: Track) => {
    const read = async () => {
      const { metadata } = await queries.query({ queryKey: keys.track(track.id), queryFn: () => calls.track(track.id), staleTime: 60_000 });
      setRecipe(() => recipeFor(track, compositionOf(metadata)));
      toasts.show(`The maker has the prompt of “${track.name}”.`);
    };
    read().catch((failure: unknown) => { toasts.fail("The prompt could not be read", describeFailure(failure, new Date()).body); });
  };
  const onTry = (prompt: string) => {
    setRecipe((old) => ({ ...old, prompt }));
    make({ ...maker.recipe, prompt });
  };
  return (
    <MakerPage title="Tracks" className={styles["page"]} maker={<PromptPanel maker={maker} onShow={show} />}>
      <Catalog catalog={catalog} open={open} onOpen={setOpen} onTry={onTry} onAgain={again} onReuse={reuse} />
    </MakerPage>
  );
}
