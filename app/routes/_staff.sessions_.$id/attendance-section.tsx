import * as page from "~/i18n/session-page";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { AttendanceFields } from "./attendance-fields";
import type { SessionFormProps } from "./route";

/** Who came, corrected as people arrive. */
export function AttendanceSection({ work, called, formKey, answer }: SessionFormProps) {
  const t = useText(page);
  const count = work.cases.reduce((sum, one) => sum + one.parties.length, 0);
  return (
    <Section id="attendance" title={t("attendance")} note={t("attendanceNote", { count })}>
      <Form method="post" className="form is-wide gap" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="caseId" value={called.caseId} />
        <div>
          <AttendanceFields cases={work.cases} suggests={false} values={answer?.values} />
        </div>
        <div className="acts">
          <Button name="intent" value="attendance">
            {t("attDo")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
