import * as people from "~/i18n/session-people";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";

const HOW = ["phone", "counter", "wechat"] as const;
const REPLIES = ["accepted", "declined", "tentative"] as const;

interface HeardFormProps {
  formKey: string;
  who: string;
  /** Where the session has several cases: whose answer it is. */
  number: string | null;
  caseId: string;
  recipientId: string;
}

/** An answer that staff heard: where, then what; the press saves it. */
export function HeardForm({ formKey, who, number, caseId, recipientId }: HeardFormProps) {
  const t = useText(people);
  return (
    <Form method="post" className="heard">
      <input type="hidden" name="_key" value={formKey} />
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="recipientId" value={recipientId} />
      <Select
        name="how"
        aria-label={[t("how"), who, number].filter(Boolean).join(" ")}
        options={HOW.map((how) => ({ value: how, label: t(`how.${how}`) }))}
      />
      {REPLIES.map((reply) => (
        <Button
          key={reply}
          name="intent"
          value={`answer.${reply}`}
          reading={[who, number].filter(Boolean).join(" ")}
        >
          {t(`reply.${reply}`)}
        </Button>
      ))}
    </Form>
  );
}
