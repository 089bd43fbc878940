import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import type { UndoReason } from "~/domain/intake/undo-reasons";
import * as imports from "~/i18n/imports";
import { useFormat, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";
import type { RunStatus } from "../_staff.cases_.import/run-table";

const LOOK_EVERY_MS = 1_000;

export interface RunShown {
  runId: string;
  status: RunStatus;
  /** In the reader's words. */
  refusal: string | null;
  undoReason: UndoReason | null;
  total: number | null;
  good: number;
  bad: number;
  known: number;
}

/** What the last act on the run did, read out. */
export function Outcome({ search }: { search: URLSearchParams }) {
  const t = useText(imports);
  const words = { fixed: "fixed", known: "knownNow", dropped: "dropped", still: "stillBad" } as const;
  const told = (["fixed", "known", "dropped", "still"] as const).find((name) => search.has(name));
  if (!told) return null;
  return (
    <Notice tone={told === "still" ? "risk" : "done"} isOutcome>
      <p>{t(words[told], { row: Number(search.get(told)) || "" })}</p>
    </Notice>
  );
}

/** Where the import is: at work with its progress, refused, taken back, or done with its counts. */
export function RunState({ run }: { run: RunShown }) {
  const t = useText(imports);
  const format = useFormat();
  const { status, good, bad, known } = run;
  const total = run.total ?? 0;
  switch (status) {
    case "waiting":
    case "running":
      return <AtWork run={run} />;
    case "unmapped":
      return null;
    case "refused":
      return (
        <Notice tone="final" title={t("refusedTitle")}>
          <p>{run.refusal}</p>
        </Notice>
      );
    case "undone":
      return (
        <Notice title={t("undoneTitle")}>
          <p>{t("undoneText", { reason: run.undoReason ? t(`reason.${run.undoReason}`) : "" })}</p>
        </Notice>
      );
    case "done":
      return (
        <Notice
          tone={bad > 0 ? "risk" : "done"}
          title={bad > 0 ? t("someBad", { count: bad }) : t("allGood")}
        >
          <p>
            {t("counts", {
              total: format.count(total),
              good: format.count(good),
              bad: format.count(bad),
              known: format.count(known),
              dropped: format.count(total - good - bad - known),
            })}
          </p>
        </Notice>
      );
  }
}

/** The progress; with script it follows by itself, without it a link looks again. */
function AtWork({ run }: { run: RunShown }) {
  const t = useText(imports);
  const format = useFormat();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(revalidate, LOOK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [state, revalidate]);
  const done = run.good + run.bad + run.known;
  const { total } = run;
  const words =
    total === null
      ? t("progressWaiting")
      : t("progress", {
          done: format.count(done),
          total: format.count(total),
          good: format.count(run.good),
          bad: format.count(run.bad),
        });
  return (
    <Notice tone="act" title={t("progressTitle")}>
      <p role="status">{words}</p>
      <Progress label={words} {...(total === null ? {} : { value: done, most: total })} />
      <p className="mt">{t("progressNote")}</p>
      <p className="mt">
        <LinkButton href={`/cases/import/${run.runId}`}>{t("refresh")}</LinkButton>
      </p>
    </Notice>
  );
}
