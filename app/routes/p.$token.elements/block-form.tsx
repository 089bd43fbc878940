import type { Side } from "~/domain/cases/sides";
import type { Block, Sheet } from "~/domain/elements/element";
import { type Answers, elementsOf } from "~/domain/elements/sheet";
import type { Responses } from "~/domain/elements/sheet-comparison";
import { named } from "~/i18n/element-words";
import * as party from "~/i18n/party-elements";
import { useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Anchor, Form } from "~/ui/router";
import { FormErrors } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { ClaimantFields } from "../_staff.cases_.$id_.elements_.$side/claimant-fields";
import { RespondentFields } from "../_staff.cases_.$id_.elements_.$side/respondent-fields";

interface BlockFormProps {
  sheet: Sheet;
  block: Block;
  side: Side;
  answers: Answers;
  responses: Responses;
  /** What is saved over, and which version of the claimant's is answered. */
  version: number;
  to: number;
  formKey: string;
  answer?: FormAnswer;
  isSaved: boolean;
}

/** One block of the sheet as a form of its own; saving leads to the next. */
export function BlockForm(props: BlockFormProps) {
  const { sheet, block, side, answers, responses, version, to, formKey, answer, isSaved } = props;
  const t = useText(party);
  const locale = useLocale();
  const typed = (name: string) => answer?.values[name];
  const error = (name: string) => answer?.fields[name];
  const labelOf = (name: string) => {
    const one = elementsOf(sheet).find((each) => name === each.name || name.startsWith(`${each.name}.`));
    return one ? named(locale, one.element) : undefined;
  };
  const fields = { sheet, answers, typed, error, only: block.key };
  return (
    <>
      <h1>{named(locale, block)}</h1>
      <FormErrors answer={answer} labelOf={labelOf} />
      {isSaved ? <Notice isOutcome tone="done" title={t("savedNext")} /> : null}
      <Form method="post" noValidate key={`${block.key} ${formKey}`}>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="to" value={to} />
        <input type="hidden" name="block" value={block.key} />
        {side === "claimant" ? (
          <ClaimantFields {...fields} />
        ) : (
          <RespondentFields {...fields} responses={responses} />
        )}
        <p className="btns">
          <Button look="main" isWide>
            {t("save")}
          </Button>
        </p>
      </Form>
      <p className="mt">
        <Anchor href="?">{t("toList")}</Anchor>
      </p>
    </>
  );
}
