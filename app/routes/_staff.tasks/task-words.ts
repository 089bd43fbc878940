import { EFFECTS } from "~/domain/cases/effects";
import { isMailboxFault } from "~/domain/notices/mailbox-faults";
import * as effects from "~/i18n/effects";
import * as list from "~/i18n/notice-list";
import * as tasks from "~/i18n/tasks";
import { howKey, whyKey } from "~/i18n/tasks";
import { useFormat, useText } from "~/i18n/use-text";
import type { TaskLine } from "~/services/task-rows.server";
import type { Tone } from "~/ui/status";

export const TASK_TONES: Record<TaskLine["kind"], Tone> = {
  bounced: "no",
  silent: "risk",
  counterProposal: "wait",
  mailboxDown: "risk",
  unmatchedMail: "wait",
  tooLargeMail: "wait",
  calendarConflict: "risk",
  deadLetter: "no",
};
export const MARK_TONES: Record<NonNullable<TaskLine["mark"]>, Tone> = {
  over: "over",
  today: "risk",
  open: "wait",
};

type Told = Pick<TaskLine, "code" | "reason" | "why">;

/** What a task says in words, for its line and its page. */
export function useTaskWords() {
  const [t, say, effect] = [useText(tasks), useText(list), useText(effects)];
  const format = useFormat();
  const way = (text: string) => {
    const [by = "mail", status = "queued"] = text.split(" ");
    return `${say(`channel.${by}` as "channel.mail")} ${say(`status.${status === "sending" ? "queued" : status}` as "status.sent")}`;
  };
  return {
    /** Why: the server's code in plain words, then the code itself, for whoever asks the server's people. */
    reason: ({ code, reason, why }: Told): string | undefined => {
      if (reason) return [t(`reason.${reason}`), code].filter(Boolean).join(" · ");
      if (isMailboxFault(code)) return t(`fault.${code}`);
      return code || (why === null ? undefined : t(whyKey(why)));
    },
    ways: (joined: string): string => joined.split(",").map(way).join("; "),
    effect: (name: string | null): string | undefined => {
      const deed = EFFECTS.find((one) => one === name);
      return deed && effect(deed);
    },
    /** How it ended: the kind of end, and somebody's own words where he wrote some. */
    end: ({ how, outcome }: Pick<TaskLine, "how" | "outcome">): string => {
      const key = howKey(how) ?? howKey(outcome);
      const words = howKey(outcome) ? null : outcome;
      return [key && t(key), words].filter(Boolean).join(" · ");
    },
    doneBy: (name: string | null): string => (name === null || /^[a-z]+$/.test(name) ? t("system") : name),
    mark: ({ mark, dueOn }: Pick<TaskLine, "mark" | "dueOn">): string | undefined =>
      mark ? t(`mark.${mark}`, { on: format.dateShort(dueOn) }) : undefined,
  };
}
