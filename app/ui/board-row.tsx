import type { ReactNode } from "react";
import { MoveBands } from "./board-move";
import { keyOf } from "./board-move-store";
import { type BoardHours, placeOf } from "./board-place";
import { classNames } from "./class-names";
import { Anchor } from "./router";
import { Status, type Tone } from "./status";

export interface BoardBlock {
  id: string;
  fromMinute: number;
  toMinute: number;
  /** Without one it is only to be seen. */
  href?: string;
  title: ReactNode;
  /** Everything in one line: time, number, person, status; for pointing and for reading out. */
  reading: string;
  status?: { tone: Tone; word: string };
  kind?: "done" | "part" | "held" | "no" | "live" | "closed" | "offered" | "elsewhere";
  /** May be moved on a board that moves blocks. */
  isMovable?: boolean;
}

export interface ClosedTime {
  id: string;
  fromMinute: number;
  toMinute: number;
  label: string;
  /** The midday break is plain, leave and repairs are hatched. */
  kind: "noon" | "off";
}

export interface BoardRowProps {
  id: string;
  dayId: string;
  who: ReactNode;
  sub?: ReactNode;
  blocks: readonly BoardBlock[];
  closed: readonly ClosedTime[];
  hours: BoardHours;
  nowMinute?: number;
}

/** One room's or one person's day. */
export function BoardRow({ id, dayId, who, sub, blocks, closed, hours, nowMinute }: BoardRowProps) {
  return (
    <div className="board-row">
      <div className="who">
        {who}
        {sub ? <small>{sub}</small> : null}
      </div>
      <div className="track" data-track={keyOf(dayId, id)}>
        {closed.map((time) => (
          <div key={time.id} className={time.kind} style={placeOf(hours, time.fromMinute, time.toMinute)}>
            {time.kind === "off" ? <span>{time.label}</span> : time.label}
          </div>
        ))}
        {blocks.map((block) => (
          <Block key={block.id} block={block} hours={hours} />
        ))}
        <MoveBands dayId={dayId} rowId={id} hours={hours} />
        {nowMinute === undefined || nowMinute < hours.openMinute || nowMinute >= hours.closeMinute ? null : (
          <div className="now-at" style={placeOf(hours, nowMinute, nowMinute + 1)} />
        )}
      </div>
    </div>
  );
}

/** A session leads to where it is worked on; what only keeps the time is said in full, since nothing can be opened. */
function Block({ block, hours }: { block: BoardBlock; hours: BoardHours }) {
  const className = classNames("blk", block.kind && `is-${block.kind}`);
  const style = placeOf(hours, block.fromMinute, block.toMinute);
  const { status } = block;
  const face = (
    <>
      <b>{block.title}</b>
      {status ? <Status tone={status.tone}>{status.word}</Status> : null}
    </>
  );
  if (!block.href)
    return (
      <div className={className} style={style} title={block.reading}>
        <span className="sr">{block.reading}</span>
        <div aria-hidden="true">{face}</div>
      </div>
    );
  return (
    <Anchor
      className={className}
      style={style}
      href={block.href}
      title={block.reading}
      draggable={block.isMovable ?? false}
      data-move={block.isMovable ? block.id : undefined}
      aria-keyshortcuts={block.isMovable ? "M" : undefined}
    >
      {face}
    </Anchor>
  );
}
