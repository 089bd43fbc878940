import { type CSSProperties, Fragment, memo, type ReactNode } from "react";
import { type BoardHours, placeOf, STEP_MINUTES } from "./board-place";
import { BoardRow, type BoardRowProps } from "./board-row";
import { classNames } from "./class-names";
import { ScrollRegion } from "./scroll-region";

export interface BoardDay {
  id: string;
  title: ReactNode;
  note?: ReactNode;
  end?: ReactNode;
  /** A closed day has a band and no rows; a make-up working day is marked. */
  kind?: "rest" | "makeup";
  rows: readonly Omit<BoardRowProps, "dayId" | "hours" | "nowMinute">[];
  /** On today's rows runs the line of now. */
  nowMinute?: number;
}

interface BoardProps {
  label: string;
  /** What a row is: "房间或调解员". */
  rowHead: string;
  hours: BoardHours;
  now?: { minute: number; label: string };
  days: readonly BoardDay[];
}

/**
 * Rooms or people across a day or a week. Give a table of the same below it. Drawn anew only when its own content changes:
 * hundreds of blocks stand on it.
 */
export const Board = memo(function Board({ label, rowHead, hours, now, days }: BoardProps) {
  const minutes = hours.closeMinute - hours.openMinute;
  const track = { "--steps": minutes / STEP_MINUTES, "--hours": minutes / 60 } as CSSProperties;
  return (
    <ScrollRegion label={label} className="gap">
      <div className="board" style={track}>
        <div className="board-h">
          <div className="who">
            <span className="sr">{rowHead}</span>
          </div>
          <div className="track" aria-hidden="true">
            {Array.from({ length: Math.ceil(minutes / 60) }, (_, hour) => hours.openMinute + hour * 60).map(
              (minute) => (
                <span key={minute} style={placeOf(hours, minute, minute + 60)}>
                  {`${String(Math.floor(minute / 60)).padStart(2, "0")}:00`}
                </span>
              ),
            )}
            {now ? (
              <div className="now-tag" style={placeOf(hours, now.minute, now.minute + 45)}>
                {now.label}
              </div>
            ) : null}
          </div>
        </div>
        {days.map((day) => (
          <Fragment key={day.id}>
            <div className={classNames("board-day", day.kind && `is-${day.kind}`)}>
              <h3>{day.title}</h3>
              {day.note ? <p>{day.note}</p> : null}
              {day.end ? <p className="end">{day.end}</p> : null}
            </div>
            {day.rows.map((row) => (
              <BoardRow key={row.id} {...row} dayId={day.id} hours={hours} nowMinute={day.nowMinute} />
            ))}
          </Fragment>
        ))}
      </div>
    </ScrollRegion>
  );
});
