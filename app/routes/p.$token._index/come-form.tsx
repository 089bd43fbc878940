import * as party from "~/i18n/party";
import { useText } from "~/i18n/use-text";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/router";
import { Status } from "~/ui/status";
import { knownReply, REPLY_TONES } from "../_staff.cases_.$id/replies";

interface ComeFormProps {
  sessionId: string;
  reply: string;
  token: string;
}

/** One button per answer; each is a POST, so that no mail scanner answers for anybody. */
export function ComeForm({ sessionId, reply, token }: ComeFormProps) {
  const t = useText(party);
  const known = knownReply(reply);
  return (
    <section aria-labelledby="h-come">
      <h2 id="h-come">{t("canCome")}</h2>
      {known === "needsAction" ? null : (
        <p>
          {t("answered")} <Status tone={REPLY_TONES[known]}>{t(`answer.${known}`)}</Status>
        </p>
      )}
      <Form method="post" action={`/p/${token}/answer`} className="btns">
        <input type="hidden" name="sessionId" value={sessionId} />
        <Button type="submit" name="reply" value="accepted" look="main" isWide>
          {t("yes")}
        </Button>
        <LinkButton href={`/p/${token}/answer?session=${sessionId}`} isWide>
          {t("no")}
        </LinkButton>
        <Button type="submit" name="reply" value="tentative" isWide>
          {t("maybe")}
        </Button>
      </Form>
      <p className="hint mt">{t("consequence")}</p>
    </section>
  );
}
