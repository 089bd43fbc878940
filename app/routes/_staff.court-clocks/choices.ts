import { OWN_CODES, UNREAD_CODES } from "~/domain/cases/clock-choices";

/** The form as the verb's input: a rule that is not ticked is off; an empty length is the usual one. */
export function choicesOf(form: FormData) {
  const on = form.getAll("on").map(String);
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const lengths = OWN_CODES.flatMap((code) => {
    const length = text(`lengths.${code}`);
    return length ? [[code, length]] : [];
  });
  return {
    off: UNREAD_CODES.filter((code) => !on.includes(code)),
    lengths: Object.fromEntries(lengths),
    warnDays: text("warnDays")
      .split(/[\s,，、]+/)
      .filter(Boolean),
  };
}
