import * as taskPage from "~/i18n/task-page";
import { useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { NoteForm } from "./note-form";
import type { PartProps } from "./route";

/** The way out that every task has: somebody saw to it otherwise, and says how. */
export function CloseForm({ shown, answer }: PartProps) {
  const t = useText(taskPage);
  const isMessage = shown.task.kind === "unmatchedMail";
  return (
    <>
      {isMessage ? (
        <Section title={t("nothing")} note={t("nothing.hint")}>
          <NoteForm shown={shown} answer={answer} how="nothing" label={t("why")} act={t("nothing.do")} />
        </Section>
      ) : null}
      <Section title={t("close")} note={t("close.hint")}>
        <NoteForm shown={shown} answer={answer} how="done" label={t("close.note")} act={t("close.do")} />
      </Section>
    </>
  );
}
