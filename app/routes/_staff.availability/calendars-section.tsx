import * as ownCalendars from "~/i18n/own-calendars";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { Anchor, Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import { CalendarSource } from "./calendar-source";
import type { AvailabilityShown } from "./route";

/** Calendars of a person's own that count here: his to bring in; others see only whether they can be relied on. */
export function CalendarsSection({ kept, answer }: { kept: AvailabilityShown; answer?: FormAnswer }) {
  const t = useText(ownCalendars);
  if (kept.resource.kind === "room")
    return (
      <p className="gap">
        <Anchor href={`/calendar/feed?roomId=${kept.resource.resourceId}`}>{t("roomFeedLink")}</Anchor>
      </p>
    );
  if (!kept.sources) {
    const { count = 0, stale = 0 } = kept.calendars ?? {};
    if (count === 0) return null;
    return (
      <Section id="calendars" title={t("title")}>
        <p className="gap">
          {stale > 0 ? (
            <Status tone="risk">{t("staleOther", { stale, count })}</Status>
          ) : (
            t("countOther", { count })
          )}
        </p>
      </Section>
    );
  }
  return (
    <Section id="calendars" title={t("title")} note={t("note")}>
      {kept.sources.length === 0 ? <p className="gap">{t("none")}</p> : null}
      <ul className="attn">
        {kept.sources.map((source) => (
          <CalendarSource key={source.sourceId} source={source} formKey={kept.formKey} />
        ))}
      </ul>
      <AddForms formKey={kept.formKey} answer={answer} />
      <p className="gap">
        <Anchor href="/calendar/feed">{t("feedLink")}</Anchor>
      </p>
    </Section>
  );
}

function AddForms({ formKey, answer: given }: { formKey: string; answer?: FormAnswer }) {
  const [t, tShell] = [useText(ownCalendars), useText(shell)];
  const answerTo = (intent: string) => (given?.values.intent === intent ? given : undefined);
  const [url, file] = [fieldsOf(answerTo("addCalendar")), fieldsOf(answerTo("uploadCalendar"))];
  const prefix = tShell("error");
  return (
    <>
      <details className="fold" open={answerTo("addCalendar") !== undefined}>
        <summary>{t("addUrl")}</summary>
        <Form method="post" className="form is-wide" noValidate>
          <input type="hidden" name="_key" value={formKey} />
          <Field
            id="name"
            label={t("name")}
            hint={t("nameHint")}
            error={url.error("name")}
            errorPrefix={prefix}
          >
            <TextInput
              name="name"
              maxLength={60}
              defaultValue={url.value("name")}
              required
              autoComplete="off"
            />
          </Field>
          <Field
            id="address"
            label={t("address")}
            hint={t("addressHint")}
            error={url.error("address")}
            errorPrefix={prefix}
          >
            <TextInput
              name="address"
              inputMode="url"
              maxLength={2000}
              defaultValue={url.value("address")}
              required
              autoComplete="off"
            />
          </Field>
          <div className="acts">
            <Button name="intent" value="addCalendar">
              {t("add")}
            </Button>
          </div>
        </Form>
      </details>
      <details className="fold" open={answerTo("uploadCalendar") !== undefined}>
        <summary>{t("addFile")}</summary>
        <Form method="post" encType="multipart/form-data" className="form is-wide" noValidate>
          <input type="hidden" name="_key" value={formKey} />
          <Field id="fileName" label={t("name")} error={file.error("fileName")} errorPrefix={prefix}>
            <TextInput
              name="fileName"
              maxLength={60}
              defaultValue={file.value("fileName")}
              required
              autoComplete="off"
            />
          </Field>
          <Field
            id="file"
            label={t("file")}
            hint={t("fileHint")}
            error={file.error("file")}
            errorPrefix={prefix}
          >
            <TextInput type="file" name="file" accept=".ics,.ical,.ifb,text/calendar" required />
          </Field>
          <div className="acts">
            <Button name="intent" value="uploadCalendar">
              {t("upload")}
            </Button>
          </div>
        </Form>
      </details>
    </>
  );
}
