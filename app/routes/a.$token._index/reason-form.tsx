import * as answerLink from "~/i18n/answer-link";
import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextArea } from "~/ui/input";
import { type Stamp, StampedForm } from "./answer-form";

/** Why not: asked after the refusal stands, so that nobody has to give a reason to refuse. */
export function ReasonForm({ stamp, typed }: { stamp: Stamp; typed?: string | undefined }) {
  const [t, say] = [useText(answerLink), useText(party)];
  return (
    <section aria-labelledby="h-why">
      <h2 id="h-why">{t("why")}</h2>
      <StampedForm stamp={stamp} className="form">
        <Field id="reason" label={say("whyNo")}>
          <TextArea name="reason" maxLength={300} rows={3} defaultValue={typed} />
        </Field>
        <p className="btns">
          <Button type="submit" name="reply" value="declined" isWide>
            {t("whyGo")}
          </Button>
        </p>
      </StampedForm>
    </section>
  );
}
