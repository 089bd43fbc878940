import * as ways from "~/i18n/booking-ways";
import * as shell from "~/i18n/shell";
import { useText } from "~/i18n/use-text";
import { Check, Choices } from "~/ui/choices";
import { Field } from "~/ui/field";
import { TextInput } from "~/ui/input";
import { fieldsOf } from "../_staff/form-errors";
import type { FormAnswer } from "../_staff/refusal.server";
import type { Picker } from "./picker.server";

/** What meeting at another place or at separate times asks for beside a time (INV 14, ONL 16). */
export function WayFields({ picker, answer }: { picker: Picker; answer?: FormAnswer }) {
  const [t, tShell] = [useText(ways), useText(shell)];
  const { error, value } = fieldsOf(answer);
  if (picker.mode === "otherPlace")
    return (
      <div className="form gap">
        <Field
          id="place"
          label={t("place")}
          hint={t("placeHint")}
          error={error("place") ?? error("courtConsents")}
          errorPrefix={tShell("error")}
        >
          <TextInput name="place" maxLength={200} defaultValue={value("place")} required />
        </Field>
        <Check
          name="courtConsents"
          label={t("courtConsents")}
          defaultChecked={value("courtConsents") === "on"}
        />
      </div>
    );
  if (picker.mode !== "videoSplit") return null;
  return (
    <div className="gap">
      <Choices
        kind="checkbox"
        id="consentingPartyIds"
        name="consentingPartyIds"
        legend={t("consents")}
        hint={t("consentsHint")}
        error={error("consentingPartyIds")}
        errorPrefix={tShell("error")}
        choices={picker.parties.map((party) => ({ value: party.partyId, label: party.name }))}
      />
    </div>
  );
}
