import * as board from "~/i18n/board";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { type Column, Table } from "~/ui/table";
import type { BoardShown } from "./board.server";

type Day = BoardShown["capacity"]["days"][number];

/** How much of the next days can still be booked; each day leads to its week. */
export function CapacitySection({ capacity }: { capacity: BoardShown["capacity"] }) {
  const [t, tShell] = [useText(board), useText(shell)];
  const format = useFormat();
  const amount = (of: Day["rooms"], all: number) =>
    t("amount", { count: of.count, all, duration: format.duration(of.minutes) });
  const columns: Column<Day>[] = [
    {
      id: "on",
      head: t("on"),
      isRowHead: true,
      isNowrap: true,
      cell: (row) => <Anchor href={`/calendar?on=${row.on}`}>{format.date(row.on)}</Anchor>,
    },
    { id: "rooms", head: t("ofRooms"), cell: (row) => amount(row.rooms, capacity.rooms) },
    { id: "mediators", head: t("ofMediators"), cell: (row) => amount(row.mediators, capacity.mediators) },
  ];
  return (
    <Section id="free" title={t("free")} note={t("freeNote")}>
      <Sheet className="gap">
        <Table
          caption={t("freeCaption")}
          scrollLabel={tShell("scrolls", { what: t("free") })}
          columns={columns}
          rows={capacity.days}
          rowKey={(row) => row.on}
        />
      </Sheet>
    </Section>
  );
}
