import * as answers from "~/i18n/offer-answers";
import * as roles from "~/i18n/roles";
import * as people from "~/i18n/session-people";
import { useFormat, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { Status } from "~/ui/status";
import type { AnswersShown } from "./route";

type Offer = NonNullable<AnswersShown["offer"]>;
const HOW = ["phone", "counter", "wechat"] as const;

/** One side: the offered times to tick, where it was heard, a button. */
export function SideForm({
  side,
  offer,
  formKey,
}: {
  side: Offer["sides"][number];
  offer: Offer;
  formKey: string;
}) {
  const [t, role, heard] = [useText(answers), useText(roles), useText(people)];
  const format = useFormat();
  const chosen = offer.slots
    .filter((slot) => slot.suits.some((one) => one.partyId === side.partyId))
    .map((slot) => slot.key);
  return (
    <Section
      id={`side-${side.partyId}`}
      title={`${role(`mediation.${side.side}`)} ${side.name}`}
      note={
        <Status tone={side.answeredAt ? "done" : "wait"}>
          {t(side.answeredAt ? "answered" : "waiting")}
        </Status>
      }
    >
      <Form method="post" className="form gap">
        <input type="hidden" name="_key" value={formKey} />
        <input type="hidden" name="partyId" value={side.partyId} />
        <Choices
          kind="checkbox"
          isColumn
          id={`choices-${side.partyId}`}
          name="choices"
          legend={t("legend", { name: side.name })}
          hint={t("nothing")}
          chosen={chosen}
          choices={offer.slots.map((slot) => ({
            value: slot.key,
            label: format.range(slot.startAt, slot.endAt),
            isDisabled: slot.isOver,
          }))}
        />
        <div className="form-row">
          <Field id={`how-${side.partyId}`} label={t("how")}>
            <Select name="how" options={HOW.map((how) => ({ value: how, label: heard(`how.${how}`) }))} />
          </Field>
          <Field id={`reason-${side.partyId}`} label={t("reason")}>
            <TextInput name="reason" maxLength={300} autoComplete="off" />
          </Field>
        </div>
        <div className="acts">
          <Button reading={side.name}>{t("save")}</Button>
        </div>
      </Form>
    </Section>
  );
}
