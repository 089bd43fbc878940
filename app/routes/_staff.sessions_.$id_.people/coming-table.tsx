import * as booking from "~/i18n/booking";
import * as people from "~/i18n/session-people";
import * as shell from "~/i18n/shell";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Status } from "~/ui/status";
import { type Column, Numeral, Sub, Table } from "~/ui/table";
import { nameIn } from "../_staff.cases_.$id/names";
import { knownReply, REPLY_TONES } from "../_staff.cases_.$id/replies";
import { HeardForm } from "./heard-form";
import type { PeopleShown } from "./route";

type Person = PeopleShown["coming"][number];
const CHANNELS = ["phone", "counter", "wechat", "mail", "link"] as const;

/** Everybody who is to come, with his answer, the buttons for one that was heard, and the one that excuses him. */
export function ComingTable({ shown }: { shown: PeopleShown }) {
  const [t, kind, tShell] = [useText(people), useText(booking), useText(shell)];
  const format = useFormat();
  const locale = useLocale();
  const isSide = (row: Person) => row.kind === "party" || row.kind === "agent";
  const columns: Column<Person>[] = [
    {
      id: "who",
      head: t("who"),
      isRowHead: true,
      cell: (row) => (
        <>
          {nameIn(locale, row)}
          <Sub>{kind(`kind.${row.kind}`)}</Sub>
        </>
      ),
    },
    {
      id: "answer",
      head: t("answer"),
      cell: (row) =>
        row.answers.map((one) => {
          const reply = knownReply(one.reply);
          const how = CHANNELS.find((channel) => channel === one.how);
          return (
            <div key={one.caseId}>
              {shown.place.cases.length > 1 && one.number ? <Numeral>{one.number}</Numeral> : null}{" "}
              <Status tone={REPLY_TONES[reply]}>{t(`reply.${reply}`)}</Status>
              {one.repliedAt ? (
                <Sub>
                  {format.instantShort(one.repliedAt)} {how ? t(`how.${how}`) : null}
                </Sub>
              ) : null}
            </div>
          );
        }),
    },
    ...(shown.isOn
      ? [
          {
            id: "heard",
            head: t("heard"),
            isScreenOnly: true,
            cell: (row: Person) =>
              isSide(row) ? (
                row.answers.map((one) => (
                  <HeardForm
                    key={one.caseId}
                    formKey={shown.formKey}
                    who={nameIn(locale, row)}
                    number={shown.place.cases.length > 1 ? one.number : null}
                    caseId={one.caseId}
                    recipientId={one.recipientId}
                  />
                ))
              ) : (
                <span className="q">{t("own")}</span>
              ),
          },
          {
            id: "change",
            head: t("change"),
            isScreenOnly: true,
            cell: (row: Person) =>
              row.kind === "mediator" || row.resourceId === null ? null : (
                <Form method="post">
                  <input type="hidden" name="_key" value={shown.formKey} />
                  <input type="hidden" name="resourceId" value={row.resourceId} />
                  <input type="hidden" name="version" value={shown.version} />
                  <Button look="quiet" name="intent" value="excuse" reading={nameIn(locale, row)}>
                    {t("excuse")}
                  </Button>
                </Form>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section id="coming" title={t("coming.title")} note={t("coming.note", { count: shown.coming.length })}>
      <Sheet className="gap">
        <Table
          caption={t("coming.title")}
          scrollLabel={tShell("scrolls", { what: t("coming.title") })}
          columns={columns}
          rows={shown.coming}
          rowKey={(row) => row.resourceId ?? row.answers[0]?.recipientId ?? row.name}
        />
      </Sheet>
    </Section>
  );
}
