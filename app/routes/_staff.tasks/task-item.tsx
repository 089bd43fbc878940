import * as list from "~/i18n/notice-list";
import * as tasks from "~/i18n/tasks";
import { useFormat, useText } from "~/i18n/use-text";
import { LinkButton } from "~/ui/button";
import { Status } from "~/ui/status";
import { Numeral } from "~/ui/table";
import type { TaskShown } from "./route";
import { MARK_TONES, TASK_TONES, useTaskWords } from "./task-words";

/** What happened to whom, by when it is to be seen to, and the way there. */
export function TaskItem({ task }: { task: TaskShown }) {
  const [t, say] = [useText(tasks), useText(list)];
  const words = useTaskWords();
  const format = useFormat();
  const reading = [task.number, task.name].filter(Boolean).join(" ");
  const reason = words.reason(task);
  const effect = words.effect(task.effect);
  const isMessage = task.kind === "unmatchedMail";
  const isOfPerson = task.kind === "counterProposal" || task.kind === "calendarConflict";
  const who = isMessage ? ("from" as const) : isOfPerson ? ("who" as const) : ("to" as const);
  const facts = [
    task.name && t(who, { name: task.name }),
    task.channel && [say(`channel.${task.channel}`), task.address].filter(Boolean).join(" "),
    reason && t("reason", { reason }),
    effect && t("effect", { effect }),
    task.start_at && t("session", { when: format.instant(task.start_at) }),
    task.other_ways && t("ways", { ways: words.ways(task.other_ways) }),
  ].filter(Boolean);
  return (
    <li className="task">
      <div>
        <p className="marks">
          {task.number && task.case_id ? (
            <Numeral href={`/cases/${task.case_id}`}>{task.number}</Numeral>
          ) : null}{" "}
          <Status tone={TASK_TONES[task.kind]}>{t(`kind.${task.kind}`)}</Status>{" "}
          {task.mark ? <Status tone={MARK_TONES[task.mark]}>{words.mark(task)}</Status> : null}
        </p>
        <p>{facts.join(" · ")}</p>
        <p className="q">
          {task.done_at
            ? t("done", {
                at: format.instantShort(task.done_at),
                name: words.doneBy(task.done_by),
                how: words.end(task),
              })
            : [
                t("opened", { at: format.instantShort(task.opened_at) }),
                task.owner && t("owner", { name: task.owner }),
              ]
                .filter(Boolean)
                .join(" · ")}
        </p>
      </div>
      <LinkButton href={`/tasks/${task.id}`} reading={reading}>
        {t(task.done_at ? "look" : "work")}
      </LinkButton>
    </li>
  );
}
