import { CONTACT_KINDS } from "~/domain/notices/contacts";
import * as contacts from "~/i18n/contacts";
import * as people from "~/i18n/people-codes";
import * as roles from "~/i18n/roles";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Sub, Table } from "~/ui/table";
import type { FullDetails } from "../_staff.cases_.$id/full-details.server";
import type { ContactsShown } from "./reach";

type Attempt = ContactsShown["contactLog"][number];

/** Everything that was tried: on paper it is the proof that a party could not be reached. */
export function AttemptTable({ page, full }: { page: ContactsShown; full?: FullDetails }) {
  const [t, code, role, tShell] = [useText(contacts), useText(people), useText(roles), useText(shell)];
  const format = useFormat();
  const partyOf = (partyId: string) => page.parties.find((party) => party.partyId === partyId);
  const pointOf = (attempt: Attempt) => {
    const party = partyOf(attempt.partyId);
    const all = [...(party?.contacts ?? []), ...(party?.agents.flatMap((agent) => agent.contacts) ?? [])];
    return all.find((point) => point.contactPointId === attempt.contactPointId);
  };
  const channelWords = (channel: string) => {
    const kind = CONTACT_KINDS.find((one) => one === channel);
    return kind ? code(`contact.${kind}`) : t("visit");
  };
  const columns: Column<Attempt>[] = [
    {
      id: "at",
      head: t("col.at"),
      isRowHead: true,
      isNowrap: true,
      cell: (row) => format.instant(row.at ?? ""),
    },
    {
      id: "who",
      head: t("col.who"),
      cell: (row) => {
        const party = partyOf(row.partyId);
        return party ? `${role(`mediation.${party.side}`)} ${party.name}` : "";
      },
    },
    {
      id: "how",
      head: t("col.how"),
      cell: (row) => {
        const point = pointOf(row);
        return (
          <>
            {channelWords(row.channel)}
            {point ? <Sub>{full?.contacts[point.contactPointId] ?? point.masked}</Sub> : null}
          </>
        );
      },
    },
    {
      id: "result",
      head: t("col.result"),
      cell: (row) => (
        <>
          <Status tone={row.result === "answered" || row.result === "delivered" ? "done" : "no"}>
            {code(`contactResult.${row.result}`)}
          </Status>
          {row.nextTryOn ? <Sub>{t("nextTryOn", { on: format.date(row.nextTryOn) })}</Sub> : null}
        </>
      ),
    },
    {
      id: "words",
      head: t("col.words"),
      cell: (row) =>
        full?.words[row.attemptId] ?? (row.hasWords ? <span className="q">{t("hasWords")}</span> : ""),
    },
    { id: "by", head: t("col.by"), cell: (row) => row.by ?? "" },
  ];
  return (
    <Section id="tried" title={t("logTitle")} note={t("logNote", { count: page.contactLog.length })}>
      {page.contactLog.length === 0 ? (
        <Empty title={t("empty")}>{t("emptyText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={t("logTitle")}
            scrollLabel={tShell("scrolls", { what: t("logTitle") })}
            columns={columns}
            rows={page.contactLog}
            rowKey={(row) => row.attemptId}
          />
        </Sheet>
      )}
    </Section>
  );
}
