import type { CONTACT_STATUSES } from "~/domain/notices/contacts";
import * as list from "~/i18n/notice-list";
import * as people from "~/i18n/people-codes";
import * as shell from "~/i18n/shell";
import * as taskPage from "~/i18n/task-page";
import { useFormat, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import { useTaskWords } from "../_staff.tasks/task-words";
import type { PartProps, TaskPage } from "./route";

type NoticeShown = NonNullable<TaskPage["notice"]>;
type Way = NoticeShown["ways"][number];
type Props = PartProps & { notice: NoticeShown };

const TONES: Record<Way["status"], Tone> = {
  queued: "wait",
  sending: "wait",
  printed: "wait",
  sent: "now",
  delivered: "done",
  bounced: "no",
  failed: "no",
  noAddress: "risk",
};
const isGone = (status: (typeof CONTACT_STATUSES)[number]) => status === "dead" || status === "wrongPerson";

/** Every way that was tried and what became of it, where else somebody can be reached, and how to send it again. */
export function NoticeSection(props: Props) {
  const { shown, notice } = props;
  const [t, say, code] = [useText(taskPage), useText(list), useText(people)];
  const format = useFormat();
  const words = useTaskWords();
  const { task } = shown;
  return (
    <>
      <Section title={t("notice")} note={t("notice.note")}>
        {notice.ways.length === 0 ? <p className="gap">{t("notice.none")}</p> : null}
        <ol className="attn is-wide">
          {notice.ways.map((way) => (
            <li key={way.id}>
              <p className="marks">
                <b>{say(`channel.${way.channel}`)}</b> {way.addressMasked}{" "}
                <Status tone={TONES[way.status]}>
                  {say(`status.${way.status === "sending" ? "queued" : way.status}`)}
                </Status>
              </p>
              <p className="q">
                {[
                  format.instant(way.at),
                  words.reason({
                    code: way.status === "sent" ? null : way.detail,
                    reason: way.reason,
                    why: null,
                  }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t("contacts")}>
        {notice.contacts.length === 0 ? (
          <p className="gap">{t(task.party_id ? "contacts.none" : "contacts.staff")}</p>
        ) : null}
        <ul className="attn is-wide">
          {notice.contacts.map((one) => (
            <li key={one.id}>
              <p className="marks">
                {code(`contact.${one.kind}`)} <b className="num">{one.masked}</b>{" "}
                <Status tone={isGone(one.status) ? "no" : one.status === "verified" ? "done" : "wait"}>
                  {code(`contactStatus.${one.status}`)}
                </Status>{" "}
                {one.preferred ? t("contacts.preferred") : null}
              </p>
            </li>
          ))}
        </ul>
        <div className="acts gap">
          {task.case_id ? (
            <>
              <LinkButton look="quiet" href={`/cases/${task.case_id}/contacts`}>
                {t("contactLog")}
              </LinkButton>
              <LinkButton look="quiet" href={`/cases/${task.case_id}/notices`}>
                {t("evidence")}
              </LinkButton>
            </>
          ) : null}
          {task.session_id ? (
            <LinkButton look="quiet" href={`/sessions/${task.session_id}/told`}>
              {t("toldSheet")}
            </LinkButton>
          ) : null}
        </div>
      </Section>
      {task.done_at ? null : <CorrectForm {...props} />}
      {task.done_at ? null : <AgainForms {...props} />}
    </>
  );
}

/** The address as it should be; it takes the place of the wrong one, and the notice goes to it. */
function CorrectForm({ shown, answer }: Props) {
  const [t, tShell] = [useText(taskPage), useText(shell)];
  const { task } = shown;
  const { error, value } = fieldsOf(answer?.values.intent === "correct" ? answer : undefined);
  if (!task.case_id || !task.party_id) return null;
  return (
    <Section id="correct" title={t("correct")} note={t("correct.hint")}>
      <Form method="post" className="form gap" noValidate>
        <input type="hidden" name="_key" value={`${shown.formKey}-correct`} />
        <input type="hidden" name="caseId" value={task.case_id} />
        <input type="hidden" name="partyId" value={task.party_id} />
        <input type="hidden" name="agentId" value={task.agent_id ?? ""} />
        <Field id="kind" label={t("correct.kind")}>
          <Select
            name="kind"
            defaultValue={value("kind", task.channel === "sms" ? "mobile" : "email")}
            options={[
              { value: "email", label: t("correct.email") },
              { value: "mobile", label: t("correct.mobile") },
            ]}
          />
        </Field>
        <Field id="value" label={t("correct.value")} error={error("value")} errorPrefix={tShell("error")}>
          <TextInput name="value" autoComplete="off" maxLength={120} defaultValue={value("value")} />
        </Field>
        <div className="acts">
          <Button look="main" name="intent" value="correct">
            {t("correct.do")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** The ways that are open now; a letter is printed with the others. */
function AgainForms({ shown, notice }: Props) {
  const t = useText(taskPage);
  const has = (kind: "email" | "mobile") =>
    notice.contacts.some((one) => one.kind === kind && !isGone(one.status));
  const ways = [...(has("email") ? (["mail"] as const) : []), ...(has("mobile") ? (["sms"] as const) : [])];
  return (
    <Section id="again" title={t("again")}>
      <div className="acts gap">
        {ways.map((channel) => (
          <Form method="post" key={channel}>
            <input type="hidden" name="_key" value={`${shown.formKey}-again`} />
            <input type="hidden" name="channel" value={channel} />
            <Button name="intent" value="resend">
              {t(`again.${channel}`)}
            </Button>
          </Form>
        ))}
        <LinkButton href={`/notices/letters?pick=${notice.noticeId}#to-print`} icon="print">
          {t("again.print")}
        </LinkButton>
      </div>
    </Section>
  );
}
