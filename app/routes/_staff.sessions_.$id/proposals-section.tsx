import * as page from "~/i18n/session-page";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { SessionFormProps } from "./route";

/** Other times that invited people propose from their calendars: taken, the session moves like any other; or it stays. */
export function ProposalsSection({ work, called, formKey, answer }: SessionFormProps) {
  const [t, tShell] = [useText(page), useText(shell)];
  const format = useFormat();
  const { error, value } = fieldsOf(answer?.values.intent === "acceptCounter" ? answer : undefined);
  const nameOf = (id: string) =>
    work.cases
      .flatMap((one) => one.parties)
      .flatMap((party) => [
        { id: party.partyId, name: party.name },
        ...party.agents.map((agent) => ({ id: agent.agentId, name: agent.name })),
      ])
      .find((one) => one.id === id)?.name;
  return (
    <Section id="proposals" title={t("proposals")} note={t("proposals.note")}>
      {work.proposals.map((one, n) => (
        <Form method="post" className="form gap" key={one.proposalId} noValidate>
          <input type="hidden" name="_key" value={`${formKey}-${n}`} />
          <input type="hidden" name="caseId" value={called.caseId} />
          <input type="hidden" name="proposalId" value={one.proposalId} />
          <input type="hidden" name="version" value={work.place.version} />
          <p>
            {t("proposal", {
              who: nameOf(one.recipientId) ?? t("proposal.staff"),
              when: format.range(one.startAt, one.endAt),
            })}
          </p>
          {one.words ? <p className="q2">{one.words}</p> : null}
          <Field
            id={n === 0 ? "reason" : `reason-${n}`}
            label={t("proposal.reason")}
            error={error("reason")}
            errorPrefix={tShell("error")}
          >
            <TextInput
              name="reason"
              maxLength={300}
              defaultValue={value("reason") ?? t("proposal.default")}
            />
          </Field>
          <div className="acts">
            <Button type="submit" name="intent" value="acceptCounter" look="main">
              {t("proposal.accept")}
            </Button>
            <Button type="submit" name="intent" value="declineCounter">
              {t("proposal.decline")}
            </Button>
          </div>
        </Form>
      ))}
    </Section>
  );
}
