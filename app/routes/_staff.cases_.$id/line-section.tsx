import * as casePage from "~/i18n/case-page";
import * as events from "~/i18n/events";
import * as roles from "~/i18n/roles";
import * as stages from "~/i18n/stages";
import { useFormat, useText } from "~/i18n/use-text";
import { Section } from "~/ui/section";
import { Timeline } from "~/ui/timeline";
import type { CaseShown } from "./case.server";
import { isStage } from "./steps";
import { verbWords } from "./verb-words";

type Entry = CaseShown["timeline"][number];

/** Entries of the record as sentences: who did what, where it led. */
export function useLine() {
  const [t, event, role, stage] = [useText(casePage), useText(events), useText(roles), useText(stages)];
  const format = useFormat();
  return (entry: Entry) => {
    const by =
      entry.by ?? (entry.side ? t("by.party", { side: role(`mediation.${entry.side}`) }) : t("by.job"));
    const details = [
      by,
      isStage(entry.stage) ? stage(entry.stage) : null,
      entry.late ? t("late", { at: format.instantShort(entry.recordedAt ?? "") }) : null,
    ];
    return {
      id: String(entry.seq),
      at: entry.at ?? "",
      when: format.instantShort(entry.at ?? ""),
      what: verbWords(entry.verb, t, event),
      detail: details.filter(Boolean).join(" · "),
    };
  };
}

const SHOWN = 8;

/** The same act by the same hand in one go (six items ticked) is one line that says how often. */
function joined(entries: readonly Entry[]): { entry: Entry; times: number }[] {
  const lines: { entry: Entry; times: number }[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const isSame =
      last &&
      last.entry.verb === entry.verb &&
      last.entry.by === entry.by &&
      last.entry.side === entry.side &&
      last.entry.stage === entry.stage &&
      last.entry.at?.slice(0, 10) === entry.at?.slice(0, 10);
    if (isSame) last.times += 1;
    else lines.push({ entry, times: 1 });
  }
  return lines;
}

/** The latest of what happened; all of it is a page of its own. */
export function LineSection({ shown }: { shown: CaseShown }) {
  const t = useText(casePage);
  const line = useLine();
  const latest = joined(shown.timeline).slice(0, SHOWN);
  return (
    <Section
      id="line"
      title={t("line")}
      note={t("lineNote", { count: latest.length })}
      end={{ href: `/cases/${shown.header.caseId}/records`, label: t("allRecords") }}
    >
      <Timeline
        entries={latest.map(({ entry, times }) => {
          const said = line(entry);
          return times > 1 ? { ...said, what: t("line.times", { what: said.what, times }) } : said;
        })}
      />
    </Section>
  );
}
