/** What the catalog shows, and how that stands in the address of the page. */

export const TRACK_TYPES = ["main", "bass", "chords", "melody", "percussion"] as const;
export type TrackType = (typeof TRACK_TYPES)[number];

export const TRACK_SORTS = ["-created", "created", "name", "-duration", "duration", "-bpm", "bpm", "-size", "size"] as const;
export type TrackSort = (typeof TRACK_SORTS)[number];

export interface TrackQuery {
  readonly search: string;
  /** null: tracks and stems alike. */
  readonly type: TrackType | null;
  readonly favourite: boolean;
  readonly looping: boolean;
  /** Empty: all of them. */
  readonly genre: string;
  readonly sort: TrackSort;
}

/** Whole tracks; their stems are in them. */
export const FIRST_QUERY: TrackQuery = { search: "", type: "main", favourite: false, looping: false, genre: "", sort: "-created" };

const EVERYTHING = "all";

export function queryOf(address: URLSearchParams): TrackQuery {
  const type = address.get("type");
  return {
    search: address.get("search") ?? "",
    type: type === EVERYTHING ? null : (TRACK_TYPES.find((known) => known === type) ?? FIRST_QUERY.type),
    favourite: address.get("favourite") === "true",
    looping: address.get("looping") === "true",
    genre: address.get("genre") ?? "",
    sort: TRACK_SORTS.find((known) => known === address.get("sort")) ?? FIRST_QUERY.sort,
  };
}

/** Only what differs from the first look, so that addresses stay short. */
export function addressOf(query: TrackQuery): Record<string, string> {
  const address: Record<string, string> = {};
  if (query.search !== "") address["search"] = query.search;
  if (query.type !== FIRST_QUERY.type) address["type"] = query.type ?? EVERYTHING;
  if (query.favourite) address["favourite"] = "true";
  if (query.looping) address["looping"] = "true";
  if (query.genre !== "") address["genre"] = query.genre;
  if (query.sort !== FIRST_QUERY.sort) address["sort"] = query.sort;
  return address;
}

/** Whether something is left out, besides by type. */
export const isNarrowed = ({ search, favourite, looping, genre }: TrackQuery): boolean => search !== "" || favourite || looping || genre !== "";

/** As the server wants it. */
export function paramsOf({ search, type, favourite, looping, genre, sort }: TrackQuery) {
  return {
    sort,
    ...(search === "" ? {} : { search }),
    ...(type === null ? {} : { type }),
    ...(favourite ? { favourite } : {}),
    ...(looping ? { looping } : {}),
    ...(genre === "" ? {} : { genre }),
  };
}
