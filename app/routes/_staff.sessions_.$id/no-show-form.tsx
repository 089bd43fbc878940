import * as casePage from "~/i18n/case-page";
import * as page from "~/i18n/session-page";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check, Choices } from "~/ui/choices";
import { Form } from "~/ui/router";
import { knownReply } from "../_staff.cases_.$id/replies";
import type { SessionFormProps } from "./route";
import { useToldStatus } from "./told-status";

/** Nobody can mediate because a side stayed away; beside each party what is known of its notice, which must be proven. */
export function NoShowForm({ work, formKey, answer }: SessionFormProps) {
  const [t, tCase, tShell] = [useText(page), useText(casePage), useText(shell)];
  const statusOf = useToldStatus();
  const noticeOf = (partyId: string, replies: readonly { reply: string }[]) => {
    const told = work.told.find((one) => one.partyId === partyId);
    const reply = knownReply(replies[0]?.reply ?? "");
    return t("noShow.notice", {
      status: told ? statusOf(told) : t("noShow.noNotice"),
      reply: tCase(`reply.${reply}`),
    });
  };
  return (
    <details className="fold" open={answer?.values.intent === "noShow"}>
      <summary>{t("noShowTitle")}</summary>
      <Form method="post" className="form" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <Choices
          kind="checkbox"
          id="absentPartyIds"
          name="absent"
          legend={t("noShow.who")}
          hint={t("noShowNote")}
          error={answer?.fields.absentPartyIds}
          errorPrefix={tShell("error")}
          isColumn
          choices={work.cases.flatMap((one) =>
            one.parties.map(({ partyId, name, replies }) => ({
              value: partyId,
              label: name,
              hint: noticeOf(partyId, replies),
            })),
          )}
        />
        <Check name="noticeProven" label={t("noShow.proof")} />
        <div className="acts">
          <Button look="final" name="intent" value="noShow">
            {t("noShowDo")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
