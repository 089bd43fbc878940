import { CAUSE_GROUPS, CAUSES } from "~/domain/intake/causes";
import * as codes from "~/i18n/codes";
import * as shell from "~/i18n/shell";
import { useLocale, useText } from "~/i18n/use-text";
import { useField } from "~/ui/field";

/** The causes of action in their groups; a native list, so that typing jumps and a phone shows its own wheel. */
export function CauseSelect({ name, value, blank }: { name: string; value?: string; blank?: string }) {
  const isZh = useLocale() === "zh-CN";
  const group = useText(codes);
  const choose = useText(shell)("choose");
  return (
    <select {...useField()} className="in" name={name} defaultValue={value ?? ""}>
      <option value="">{blank ?? choose}</option>
      {CAUSE_GROUPS.map((one) => (
        <optgroup key={one} label={group(`group.${one}`)}>
          {CAUSES.filter((cause) => cause.group === one).map((cause) => (
            <option key={cause.code} value={cause.code}>
              {isZh ? cause.zh : cause.en}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
