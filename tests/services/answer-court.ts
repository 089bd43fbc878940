import { v7 as uuidv7 } from "uuid";
import { answerByLink } from "~/services/answer-by-link.server";
import { readAnswerLink } from "~/services/answer-links.server";
import { partyInvitationQuery } from "~/services/queries-party-invitation.server";
import { ask } from "~/services/query.server";
import { useDelivery } from "./delivery-court";

/** A delivery court whose letters are read for the links in them, and whose sides answer by these. */
export function useAnswers() {
  const delivery = useDelivery();
  const { s } = delivery;
  const linksIn = (address: string, kind: "a" | "p") =>
    s.mails
      .filter((mail) => mail.to.address === address)
      .map((mail) => new RegExp(`/${kind}/(\\S+)`).exec(mail.text)?.[1] ?? "");
  const tokenFor = (address: string): string => linksIn(address, "a").at(-1) ?? "";
  const linkOf = async (address: string) => {
    const link = await readAnswerLink(s.deps, tokenFor(address));
    if (!link) throw new Error("no such link");
    return link;
  };
  const says = async (address: string, reply: string, reason = "", key = uuidv7()) => {
    const link = await linkOf(address);
    return answerByLink(s.deps, link, { reply, reason, key, sequence: String(link.standing.sequence) });
  };
  const sees = async (address: string) => {
    const { actor, invitationId } = await linkOf(address);
    const page = await ask(s.deps, actor, partyInvitationQuery, { caseId: actor.caseId, invitationId });
    if (!page.ok) throw new Error(page.refusal);
    return page;
  };
  const repliesTo = (sessionId: string) => s.c.owner<{ reply: string; how: string; recipient: string }[]>`
    select r.reply, r.how, i.recipient_id as recipient from invitation_replies r
    join invitations i on i.id = r.invitation_id where i.session_id = ${sessionId} order by r.at, r.id`;
  return { ...delivery, linksIn, tokenFor, linkOf, says, sees, repliesTo };
}
