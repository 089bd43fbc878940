import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import * as batches from "~/i18n/document-batches";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { BatchShown } from "./route";

/** What would be written, and the two ways on. */
export function DraftPart({ batch }: { batch: BatchShown }) {
  const t = useText(batches);
  const { queued, missing } = batch.counts;
  return (
    <>
      <Notice tone={missing > 0 ? "risk" : undefined}>
        <p>{queued > 0 ? t("ready", { count: queued }) : t("readyNone")}</p>
        {missing > 0 ? <p>{t("missing", { count: missing })}</p> : null}
        {batch.exampleCaseId ? (
          <p className="mt">
            <LinkButton href={`/cases/${batch.exampleCaseId}`}>{t("exampleCase")}</LinkButton>
          </p>
        ) : null}
      </Notice>
      <Form method="post" className="acts gap">
        <input type="hidden" name="_key" value={batch.formKey} />
        {queued > 0 ? (
          <Button look="main" name="intent" value="start">
            {t("start", { count: queued })}
          </Button>
        ) : null}
        <Button name="intent" value="drop">
          {t("drop")}
        </Button>
      </Form>
    </>
  );
}

const EVERY_MS = 3_000;

/** How far it is; the page asks again by itself, and without script at the press of a button. */
export function RunningPart({ batch }: { batch: BatchShown }) {
  const t = useText(batches);
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
  const { queued, done } = batch.counts;
  return (
    <>
      <Notice tone="act" title={t("running")}>
        <p aria-live="polite">{t("progress", { done, total: done + queued })}</p>
        <progress className="mt" max={done + queued} value={done} aria-label={t("running")} />
        <p>{t("runningText")}</p>
      </Notice>
      <Form method="post" className="acts gap">
        <input type="hidden" name="_key" value={batch.formKey} />
        <LinkButton href={`/documents/${batch.batchId}`}>{t("refresh")}</LinkButton>
        <Button name="intent" value="drop">
          {t("stop")}
        </Button>
        <p className="hint">{t("stopHint")}</p>
      </Form>
    </>
  );
}

const fileHref = (id: string) => `/api/v1/files/${id}`;

/** What was written, to be taken away. */
export function DonePart({ batch }: { batch: BatchShown }) {
  const t = useText(batches);
  const volumes = batch.printFileIds;
  return (
    <>
      <Notice tone="done" title={t("done")}>
        <p>{t("doneText", { count: batch.counts.done })}</p>
      </Notice>
      {batch.zipFileId ? (
        <Section id="download" title={t("download")} note={t("printHint")}>
          <p className="acts gap">
            <LinkButton look="main" href={fileHref(batch.zipFileId)} download icon="download">
              {t("zip")}
            </LinkButton>
            {volumes.map((id, n) => (
              <LinkButton key={id} href={fileHref(id)} download icon="print">
                {volumes.length > 1 ? t("printVolume", { no: n + 1 }) : t("print")}
              </LinkButton>
            ))}
          </p>
        </Section>
      ) : null}
    </>
  );
}
