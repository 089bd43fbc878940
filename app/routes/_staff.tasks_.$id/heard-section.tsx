import * as taskPage from "~/i18n/task-page";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import type { MessageShown } from "./message-section";
import type { PartProps } from "./route";

const REPLIES = ["accepted", "declined", "tentative"] as const;
const KNOWN = ["needsAction", ...REPLIES] as const;

/** The answer in a message, noted for whom it is from: once he is known it counts like one heard by telephone. */
export function HeardSection({ shown, message }: PartProps & { message: MessageShown }) {
  const t = useText(taskPage);
  const format = useFormat();
  return (
    <Section id="heard" title={t("heard")} note={t("heard.hint")}>
      {message.invited.length === 0 ? <p className="gap">{t("heard.none")}</p> : null}
      <ul className="attn is-wide">
        {message.invited.map((one) => {
          const reply = KNOWN.find((each) => each === one.reply) ?? "needsAction";
          return (
            <li key={`${one.sessionId} ${one.recipientId}`}>
              <Form method="post" className="heard">
                <input type="hidden" name="_key" value={`${shown.formKey}-heard`} />
                <input type="hidden" name="caseId" value={shown.task.case_id ?? ""} />
                <input type="hidden" name="sessionId" value={one.sessionId} />
                <input type="hidden" name="recipientId" value={one.recipientId} />
                <input type="hidden" name="how" value={message.source === "sms" ? "phone" : "mail"} />
                <p>
                  {t("heard.one", { name: one.name, when: format.instant(one.startAt) })}{" "}
                  <span className="q">{t("heard.now", { reply: t(`reply.${reply}`) })}</span>
                </p>
                <div className="acts">
                  {REPLIES.map((each) => (
                    <Button key={each} name="intent" value={`heard.${each}`} reading={one.name}>
                      {t(`reply.${each}`)}
                    </Button>
                  ))}
                </div>
              </Form>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
