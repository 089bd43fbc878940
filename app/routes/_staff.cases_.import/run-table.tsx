import * as imports from "~/i18n/imports";
import * as shell from "~/i18n/shell";
import { useFormat, useText } from "~/i18n/use-text";
import { Empty } from "~/ui/notice";
import { Anchor } from "~/ui/router";
import { Section, Sheet } from "~/ui/section";
import { Status, type Tone } from "~/ui/status";
import { Table } from "~/ui/table";

export type RunStatus = "waiting" | "running" | "unmapped" | "refused" | "done" | "undone";
const TONES = {
  waiting: "wait",
  running: "now",
  unmapped: "risk",
  refused: "no",
  done: "done",
  undone: "shut",
} as const satisfies Record<RunStatus, Tone>;

interface Run {
  runId: string;
  name: string;
  startedAt: string | null;
  status: RunStatus;
  total: number | null;
  good: number;
  bad: number;
}

/** The latest imports; each opens its lines. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  const [t, tShell] = [useText(imports), useText(shell)];
  const format = useFormat();
  return (
    <Section id="runs" title={t("runs")}>
      {runs.length === 0 ? (
        <Empty title={t("runsEmpty")}>{t("runsEmptyText")}</Empty>
      ) : (
        <Sheet className="gap">
          <Table
            caption={t("runs")}
            scrollLabel={tShell("scrolls", { what: t("runs") })}
            rows={runs}
            rowKey={(run) => run.runId}
            columns={[
              {
                id: "name",
                head: t("col.name"),
                isRowHead: true,
                cell: (run) => <Anchor href={`/cases/import/${run.runId}`}>{run.name}</Anchor>,
              },
              {
                id: "status",
                head: t("col.status"),
                cell: (run) => <Status tone={TONES[run.status]}>{t(`status.${run.status}`)}</Status>,
              },
              { id: "at", head: t("col.at"), cell: (run) => format.instant(run.startedAt ?? "") },
              {
                id: "total",
                head: t("col.total"),
                isNumber: true,
                cell: (run) => (run.total === null ? "" : format.count(run.total)),
              },
              { id: "good", head: t("col.good"), isNumber: true, cell: (run) => format.count(run.good) },
              { id: "bad", head: t("col.bad"), isNumber: true, cell: (run) => format.count(run.bad) },
            ]}
          />
        </Sheet>
      )}
    </Section>
  );
}
