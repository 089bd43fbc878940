import * as booking from "~/i18n/booking";
import * as roles from "~/i18n/roles";
import * as sessionTold from "~/i18n/session-told";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import { type Column, Numeral, Sub, Table } from "~/ui/table";
import type { SessionPlace, Told } from "./place.server";
import { useToldStatus } from "./told-status";

const TONES: Record<Told["status"], Tone> = {
  queued: "wait",
  sending: "wait",
  printed: "wait",
  sent: "done",
  delivered: "done",
  bounced: "no",
  failed: "no",
  noAddress: "risk",
};

/** Who is told, by which channel, and how far the message is; whoever has no address is served on paper. */
export function ToldTable({ place, told }: { place: SessionPlace; told: readonly Told[] }) {
  const [t, say, role, tShell] = [useText(booking), useText(sessionTold), useText(roles), useText(shell)];
  const statusOf = useToldStatus();
  const isBooked = place.bookingStatus === "booked";
  const columns: Column<Told>[] = [
    {
      id: "who",
      head: say("told.who"),
      isRowHead: true,
      cell: (row) => (
        <>
          {row.name}
          <Sub>
            {[t(`kind.${row.kind}`), row.side ? role(`mediation.${row.side}`) : null]
              .filter(Boolean)
              .join(" · ")}
          </Sub>
        </>
      ),
    },
    ...(place.cases.length > 1
      ? [{ id: "case", head: say("told.case"), cell: (row: Told) => <Numeral>{row.number}</Numeral> }]
      : []),
    {
      id: "channel",
      head: say("told.channel"),
      cell: (row) =>
        row.address ? (
          say("told.mail", { address: row.address })
        ) : (
          <>
            {say("told.noMail")} <Anchor href={`/cases/${row.caseId}/contacts`}>{say("told.contact")}</Anchor>
          </>
        ),
    },
    {
      id: "status",
      head: say("told.status"),
      isNowrap: true,
      cell: (row) => <Status tone={TONES[row.status]}>{statusOf(row)}</Status>,
    },
    ...(isBooked
      ? [
          {
            id: "paper",
            head: say("told.paper"),
            isScreenOnly: true,
            cell: (row: Told) =>
              row.partyId ? (
                <a
                  href={`/sessions/${place.sessionId}/notice?case=${row.caseId}&party=${row.partyId}`}
                  download
                >
                  {say("told.download")}
                  <span className="sr"> {row.name}</span>
                </a>
              ) : null,
          },
        ]
      : []),
  ];
  return (
    <Section id="told" title={say("told")} note={say("toldNote", { count: told.length })}>
      {told.length === 0 ? (
        <Empty title={say("told.none")}>{say("told.noneText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={say("told")}
            scrollLabel={tShell("scrolls", { what: say("told") })}
            columns={columns}
            rows={told}
            rowKey={(row) => row.id}
          />
        </Sheet>
      )}
    </Section>
  );
}
