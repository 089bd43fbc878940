import {
  createContext,
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useContext,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { type Bands, type Ghost, keyOf, MoveStore, type Place, runsOf, step } from "./board-move-store";
import { type BoardHours, placeOf } from "./board-place";

const MoveContext = createContext<MoveStore | null>(null);

interface BoardMoverProps {
  hours: BoardHours;
  /** Where the block of this id may go, asked when it is picked up; null where that cannot be said. */
  load: (id: string) => Promise<{ minutes: number; bands: Bands } | null>;
  onPick: (id: string, place: Place) => void;
  /** What is read out: picked up, over a place, put back, nowhere to go. */
  say: {
    taken: string;
    at: (place: Place) => string;
    put: string;
    nowhere: string;
  };
  children: ReactNode;
}

/**
 * Makes the movable blocks of the board inside it go where they may: dragged with a mouse, or by keyboard (M picks one up,
 * arrows go from place to place, Enter drops it, Escape puts it back). Only what changes is drawn anew.
 */
export function BoardMover({ hours, load, onPick, say, children }: BoardMoverProps) {
  const store = useMemo(() => new MoveStore(), []);
  const [spoken, setSpoken] = useState("");
  const grabbedAt = useRef(0);

  const start = async (id: string, isByKey: boolean) => {
    store.take(id);
    setSpoken(say.taken);
    const found = await load(id);
    if (store.id !== id) return;
    if (!found || found.bands.size === 0) {
      store.end();
      setSpoken(say.nowhere);
      return;
    }
    store.offer(found.minutes, found.bands);
    if (isByKey) hover(store.first());
  };
  const hover = (ghost: Ghost) => {
    if (!store.hover(ghost) || !ghost) return;
    setSpoken(say.at(ghost));
  };
  const stop = (isDropped: boolean) => {
    const { id, ghost } = store;
    store.end();
    if (isDropped && id && ghost) onPick(id, ghost);
    else setSpoken(say.put);
  };

  const blockOf = (target: EventTarget) =>
    target instanceof Element ? target.closest<HTMLElement>("[data-move]") : null;
  const onDragStart = (event: DragEvent) => {
    const block = blockOf(event.target);
    if (!block?.dataset.move) return;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", block.dataset.move);
    grabbedAt.current = event.clientX - block.getBoundingClientRect().left;
    void start(block.dataset.move, false);
  };
  const onDragOver = (event: DragEvent) => {
    const track = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-track]") : null;
    if (!track?.dataset.track || !store.id) return;
    const box = track.getBoundingClientRect();
    const share = (event.clientX - grabbedAt.current - box.left) / box.width;
    const minute = hours.openMinute + share * (hours.closeMinute - hours.openMinute);
    const place = store.near(track.dataset.track, minute);
    hover(place);
    if (place) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!store.id) {
      const block = blockOf(event.target);
      if (block?.dataset.move && event.key.toLowerCase() === "m" && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        void start(block.dataset.move, true);
      }
      return;
    }
    const next = step(store, event.key);
    if (next === undefined && event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    if (event.key === "Enter") stop(true);
    else if (event.key === "Escape") stop(false);
    else if (next) hover(next);
  };

  return (
    <MoveContext.Provider value={store}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the blocks inside are the controls; their events are heard here once */}
      <div
        onDragStart={onDragStart}
        onDragOver={onDragOver}
        onDrop={(event) => {
          event.preventDefault();
          stop(true);
        }}
        onDragEnd={() => {
          if (store.id) stop(false);
        }}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
      <p className="sr" role="status">
        {spoken}
      </p>
    </MoveContext.Provider>
  );
}

const NOTHING = () => () => {};

/** In one row's track: where the block in hand may go, and where it would lie. */
export function MoveBands({ dayId, rowId, hours }: { dayId: string; rowId: string; hours: BoardHours }) {
  const store = useContext(MoveContext);
  const key = keyOf(dayId, rowId);
  const starts = useSyncExternalStore(
    store?.subscribe ?? NOTHING,
    () => store?.startsAt(key),
    () => undefined,
  );
  const ghostAt = useSyncExternalStore(
    store?.subscribe ?? NOTHING,
    () => store?.ghostAt(key),
    () => undefined,
  );
  if (!store || !starts) return null;
  return (
    <>
      {runsOf(starts, store.minutes).map(([from, to]) => (
        <div key={from} className="may" style={placeOf(hours, from, to)} />
      ))}
      {ghostAt === undefined ? null : (
        <div className="ghost" style={placeOf(hours, ghostAt, ghostAt + store.minutes)} />
      )}
    </>
  );
}
