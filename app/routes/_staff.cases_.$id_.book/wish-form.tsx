import { SESSION_MODES } from "~/domain/mediation/sessions";
import * as booking from "~/i18n/booking";
import * as session from "~/i18n/session-codes";
import { useFormat, useLocale, useText } from "~/i18n/use-text";
import { Button } from "~/ui/button";
import { Check } from "~/ui/choices";
import { Field } from "~/ui/field";
import { Select } from "~/ui/input";
import { Form } from "~/ui/router";
import { Section } from "~/ui/section";
import { sidesOf } from "../_staff.cases_.$id/names";
import type { Picker } from "./picker.server";
import { LENGTHS } from "./wish";

interface WishFormProps {
  picker: Picker;
  /** Cases that could meet in the same session; none when a session is moved. */
  companions: readonly { id: string; number: string; claimantNames: string; respondentNames: string }[];
}

/** Mode, length, room, and which cases meet together; the address keeps it. */
export function WishForm({ picker, companions }: WishFormProps) {
  const [t, code] = [useText(booking), useText(session)];
  const locale = useLocale();
  const format = useFormat();
  const lengths = [...new Set([...LENGTHS, picker.minutes])].sort((a, b) => a - b);
  return (
    <Section id="wish" title={t("wish")}>
      <Form method="get" className="form gap">
        <input type="hidden" name="do" value={picker.wish.isOffer ? "offer" : "set"} />
        <div className="form-row">
          <Field id="mode" label={t("mode")}>
            <Select
              name="mode"
              defaultValue={picker.mode}
              options={SESSION_MODES.map((mode) => ({ value: mode, label: code(`mode.${mode}`) }))}
            />
          </Field>
          <Field id="minutes" label={t("minutes")}>
            <Select
              name="minutes"
              defaultValue={picker.minutes}
              options={lengths.map((one) => ({ value: String(one), label: format.duration(one) }))}
            />
          </Field>
          {picker.rooms.length > 0 ? (
            <Field id="roomId" label={t("room")}>
              <Select
                name="roomId"
                blank={t("anyRoom")}
                defaultValue={picker.wish.roomId}
                options={picker.rooms.map((room) => ({
                  value: room.roomId,
                  label: locale === "zh-CN" ? room.name : room.nameEn,
                }))}
              />
            </Field>
          ) : null}
        </div>
        {companions.length > 0 ? (
          <details className="fold" open={picker.wish.with.length > 0}>
            <summary>{t("with")}</summary>
            <p className="hint">{t("withHint")}</p>
            <div className="checks is-column">
              {companions.map((one) => (
                <Check
                  key={one.id}
                  name="with"
                  value={one.id}
                  defaultChecked={picker.wish.with.includes(one.id)}
                  label={<span className="no">{one.number}</span>}
                  hint={format.versus(...sidesOf(one))}
                />
              ))}
            </div>
          </details>
        ) : null}
        <div className="acts">
          <Button>{t("refresh")}</Button>
        </div>
      </Form>
    </Section>
  );
}
