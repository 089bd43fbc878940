import { EFFECTS } from "~/domain/cases/effects";
import * as effects from "~/i18n/effects";
import * as list from "~/i18n/notice-list";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { Sheet } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import { type Column, Numeral, Sub, Table } from "~/ui/table";
import type { NoticeRow } from "./route";

const TONES: Record<NoticeRow["status"], Tone> = {
  queued: "wait",
  printed: "wait",
  sent: "now",
  delivered: "done",
  bounced: "no",
  failed: "no",
  noAddress: "risk",
};

/** Invitations by their revision; plain notices by the effect that stands in their key. */
const effectOf = (row: NoticeRow) => EFFECTS.find((one) => one === row.key.split(":")[1]);
const whatOf = (row: NoticeRow) => {
  if (row.kind === "reminder" || row.kind === "removal") return `what.${row.kind}` as const;
  if (!row.session_id) return "what.notice" as const;
  if (row.method === "CANCEL") return "what.cancelled" as const;
  return row.key.includes(":0") ? ("what.invite" as const) : ("what.moved" as const);
};

/** One message a line: what, to whom, by which way, with what result. */
export function NoticeTable({ rows }: { rows: readonly NoticeRow[] }) {
  const [t, effect, tShell] = [useText(list), useText(effects), useText(shell)];
  const format = useFormat();
  const columns: Column<NoticeRow>[] = [
    { id: "at", head: t("col.at"), isNowrap: true, cell: (row) => format.instantShort(row.at) },
    {
      id: "case",
      head: t("col.case"),
      isRowHead: true,
      cell: (row) => <Numeral href={`/cases/${row.case_id}`}>{row.number}</Numeral>,
    },
    {
      id: "what",
      head: t("col.what"),
      cell: (row) => (
        <>
          {effectOf(row) ? effect(effectOf(row) ?? "notifyParties") : t(whatOf(row))}
          {row.session_id ? (
            <Sub>
              <Anchor href={`/sessions/${row.session_id}/told`}>
                {t("told")}
                <span className="sr"> {row.number}</span>
              </Anchor>
            </Sub>
          ) : null}
        </>
      ),
    },
    { id: "to", head: t("col.to"), cell: (row) => row.name ?? "" },
    {
      id: "channel",
      head: t("col.channel"),
      cell: (row) => (
        <>
          {t(`channel.${row.channel}`)}
          {row.address ? <Sub>{row.address}</Sub> : null}
        </>
      ),
    },
    {
      id: "status",
      head: t("col.status"),
      cell: (row) => (
        <>
          <Status tone={TONES[row.status]}>{t(`status.${row.status}`)}</Status>
          {row.reply ? <Sub>{t(`reply.${row.reply}` as "reply.accepted")}</Sub> : null}
          {row.attempts > 1 ? <Sub>{t("attempts", { count: row.attempts })}</Sub> : null}
          {["failed", "bounced", "noAddress"].includes(row.status) ? (
            <Sub>
              <Anchor href={`/cases/${row.case_id}/contacts`}>
                {t("log")}
                <span className="sr"> {row.name}</span>
              </Anchor>
            </Sub>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <Sheet>
      <Table
        caption={t("title")}
        scrollLabel={tShell("scrolls", { what: t("title") })}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
      />
    </Sheet>
  );
}
