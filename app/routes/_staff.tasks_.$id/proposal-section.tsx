import * as shell from "~/i18n/shell";
import * as slotCodes from "~/i18n/slot-codes";
import * as taskPage from "~/i18n/task-page";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Facts } from "~/ui/facts";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import { obstacleWords } from "../_staff.cases_.$id_.book/slot-words";
import type { PartProps, TaskPage } from "./route";

type Props = PartProps & { proposal: NonNullable<TaskPage["proposal"]> };

/** The proposed time beside the one that stands, whether all could come, and the decision. */
export function ProposalSection(props: Props) {
  const { shown, proposal } = props;
  const t = useText(taskPage);
  const format = useFormat();
  const isOpen = proposal.status === "open" && shown.task.done_at === null;
  return (
    <Section id="proposal" title={t("proposal")}>
      <Facts
        isPadded
        facts={[
          ...(proposal.now
            ? [
                {
                  term: t("proposal.present"),
                  value: format.range(proposal.now.startAt, proposal.now.endAt),
                },
              ]
            : []),
          {
            term: t("proposal.proposed"),
            value: <b>{format.range(proposal.startAt, proposal.endAt)}</b>,
          },
          ...(proposal.words
            ? [{ term: t("proposal.words"), value: <div className="as-typed">{proposal.words}</div> }]
            : []),
          ...(isOpen ? [{ term: t("proposal.can"), value: <CanAll {...props} /> }] : []),
        ]}
      />
      {isOpen ? <DecideForm {...props} /> : <p className="gap">{t("proposal.over")}</p>}
    </Section>
  );
}

/** The engine's own answer for this time, as of now. */
function CanAll({ shown }: Props) {
  const [t, code] = [useText(taskPage), useText(slotCodes)];
  const locale = useLocale();
  const { explained } = shown;
  if (!explained) return t("proposal.unknown");
  if (explained.offered)
    return (
      <>
        <Status tone="done">{t("proposal.yes")}</Status> {t("proposal.yesText")}
      </>
    );
  const obstacles = [...explained.conflicts, ...explained.rooms].map((one) =>
    obstacleWords(locale, one.code, one.who, one.need),
  );
  return (
    <>
      <Status tone="no">{t("proposal.no")}</Status>
      <ul className="said">
        {[...new Set([...obstacles, ...explained.notSearched.map((one) => code(`notSearched.${one}`))])].map(
          (text) => (
            <li key={text}>{text}</li>
          ),
        )}
      </ul>
    </>
  );
}

function DecideForm({ shown, proposal, answer }: Props) {
  const [t, tShell] = [useText(taskPage), useText(shell)];
  const { error, value } = fieldsOf(answer?.values.intent === "accept" ? answer : undefined);
  const { session_id: sessionId } = shown.task;
  if (!shown.mayDecide || !sessionId) return null;
  return (
    <Form method="post" className="form gap" noValidate>
      <input type="hidden" name="_key" value={`${shown.formKey}-decide`} />
      <input type="hidden" name="sessionId" value={sessionId} />
      <input type="hidden" name="proposalId" value={proposal.proposalId} />
      <input type="hidden" name="version" value={proposal.version} />
      <Field id="reason" label={t("proposal.reason")} error={error("reason")} errorPrefix={tShell("error")}>
        <TextInput name="reason" maxLength={300} defaultValue={value("reason") ?? t("proposal.default")} />
      </Field>
      <div className="acts">
        <Button look="main" name="intent" value="accept">
          {t("proposal.accept")}
        </Button>
        <Button name="intent" value="decline">
          {t("proposal.decline")}
        </Button>
        <LinkButton look="quiet" href={`/sessions/${sessionId}`}>
          {t("proposal.session")}
        </LinkButton>
      </div>
    </Form>
  );
}
