import { SIDES } from "~/domain/cases/sides";
import * as roles from "~/i18n/roles";
import * as page from "~/i18n/session-page";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextArea } from "~/ui/input";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { SessionFormProps } from "./route";
import type { Note } from "./workspace.server";

const KINDS = ["note", "caucus", "offer", "concession", "assessment"] as const;
const kindOf = (kind: string) => KINDS.find((one) => one === kind) ?? "note";

/** Behind a lock: what was said, side by side; opened by a press that is recorded. */
export function NotesSection({
  formKey,
  answer,
  called,
  notes,
}: SessionFormProps & { notes?: readonly Note[] }) {
  const [t, role, tShell] = [useText(page), useText(roles), useText(shell)];
  const format = useFormat();
  const hidden = (
    <>
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="caseId" value={called.caseId} />
    </>
  );
  return (
    <Section id="notes" title={t("notes")}>
      <Notice icon="lock">
        {t("notesLock")}{" "}
        {notes ? null : (
          <Form method="post">
            {hidden}
            <button type="submit" className="as-link" name="intent" value="showNotes">
              {t("notesShow")}
            </button>
          </Form>
        )}
      </Notice>
      {notes ? (
        <ul className="papers">
          {notes.length === 0 ? <li>{t("notes.none")}</li> : null}
          {notes.map((note) => (
            <li key={note.noteId}>
              <b>
                {t(`kind.${kindOf(note.kind)}`)} ·{" "}
                {note.side ? role(`mediation.${note.side}`) : t("note.both")}
              </b>{" "}
              <span className="q">
                {note.author} {format.instantShort(note.writtenAt)}
              </span>
              <p className="letter">{note.words}</p>
            </li>
          ))}
        </ul>
      ) : null}
      <Form method="post" className="form gap" noValidate key={`${formKey}-note`}>
        {hidden}
        <div className="form-row">
          <Field id="kind" label={t("note.kind")}>
            <Select
              name="kind"
              defaultValue={answer?.values.kind}
              options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
            />
          </Field>
          <Field id="side" label={t("note.side")}>
            <Select
              name="side"
              blank={t("note.both")}
              defaultValue={answer?.values.side}
              options={SIDES.map((side) => ({ value: side, label: role(`mediation.${side}`) }))}
            />
          </Field>
        </div>
        <Field id="words" label={t("note.words")} error={answer?.fields.words} errorPrefix={tShell("error")}>
          <TextArea name="words" rows={3} maxLength={5000} defaultValue={answer?.values.words} />
        </Field>
        <div className="acts">
          <Button name="intent" value="note" icon="lock">
            {t("noteDo")}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
