import * as documents from "~/i18n/document-codes";
import * as dues from "~/i18n/dues";
import { useFormat, useText } from "~/i18n/use-text";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import type { CaseShown } from "./case.server";
import { type Due, useDueWords } from "./due-words";

const TONES: Readonly<Record<Due["status"], Tone>> = {
  notDue: "wait",
  due: "now",
  partly: "part",
  performed: "done",
  overdue: "over",
  waived: "no",
};

/** What is owed and what of it was performed; those who may enter it are led to the form. */
export function DueSection({ shown }: { shown: CaseShown }) {
  const [t, code] = [useText(dues), useText(documents)];
  const format = useFormat();
  const wordsOf = useDueWords(shown.parties);
  if (!shown.dues || shown.dues.length === 0) return null;
  const done = shown.dues.filter((due) => due.performedOn).length;
  // While something is open the event is refused as a whole, but single dues can be entered all the same.
  const mayRecord = shown.chances.some((chance) => chance.event === "recordPerformed");
  return (
    <Section id="dues" title={t("title")} note={t("note", { count: shown.dues.length, done })}>
      <ul className="papers">
        {shown.dues.map((due) => {
          const words = wordsOf(due);
          return (
            <li key={due.obligationId}>
              {words.which} {words.owed}{" "}
              <span className="q">
                {due.performedOn ? t("performedOn", { on: format.date(due.performedOn) }) : words.until}
              </span>{" "}
              <Status tone={TONES[due.status]}>{code(`due.${due.status}`)}</Status>
            </li>
          );
        })}
      </ul>
      {mayRecord && done < shown.dues.length ? (
        <p className="gap no-print">
          <Anchor href={`/cases/${shown.header.caseId}/act/recordPerformed`}>{t("record")}</Anchor>
        </p>
      ) : null}
    </Section>
  );
}
