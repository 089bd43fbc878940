import * as taskPage from "~/i18n/task-page";
import { useFormat, useText } from "~/i18n/use-text";
import { Facts } from "~/ui/facts";
import { Section } from "~/ui/section";
import { HeardSection } from "./heard-section";
import { MatchSection } from "./match-section";
import type { PartProps, TaskPage } from "./route";

export type MessageShown = NonNullable<TaskPage["message"]>;

/** What came, as plain text; then to which case it belongs, and the answer in it. */
export function MessageSection(props: PartProps & { message: MessageShown }) {
  const { shown, message } = props;
  const t = useText(taskPage);
  const format = useFormat();
  const answerWords = useAnswerWords();
  const isMail = message.source !== "sms";
  return (
    <>
      <Section id="message" title={t(isMail ? "message" : "message.sms")}>
        <Facts
          isPadded
          facts={[
            { term: t("message.from"), value: message.fromMasked || t("message.empty") },
            { term: t("message.at"), value: format.instant(message.receivedAt) },
            ...(isMail
              ? [{ term: t("message.subject"), value: message.subject || t("message.noSubject") }]
              : []),
            {
              term: t("message.text"),
              value: <div className="as-typed">{message.text || t("message.empty")}</div>,
            },
            ...(message.files.length > 0
              ? [{ term: t("message.files"), value: format.list(message.files) }]
              : []),
            ...(message.answer ? [{ term: t("message.answer"), value: answerWords(message.answer) }] : []),
            {
              term: t("message.hash"),
              value: (
                <span className="as-typed q">
                  {t("message.hashText", { bytes: String(message.size), hash: message.hash })}
                </span>
              ),
            },
          ]}
        />
      </Section>
      {shown.task.done_at ? null : <MatchSection {...props} />}
      {shown.task.done_at || !shown.task.case_id ? null : <HeardSection {...props} />}
    </>
  );
}

const PARTS = ["ACCEPTED", "DECLINED", "TENTATIVE"] as const;

/** What a calendar part says, whoever it is from. */
function useAnswerWords() {
  const t = useText(taskPage);
  const format = useFormat();
  return ({ method, partstat, startAt, endAt }: NonNullable<MessageShown["answer"]>): string => {
    if (method === "COUNTER" && startAt && endAt)
      return t("answer.COUNTER", { when: format.range(startAt, endAt) });
    const part = PARTS.find((one) => one === partstat);
    return t(part ? `answer.${part}` : "answer.other");
  };
}
