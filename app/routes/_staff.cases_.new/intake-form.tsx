import * as intake from "~/i18n/intake";
import * as nav from "~/i18n/nav";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Crumbs, Head, Page } from "~/ui/page";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { FormErrors, fieldsOf } from "../_staff/form-errors";
import type { Values } from "../_staff/form-fields";
import { HappenedFields } from "../_staff/happened-fields";
import type { FormAnswer } from "../_staff/refusal.server";
import { DisputeFields, type Team } from "./dispute-fields";
import { intakeLabel } from "./labels";
import { PartyFields } from "./party-fields";
import { blocksIn } from "./party-list";

interface IntakeFormProps {
  formKey: string;
  values: Values;
  teams: readonly Team[];
  focus?: string;
  /** Registration number of an open case between the same sides. */
  twin: string | null;
  answer?: FormAnswer;
}

export function IntakeForm({ formKey, values, teams, focus, twin, answer }: IntakeFormProps) {
  const t = useText(intake);
  const tShell = useText(shell);
  const tNav = useText(nav);
  const blocks = blocksIn(values);
  const controls = { error: fieldsOf(answer).error, value: (name: string) => values[name], focus };
  const side = (wanted: "claimant" | "respondent") => blocks.filter((block) => block.side === wanted);
  const titleOf = (wanted: "claimant" | "respondent", nth: number) =>
    wanted === "claimant" ? t("claimantNo", { number: nth + 1 }) : t("respondentNo", { number: nth + 1 });
  return (
    <Page>
      <Crumbs
        label={tShell("crumbs")}
        crumbs={[{ href: "/cases", label: tNav("nav.cases") }, { label: t("title") }]}
      />
      <Head title={t("title")}>{t("lead")}</Head>
      <FormErrors answer={answer} labelOf={(name) => intakeLabel(t, blocks, name)} />
      <Form method="post" encType="multipart/form-data" className="form is-wide" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        {/* Enter presses the first button of a form: it must be the one that submits. */}
        <button type="submit" className="sr" tabIndex={-1} aria-hidden="true" name="intent" value="submit" />
        <Section title={t("caseSection")} className="form is-wide">
          <DisputeFields controls={controls} teams={teams} />
        </Section>
        {(["claimant", "respondent"] as const).map((wanted) => (
          <Section key={wanted} title={t(`${wanted}s`)} className="form is-wide">
            {side(wanted).map((block, nth, all) => (
              <PartyFields
                key={block.index}
                block={block}
                title={titleOf(wanted, nth)}
                canRemove={all.length > 1}
                controls={controls}
              />
            ))}
            <p>
              <Button name="intent" value={`add:${wanted}`} icon="add" formNoValidate>
                {t(wanted === "claimant" ? "addClaimant" : "addRespondent")}
              </Button>
            </p>
          </Section>
        ))}
        <Section title={t("received")} className="form is-wide">
          <HappenedFields answer={answer} />
          {twin || values.separateReason ? (
            <Field
              id="separateReason"
              label={t("separate")}
              hint={twin ? t("separateHint", { number: twin }) : undefined}
              error={controls.error("separateReason")}
            >
              <TextInput name="separateReason" maxLength={300} defaultValue={values.separateReason} />
            </Field>
          ) : null}
        </Section>
        <div className="acts">
          <Button look="main" name="intent" value="submit">
            {t("submit")}
          </Button>
          <Button name="intent" value="draft" formNoValidate>
            {t("keepDraft")}
          </Button>
          <p className="hint">{t("draftHint")}</p>
        </div>
      </Form>
    </Page>
  );
}
