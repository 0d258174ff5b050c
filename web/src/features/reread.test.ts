import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import { reread } from "./reread";
import { keys } from "./studio";

/** A server that answers when told to, with the count as it was when it was asked. */
function slowServer() {
  let count = 10;
  const answers: (() => void)[] = [];
  return {
    add: () => { count++; },
    ask: () => new Promise<number>((resolve) => {
      const seen = count;
      answers.push(() => { resolve(seen); });
    }),
    answer: () => answers.shift()?.(),
    asked: () => answers.length,
  };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("reread", () => {
  const watch = (held?: number) => {
    const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } });
    const server = slowServer();
    const queryKey = keys.kickPage({}, 0);
    if (held !== undefined) queries.setQueryData(queryKey, held, { updatedAt: 1 });
    const observer = new QueryObserver(queries, { queryKey, queryFn: server.ask });
    const leave = observer.subscribe(() => undefined);
    return { queries, server, shown: () => observer.getCurrentResult().data, leave };
  };

  it.each([["first", undefined], ["next", 9]])("does not take a %s answer that is older than the change for the new one", async (_which, held) => {
    const { queries, server, shown, leave } = watch(held);
    await turn();
    server.add(); // while the page's question is answered with 10
    void reread(queries, keys.kicks);
    await turn();
    expect(server.asked()).toBe(2);
    server.answer();
    await turn();
    expect(shown()).toBe(held);
    server.answer();
    await turn();
    expect(shown()).toBe(11);
    leave();
    queries.clear();
  });

  it("keeps what is set while an answer is on its way", async () => {
    const { queries, server, shown, leave } = watch(9);
    await turn();
    queries.setQueryData(keys.kickPage({}, 0), 11);
    void reread(queries, keys.kicks);
    await turn();
    expect(shown()).toBe(11);
    leave();
    server.answer();
    queries.clear();
  });

  it.each([
    ["kicks", keys.kicks, keys.kickSounds("")],
    ["tracks", keys.tracks, keys.trackSounds("")],
  ])("of %s takes in the sounds that the timeline offers", async (_what, changed, offered) => {
    const queries = new QueryClient();
    queries.setQueryData(offered, { pages: [], pageParams: [] });
    await reread(queries, changed);
    expect(queries.getQueryState(offered)?.isInvalidated).toBe(true);
    queries.clear();
  });
});
