import { PROCEDURES, TRACKS } from "~/domain/cases/routes";
import * as codes from "~/i18n/codes";
import * as shell from "~/i18n/shell";
import * as trial from "~/i18n/trial";
import { useLocale, useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { nameIn } from "../_staff.cases_.$id/names";
import type { Allot } from "./route";

/** Track, procedure, team, judge. The proposal is only filled in; people allot. */
export function AllotForm({ page, answer }: { page: Allot; answer?: FormAnswer }) {
  const [t, code, tShell] = [useText(trial), useText(codes), useText(shell)];
  const locale = useLocale();
  const { error, value } = fieldsOf(answer);
  const errorPrefix = tShell("error");
  const { proposal } = page;
  const track = proposal.procedure === "ordinaryPanel" ? "ordinary" : "fastTrack";
  const teamName = (one: Allot["judges"][number]) => (locale === "zh-CN" ? one.team : one.teamEn) ?? "";
  return (
    <Section id="allot" title={t("decide")}>
      <Form method="post" className="form mt" key={`${page.formKey}`}>
        <input type="hidden" name="_key" value={page.formKey} />
        <Choices
          kind="radio"
          id="track"
          name="track"
          legend={t("track")}
          error={error("track")}
          errorPrefix={errorPrefix}
          choices={TRACKS.map((one) => ({ value: one, label: code(`track.${one}`) }))}
          chosen={[value("track", track) ?? ""]}
        />
        <Field id="procedure" label={t("procedure")} error={error("procedure")} errorPrefix={errorPrefix}>
          <Select
            name="procedure"
            defaultValue={value("procedure", proposal.procedure)}
            options={PROCEDURES.map((one) => ({ value: one, label: code(`procedure.${one}`) }))}
          />
        </Field>
        <Field id="teamId" label={t("team")} error={error("teamId")} errorPrefix={errorPrefix}>
          <Select
            name="teamId"
            blank={tShell("none")}
            defaultValue={value("teamId", page.teamId ?? "")}
            options={page.teams.map((one) => ({ value: one.teamId, label: nameIn(locale, one) }))}
          />
        </Field>
        <Field id="judgeId" label={t("judge")} error={error("judgeId")} errorPrefix={errorPrefix}>
          <Select
            name="judgeId"
            blank={t("teamJudge")}
            defaultValue={value("judgeId", "")}
            options={page.judges.map((one) => ({
              value: one.judgeId,
              isDisabled: one.barred,
              label: one.barred
                ? t("judgeBarred", { name: one.name })
                : one.team
                  ? t("judgeOption", { name: one.name, team: teamName(one) })
                  : one.name,
            }))}
          />
        </Field>
        <p className="hint">{page.chance.why ?? t("done")}</p>
        <div className="acts">
          <Button look="main">{t("allotNow")}</Button>
          <LinkButton look="quiet" href={`/cases/${page.header.caseId}`}>
            {tShell("cancel")}
          </LinkButton>
        </div>
      </Form>
    </Section>
  );
}
