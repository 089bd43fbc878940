/** A place on the board: a row on a day, and the minute of the day at which the block would begin. */
export type Place = { readonly dayId: string; readonly rowId: string; readonly minute: number };
export type Ghost = Place | null;
/** By row and day (`keyOf`): the minutes at which the block may begin there, ascending. In the board's own order. */
export type Bands = ReadonlyMap<string, readonly number[]>;

/** So far beside an allowed start a pointer may be and still mean it. */
const NEAR_MINUTES = 30;

export const keyOf = (dayId: string, rowId: string): string => `${dayId} ${rowId}`;
const placeAt = (key: string, minute: number): Place => {
  const at = key.indexOf(" ");
  return { dayId: key.slice(0, at), rowId: key.slice(at + 1), minute };
};

/** What the starts cover when the block lies at each of them: joined ranges [from, to). */
export function runsOf(starts: readonly number[], minutes: number): [number, number][] {
  const runs: [number, number][] = [];
  for (const start of starts) {
    const last = runs.at(-1);
    if (last && start <= last[1]) last[1] = start + minutes;
    else runs.push([start, start + minutes]);
  }
  return runs;
}

const nearest = (starts: readonly number[], minute: number): number | undefined =>
  starts.reduce<number | undefined>(
    (best, one) => (best === undefined || Math.abs(one - minute) < Math.abs(best - minute) ? one : best),
    undefined,
  );

/** The block in hand, where it may go and where it hangs; rows listen each for its own part. */
export class MoveStore {
  id: string | null = null;
  minutes = 0;
  ghost: Ghost = null;
  private bands: Bands = new Map();
  private readonly listeners = new Set<() => void>();

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  startsAt = (key: string): readonly number[] | undefined => this.bands.get(key);
  ghostAt = (key: string): number | undefined =>
    this.ghost && keyOf(this.ghost.dayId, this.ghost.rowId) === key ? this.ghost.minute : undefined;

  take(id: string): void {
    this.id = id;
  }
  offer(minutes: number, bands: Bands): void {
    this.minutes = minutes;
    this.bands = bands;
    this.tell();
  }
  end(): void {
    this.id = null;
    this.ghost = null;
    this.bands = new Map();
    this.tell();
  }
  /** Answers whether it hangs somewhere else than before. */
  hover(ghost: Ghost): boolean {
    const same =
      ghost?.dayId === this.ghost?.dayId &&
      ghost?.rowId === this.ghost?.rowId &&
      ghost?.minute === this.ghost?.minute;
    if (same) return false;
    this.ghost = ghost;
    this.tell();
    return true;
  }
  first(): Ghost {
    const [entry] = this.bands;
    return entry ? placeAt(entry[0], entry[1][0] ?? 0) : null;
  }
  near(key: string, minute: number): Ghost {
    const found = nearest(this.bands.get(key) ?? [], minute);
    return found !== undefined && Math.abs(found - minute) <= NEAR_MINUTES ? placeAt(key, found) : null;
  }
  /** The allowed place after or before the present one: within the row and day, then on the next that has any. */
  along(by: 1 | -1): Ghost {
    if (!this.ghost) return this.first();
    const key = keyOf(this.ghost.dayId, this.ghost.rowId);
    const starts = this.bands.get(key) ?? [];
    const next = starts[starts.indexOf(this.ghost.minute) + by];
    if (next !== undefined) return placeAt(key, next);
    return this.across(by, by === 1 ? "first" : "last");
  }
  /** The next or previous row and day that has a place, at the time nearest to the present one. */
  across(by: 1 | -1, at: "near" | "first" | "last" = "near"): Ghost {
    if (!this.ghost) return this.first();
    const keys = [...this.bands.keys()];
    const key = keys[keys.indexOf(keyOf(this.ghost.dayId, this.ghost.rowId)) + by];
    const starts = key ? (this.bands.get(key) ?? []) : [];
    const minute =
      at === "near" ? nearest(starts, this.ghost.minute) : at === "first" ? starts[0] : starts.at(-1);
    return key && minute !== undefined ? placeAt(key, minute) : this.ghost;
  }
  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

/** Where a key leads; undefined for a key that means nothing here. */
export function step(store: MoveStore, key: string): Ghost | undefined {
  if (key === "ArrowRight") return store.along(1);
  if (key === "ArrowLeft") return store.along(-1);
  if (key === "ArrowDown") return store.across(1);
  if (key === "ArrowUp") return store.across(-1);
  return undefined;
}
