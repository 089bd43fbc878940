import * as contacts from "~/i18n/contacts";
import * as roles from "~/i18n/roles";
import { useText } from "~/i18n/use-text";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import type { FormAnswer } from "../_staff/refusal.server";
import type { CaseShown } from "../_staff.cases_.$id/case.server";
import type { FullDetails } from "../_staff.cases_.$id/full-details.server";
import { AddForm } from "./add-form";
import { LogForm } from "./log-form";

export interface ContactsShown extends Pick<CaseShown, "header" | "parties" | "contactLog" | "facts"> {
  mayLog: boolean;
  mayAdd: boolean;
  maySee: boolean;
  formKey: string;
}

interface ReachProps {
  page: ContactsShown;
  full?: FullDetails;
  answer?: FormAnswer;
}

/** Each party with its numbers; beside each number its state and a form of two clicks. */
export function Reach({ page, full, answer }: ReachProps) {
  const [t, role] = [useText(contacts), useText(roles)];
  return (
    <Section id="reach" title={t("parties")} note={full ? t("shown") : t("masked")} className="no-print">
      <div className="people">
        {page.parties.map((party) => {
          const who = `${role(`mediation.${party.side}`)} ${party.name}`;
          const tries =
            page.facts.failedContactTries.find((one) => one.partyId === party.partyId)?.tries ?? 0;
          const agentOf = (agentId: string | null) => party.agents.find((agent) => agent.agentId === agentId);
          const numbers = [...party.contacts, ...party.agents.flatMap((agent) => agent.contacts)];
          return (
            <div key={party.partyId}>
              <h3>
                {who}{" "}
                {tries > 0 ? (
                  <Status tone={tries >= page.facts.contactTriesRequired ? "over" : "risk"}>
                    {t("tries", { count: tries })}
                  </Status>
                ) : null}
              </h3>
              {numbers.length === 0 ? <p className="hint">{t("noContacts")}</p> : null}
              {numbers.map((contact) => {
                const agent = agentOf(contact.agentId);
                return (
                  <LogForm
                    key={contact.contactPointId}
                    page={page}
                    partyId={party.partyId}
                    who={agent ? t("agent", { name: agent.name }) : who}
                    contact={contact}
                    shownAs={full?.contacts[contact.contactPointId] ?? contact.masked}
                    isFull={full !== undefined}
                  />
                );
              })}
              {page.mayAdd ? (
                <AddForm partyId={party.partyId} who={who} formKey={page.formKey} answer={answer} />
              ) : null}
            </div>
          );
        })}
      </div>
      {page.maySee && !full ? (
        <Form method="post" className="gap">
          <button type="submit" className="as-link" name="intent" value="showFull">
            {t("show")}
          </button>
        </Form>
      ) : null}
    </Section>
  );
}
