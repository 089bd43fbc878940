import { CONTACT_RESULTS, type ContactStatus } from "~/domain/notices/contacts";
import * as contacts from "~/i18n/contacts";
import * as people from "~/i18n/people-codes";
import { useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Status, type Tone } from "~/ui/status";
import type { CaseShown } from "../_staff.cases_.$id/case.server";
import type { ContactsShown } from "./reach";

const TONES: Record<ContactStatus, Tone> = {
  unverified: "wait",
  verified: "done",
  dead: "no",
  wrongPerson: "no",
};
/** What a telephone can answer; what a letter or mail can. */
const SPOKEN = CONTACT_RESULTS.filter((result) => result !== "delivered" && result !== "returned");
const SENT = CONTACT_RESULTS.filter(
  (result) => result === "delivered" || result === "returned" || result === "answered",
);

interface LogFormProps {
  page: ContactsShown;
  partyId: string;
  who: string;
  contact: CaseShown["parties"][number]["contacts"][number];
  shownAs: string;
  isFull: boolean;
}

/** One number: to dial, its state, and the result of this try. */
export function LogForm({ page, partyId, who, contact, shownAs, isFull }: LogFormProps) {
  const [t, code] = [useText(contacts), useText(people)];
  const isPhone = contact.kind === "mobile" || contact.kind === "landline";
  const id = contact.contactPointId;
  return (
    <Form method="post" className="contact">
      <input type="hidden" name="_key" value={page.formKey} />
      <input type="hidden" name="partyId" value={partyId} />
      <input type="hidden" name="contactPointId" value={id} />
      <input type="hidden" name="channel" value={contact.kind} />
      <p>
        {code(`contact.${contact.kind}`)}{" "}
        <b className="num">{isPhone && isFull ? <a href={`tel:${shownAs}`}>{shownAs}</a> : shownAs}</b>{" "}
        <Status tone={TONES[contact.status]}>{code(`contactStatus.${contact.status}`)}</Status>{" "}
        {contact.agentId ? <span className="q">{who}</span> : null}
      </p>
      {page.mayLog ? (
        <div className="form-row">
          <Field id={`result-${id}`} label={t("result")}>
            <Select
              name="result"
              options={(isPhone ? SPOKEN : SENT).map((result) => ({
                value: result,
                label: code(`contactResult.${result}`),
              }))}
              defaultValue={isPhone ? "noAnswer" : "delivered"}
            />
          </Field>
          <Field id={`words-${id}`} label={t("words")}>
            <TextInput name="words" maxLength={1000} autoComplete="off" />
          </Field>
          <Field id={`next-${id}`} label={t("nextTry")}>
            <TextInput type="date" name="nextTryOn" />
          </Field>
          <Button name="intent" value="log" reading={`${who} ${shownAs}`}>
            {t("log")}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}
