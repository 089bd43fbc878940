import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Anchor } from "./router";
import { ScrollRegion } from "./scroll-region";

export interface Column<Row> {
  id: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  /** The row's name for screen readers; give it to the case number. Stays in place when the table scrolls. */
  isRowHead?: boolean;
  isNumber?: boolean;
  isNowrap?: boolean;
  /** Left out in print: tick boxes and actions. */
  isScreenOnly?: boolean;
  sort?: { href: string; now?: "ascending" | "descending" };
}

interface TableProps<Row> {
  caption: string;
  isCaptionShown?: boolean;
  /** Reads "case list, scrolls sideways". */
  scrollLabel: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  isPicked?: (row: Row) => boolean;
  rowClass?: (row: Row) => string | undefined;
  /** Cells of one column that stay under their group: a heading row before the rows that share it. */
  groupOf?: (row: Row) => { id: string; head: ReactNode };
  isWide?: boolean;
  className?: string;
  foot?: ReactNode;
}

/** A native table in a region that can be scrolled by keyboard. */
export function Table<Row>(props: TableProps<Row>) {
  const {
    caption,
    isCaptionShown,
    scrollLabel,
    columns,
    rows,
    rowKey,
    isPicked,
    rowClass,
    groupOf,
    isWide,
    foot,
  } = props;
  return (
    <ScrollRegion label={scrollLabel}>
      <table className={classNames("tbl", isWide && "sticky-1", props.className)}>
        <caption className={isCaptionShown ? undefined : "sr"}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        {groups(rows, groupOf).map((group) => (
          <tbody key={group.id}>
            {group.head === undefined ? null : (
              <tr className="grp">
                <th colSpan={columns.length} scope="rowgroup">
                  {group.head}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <tr key={rowKey(row)} className={classNames(isPicked?.(row) && "is-picked", rowClass?.(row))}>
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={row} />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
        {foot ? <tfoot>{foot}</tfoot> : null}
      </table>
    </ScrollRegion>
  );
}

interface Group<Row> {
  id: string;
  head?: ReactNode;
  rows: Row[];
}

function groups<Row>(rows: readonly Row[], groupOf: TableProps<Row>["groupOf"]): Group<Row>[] {
  if (!groupOf) return [{ id: "all", rows: [...rows] }];
  const found: Group<Row>[] = [];
  for (const row of rows) {
    const { id, head } = groupOf(row);
    const last = found.at(-1);
    if (last?.id === id) last.rows.push(row);
    else found.push({ id, head, rows: [row] });
  }
  return found;
}

const classOf = <Row,>(column: Column<Row>) =>
  classNames(
    column.isNumber && "num",
    column.isNowrap && "nw",
    column.isScreenOnly && "no-print",
    column.isRowHead && "col-key",
  );

function Head<Row>({ column }: { column: Column<Row> }) {
  const { sort } = column;
  return (
    <th scope="col" className={classOf(column)} aria-sort={sort?.now}>
      {sort ? (
        <Anchor className="sort" href={sort.href}>
          {column.head}
          {sort.now ? <span aria-hidden="true"> {sort.now === "ascending" ? "↑" : "↓"}</span> : null}
        </Anchor>
      ) : (
        column.head
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const className = classOf(column);
  if (!column.isRowHead) return <td className={className}>{column.cell(row)}</td>;
  return (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  );
}

/** The second, quieter line of a cell. */
export function Sub({ children }: { children: ReactNode }) {
  return <span className="sub">{children}</span>;
}

/** A case number, registration number or other number that must not break. */
export function Numeral({ children, href }: { children: ReactNode; href?: string }) {
  return <span className="no">{href ? <Anchor href={href}>{children}</Anchor> : children}</span>;
}
