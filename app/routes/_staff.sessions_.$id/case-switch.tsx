import * as page from "~/i18n/session-page";
import { useText } from "~/i18n/use-text";
import { Notice } from "~/ui/notice";
import { Tabs } from "~/ui/tabs";
import type { SessionCase, Workspace } from "./workspace.server";

/** Which case is called, and the others of the same session. */
export function CaseSwitch({ work, called }: { work: Workspace; called: SessionCase }) {
  const t = useText(page);
  const at = work.cases.indexOf(called) + 1;
  return (
    <>
      <Tabs
        label={t("switch")}
        tabs={work.cases.map((one) => ({
          href: `?case=${one.caseId}`,
          label: one.caseNo ?? one.registrationNo,
          isCurrent: one.caseId === called.caseId,
        }))}
      />
      <Notice tone="act">
        <p>
          <b>
            {t("calling")} {at} / {work.cases.length} ·{" "}
            <span className="no">{called.caseNo ?? called.registrationNo}</span>
          </b>{" "}
          {t("serves", { count: work.cases.length })}
        </p>
      </Notice>
    </>
  );
}
