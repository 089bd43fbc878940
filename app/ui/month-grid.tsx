import { LinkButton } from "./button";
import { classNames } from "./class-names";
import { Anchor } from "./router";

export interface DayCell {
  /** YYYY-MM-DD */
  on: string;
  /** The number as shown: "13", or "11/1" for a neighbour month. */
  day: string;
  /** The full date, read out instead of the number. */
  reading: string;
  /** A small word beside the number: "上班", "到期日". */
  tag?: string;
  /** How many slots, or why there are none. */
  text?: string;
  /** Read out where `text` is left blank for the eye. */
  textReading?: string;
  kind?: "rest" | "late" | "past";
  /** Only days with slots lead anywhere. */
  href?: string;
  isChosen?: boolean;
}

interface MonthGridProps {
  id: string;
  title: string;
  previous?: { href: string; label: string };
  next?: { href: string; label: string };
  weekdays: readonly { short: string; full: string }[];
  weeks: readonly (readonly DayCell[])[];
}

/** A month of bookable days as a table; weeks begin where the caller begins them. */
export function MonthGrid({ id, title, previous, next, weekdays, weeks }: MonthGridProps) {
  return (
    <table className="month">
      <caption>
        <span className="cap">
          <b id={id}>{title}</b>
          <span className="acts">
            {previous ? (
              <LinkButton href={previous.href} icon="prev">
                {previous.label}
              </LinkButton>
            ) : null}
            {next ? (
              <LinkButton href={next.href} iconAfter="next">
                {next.label}
              </LinkButton>
            ) : null}
          </span>
        </span>
      </caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th scope="col" key={weekday.full}>
              <abbr title={weekday.full}>{weekday.short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map((cell) => (
              <td key={cell.on}>
                <Day cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ cell }: { cell: DayCell }) {
  const inside = (
    <>
      <b>
        <span aria-hidden="true">{cell.day}</span>
        <span className="sr">{cell.reading} </span>
        {cell.tag ? <small> {cell.tag}</small> : null}
      </b>
      <span>
        {cell.text}
        {cell.textReading ? <span className="sr">{cell.textReading}</span> : null}
      </span>
    </>
  );
  const className = classNames("cell", cell.kind && `is-${cell.kind}`);
  if (!cell.href) return <div className={className}>{inside}</div>;
  return (
    <Anchor className={className} href={cell.href} aria-current={cell.isChosen ? "true" : undefined}>
      {inside}
    </Anchor>
  );
}
