import { EFFECTS } from "~/domain/cases/effects";
import { isMailboxFault } from "~/domain/notices/mailbox-faults";
import * as effects from "~/i18n/effects";
import * as list from "~/i18n/notice-list";
import * as shell from "~/i18n/shell";
import * as tasks from "~/i18n/tasks";
import { useFormat, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Status, type Tone } from "~/ui/status";
import { Numeral } from "~/ui/table";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { TaskShown } from "./route";

const TONES: Record<TaskShown["kind"], Tone> = {
  bounced: "over",
  silent: "risk",
  counterProposal: "wait",
  mailboxDown: "risk",
  unmatchedMail: "wait",
  tooLargeMail: "wait",
  calendarConflict: "risk",
  deadLetter: "no",
};

interface TaskItemProps {
  task: TaskShown;
  formKey: string;
  answer: FormAnswer | undefined;
}

/** What happened to whom, and what to do next. */
export function TaskItem({ task, formKey, answer }: TaskItemProps) {
  const [t, say, effect] = [useText(tasks), useText(list), useText(effects)];
  const format = useFormat();
  const channel = task.channel === "sms" || task.channel === "paper" ? task.channel : "mail";
  const deed = EFFECTS.find((one) => one === task.effect);
  const ways = task.other_ways
    ?.split(",")
    .map((way) => {
      const [by = "mail", status = "queued"] = way.split(" ");
      return `${say(`channel.${by}` as "channel.mail")} ${say(`status.${status}` as "status.sent")}`;
    })
    .join("; ");
  const facts = [
    task.name && t("to", { name: task.name }),
    task.channel && t("channel", { channel: say(`channel.${channel}`) }),
    task.address && t("address", { address: task.address }),
    task.code && t("code", { code: isMailboxFault(task.code) ? t(`fault.${task.code}`) : task.code }),
    deed && t("effect", { effect: effect(deed) }),
    ways && t("ways", { ways }),
    task.start_at && t("session", { when: format.instant(task.start_at) }),
    t("opened", { at: format.instantShort(task.opened_at) }),
  ].filter(Boolean);
  return (
    <li>
      <p>
        {task.number && task.case_id ? (
          <Numeral href={`/cases/${task.case_id}`}>{task.number}</Numeral>
        ) : null}{" "}
        <Status tone={TONES[task.kind]}>{t(`kind.${task.kind}`)}</Status>
      </p>
      <p>{facts.join(" · ")}</p>
      <p>{t(`next.${task.kind}`)}</p>
      <details open={answer !== undefined}>
        <summary>
          {t("work")}
          <span className="sr"> {[task.number, task.name].filter(Boolean).join(" ")}</span>
        </summary>
        <TaskForms task={task} formKey={formKey} answer={answer} />
      </details>
    </li>
  );
}

function TaskForms({ task, formKey, answer }: TaskItemProps) {
  const t = useText(tasks);
  const errorPrefix = useText(shell)("error");
  const { error, value } = fieldsOf(answer);
  const reading = [task.number, task.name].filter(Boolean).join(" ");
  const channel = task.channel === "sms" ? "sms" : "mail";
  const isMessage = task.kind === "bounced" || task.kind === "silent";
  const mayCorrect = task.kind === "bounced" && task.channel !== "paper" && task.party_id !== null;
  const mayResend = task.kind === "deadLetter" || (isMessage && task.channel !== "paper");
  const hidden = (
    <>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="taskId" value={task.id} />
    </>
  );
  return (
    <div className="form gap">
      {mayCorrect ? (
        <Form method="post" className="form" noValidate>
          {hidden}
          <input type="hidden" name="caseId" value={task.case_id ?? ""} />
          <input type="hidden" name="partyId" value={task.party_id ?? ""} />
          <input type="hidden" name="agentId" value={task.agent_id ?? ""} />
          <input type="hidden" name="channel" value={channel} />
          <Field
            id={`value-${task.id}`}
            label={t("value", { what: t(`value.${channel}`) })}
            error={error("value")}
            errorPrefix={errorPrefix}
          >
            <TextInput
              name="value"
              type={channel === "sms" ? "tel" : "email"}
              autoComplete="off"
              maxLength={120}
              defaultValue={value("value")}
            />
          </Field>
          <div className="acts">
            <Button look="main" name="intent" value="correct" reading={reading}>
              {t("correct")}
            </Button>
          </div>
        </Form>
      ) : null}
      <Form method="post" className="acts">
        {hidden}
        {mayResend ? (
          <Button name="intent" value="resend" reading={reading}>
            {t("resend")}
          </Button>
        ) : null}
        {isMessage && task.notice_id ? (
          <LinkButton
            href={`/notices/letters?pick=${task.notice_id}#to-print`}
            icon="print"
            reading={reading}
          >
            {t("print")}
          </LinkButton>
        ) : null}
        {task.case_id ? (
          <LinkButton href={`/cases/${task.case_id}/contacts`} icon="phone" reading={reading}>
            {t("phone")}
          </LinkButton>
        ) : null}
        {task.session_id ? (
          <LinkButton href={`/sessions/${task.session_id}/told`} reading={reading}>
            {t("openSession")}
          </LinkButton>
        ) : null}
      </Form>
      <Form method="post" className="form" noValidate>
        {hidden}
        <Field id={`note-${task.id}`} label={t("note")} error={error("note")} errorPrefix={errorPrefix}>
          <TextInput name="note" maxLength={300} autoComplete="off" defaultValue={value("note")} />
        </Field>
        <div className="acts">
          <Button look="quiet" name="intent" value="close" reading={reading}>
            {t("close")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
