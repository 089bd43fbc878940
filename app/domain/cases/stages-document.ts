import type { ActorName } from "../policy/roles";
import type { ClockCode } from "./clock-codes";
import type { EffectName } from "./effects";
import type { RowClock } from "./event-row";
import { type CaseEvent, EVENTS, type EventName, targetsOf } from "./events";
import { GUARDS, type GuardName } from "./guards";
import { CLOCKS_OF, OWNER_OF, PHASE_OF, PHASES, type Phase, STAGES, type Stage } from "./stages";

export const DOCUMENT_HEADINGS = [
  "title",
  "intro",
  "stages",
  "events",
  "stage",
  "phase",
  "owner",
  "clocks",
  "event",
  "from",
  "to",
  "by",
  "guards",
  "effects",
  "newCase",
] as const;
export type DocumentHeading = (typeof DOCUMENT_HEADINGS)[number];

/** Every word of the page; i18n hands in the lookup, so the page speaks as the screens do. */
export type StageWord =
  | { readonly kind: "heading"; readonly code: DocumentHeading }
  | { readonly kind: "phase"; readonly code: Phase }
  | { readonly kind: "stage"; readonly code: Stage }
  | { readonly kind: "event"; readonly code: EventName }
  | { readonly kind: "actor"; readonly code: ActorName }
  | { readonly kind: "guard"; readonly code: GuardName }
  | { readonly kind: "effect"; readonly code: EffectName }
  | { readonly kind: "clock"; readonly code: RowClock };
export type StageLookup = (word: StageWord, language: Language) => string;

const LANGUAGES = ["zh", "en"] as const;
type Language = (typeof LANGUAGES)[number];
type Say = (word: StageWord) => string;

/** docs/stages.md: the case table as a page, Chinese first. Stale = red. */
export function stagesDocument(text: StageLookup): string {
  return LANGUAGES.map((language) => section((word) => text(word, language))).join("\n---\n\n");
}

function section(say: Say): string {
  const heading = (code: DocumentHeading) => say({ kind: "heading", code });
  const phase = (code: Phase) => say({ kind: "phase", code });
  const events = PHASES.flatMap((code) => {
    const rows = EVENTS.filter((row) => phaseOf(row) === code);
    const columns = (["event", "from", "to", "by", "guards", "effects"] as const).map(heading);
    return [
      `### ${phase(code)}`,
      "",
      ...table(
        columns,
        rows.map((row) => eventCells(row, say)),
      ),
      "",
    ];
  });
  const columns = (["stage", "phase", "owner", "clocks"] as const).map(heading);
  return [
    `# ${heading("title")}`,
    "",
    heading("intro"),
    "",
    `## ${heading("stages")}`,
    "",
    ...table(
      columns,
      STAGES.map((stage) => stageCells(stage, say)),
    ),
    "",
    `## ${heading("events")}`,
    "",
    ...events,
  ].join("\n");
}

function stageCells(stage: Stage, say: Say): string[] {
  const clock = (code: ClockCode) => `${say({ kind: "clock", code })} (${code})`;
  return [
    `${say({ kind: "stage", code: stage })} \`${stage}\``,
    say({ kind: "phase", code: PHASE_OF[stage] }),
    say({ kind: "actor", code: OWNER_OF[stage] }),
    list(CLOCKS_OF[stage].map(clock)),
  ];
}

function eventCells(row: CaseEvent, say: Say): string[] {
  const stages = (codes: readonly Stage[]) => list(codes.map((code) => say({ kind: "stage", code })));
  const from = row.from.length === 0 ? say({ kind: "heading", code: "newCase" }) : stages(row.from);
  const to = row.to === "same" ? "=" : stages(targetsOf(row, row.from[0] ?? null));
  const guard = (code: GuardName) => `${say({ kind: "guard", code })} (${GUARDS[code].article})`;
  const more = Object.values(row.arriving ?? {});
  const effects = [...(row.effects ?? []), ...more.flatMap((there) => there.effects ?? [])];
  return [
    `${say({ kind: "event", code: row.event })} \`${row.event}\``,
    from,
    to,
    list(row.by.map((code) => say({ kind: "actor", code }))),
    list(row.guards.map(guard)),
    list([...new Set(effects)].map((code) => say({ kind: "effect", code }))),
  ];
}

function phaseOf(row: CaseEvent): Phase {
  const [first] = row.from;
  return first ? PHASE_OF[first] : "intake";
}

function list(words: readonly string[]): string {
  return words.length === 0 ? "–" : words.join("; ");
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(columns), `|${" --- |".repeat(columns.length)}`, ...rows.map(line)];
}
