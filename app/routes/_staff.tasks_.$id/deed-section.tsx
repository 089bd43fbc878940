import * as taskPage from "~/i18n/task-page";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { PartProps } from "./route";

/** What could not be done after many tries goes once more, from the beginning. */
export function DeedSection({ shown }: PartProps) {
  const t = useText(taskPage);
  const { task, deed } = shown;
  if (task.done_at) return null;
  return (
    <Section title={t("deed")} note={t("deed.hint")}>
      {deed ? <p className="gap">{t("deed.tries", { count: deed.attempts })}</p> : null}
      <Form method="post" className="acts gap">
        <input type="hidden" name="_key" value={`${shown.formKey}-again`} />
        <Button look="main" name="intent" value="resend">
          {t("deed.do")}
        </Button>
      </Form>
    </Section>
  );
}
