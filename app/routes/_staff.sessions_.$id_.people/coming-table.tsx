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
const CHANNELS = ["phone", "counter", "wechat", "mail", "sms", "link"] as const;
const knownChannel = (how: string | null) => CHANNELS.find((channel) => channel === how);

/** One answer as it stands: of which case, what, when and how it came. */
function Told({ one, isOfMany }: { one: Person["answers"][number]; isOfMany: boolean }) {
  const t = useText(people);
  const format = useFormat();
  const reply = knownReply(one.reply);
  const how = knownChannel(one.how);
  return (
    <div>
      {isOfMany && one.number ? (
        <div>
          <Numeral>{one.number}</Numeral>
        </div>
      ) : null}
      <Status tone={REPLY_TONES[reply]}>{t(`reply.${reply}`)}</Status>
      {one.repliedAt ? (
        <Sub>
          {format.instantShort(one.repliedAt)} {how ? t(`how.${how}`) : null}
        </Sub>
      ) : null}
      {one.earlier.map((before) => {
        const by = knownChannel(before.how);
        return (
          <Sub key={before.at}>
            {t("earlier", {
              reply: t(`reply.${knownReply(before.reply)}`),
              at: format.instantShort(before.at),
              how: by ? t(`how.${by}`) : "",
            })}
          </Sub>
        );
      })}
    </div>
  );
}

/** Everybody who is to come, with his answer, the buttons for one that was heard, and the one that excuses him. */
export function ComingTable({ shown }: { shown: PeopleShown }) {
  const [t, kind, tShell] = [useText(people), useText(booking), useText(shell)];
  const locale = useLocale();
  const isJoint = shown.place.cases.length > 1;
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
      head: t(shown.isOn ? "answerAndHeard" : "answer"),
      cell: (row) => (
        <>
          {row.answers.map((one) => (
            <div key={one.caseId} className="replies">
              <Told one={one} isOfMany={isJoint} />
              {shown.isOn && isSide(row) ? (
                <HeardForm
                  formKey={shown.formKey}
                  who={nameIn(locale, row)}
                  number={isJoint ? one.number : null}
                  caseId={one.caseId}
                  recipientId={one.recipientId}
                />
              ) : null}
            </div>
          ))}
          {shown.isOn && !isSide(row) ? <Sub>{t("own")}</Sub> : null}
          {shown.isOn && row.kind !== "mediator" && row.resourceId !== null ? (
            <Form method="post" className="gap">
              <input type="hidden" name="_key" value={shown.formKey} />
              <input type="hidden" name="resourceId" value={row.resourceId} />
              <input type="hidden" name="version" value={shown.version} />
              <Button look="quiet" name="intent" value="excuse" reading={nameIn(locale, row)}>
                {t("excuse")}
              </Button>
            </Form>
          ) : null}
        </>
      ),
    },
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
