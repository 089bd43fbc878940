import type { Side } from "~/domain/cases/sides";
import type { Sheet } from "~/domain/elements/element";
import { readAnswers, type Texts } from "~/domain/elements/element-text";
import { elementsOf } from "~/domain/elements/sheet";

/** What a side's form says, as the verb takes it, with what could not be read by the fields' names. */
export function answersOf(
  sheet: Sheet,
  side: Side,
  form: FormData,
): { readonly answers: Record<string, unknown>; readonly faults: Readonly<Record<string, string[]>> } {
  const texts: Texts = {
    one: (name) => String(form.get(name) ?? ""),
    all: (name) => form.getAll(name).map(String),
  };
  const read = readAnswers(sheet, texts);
  const faults = Object.fromEntries(Object.entries(read.faults).map(([name, code]) => [name, [code]]));
  if (side === "claimant") return { answers: read.answers, faults };
  const said = elementsOf(sheet).flatMap(({ name }) => {
    const [stand, note] = [texts.one(`${name}.stand`), texts.one(`${name}.note`)];
    const value = read.answers[name] ?? null;
    // A figure or a reason without a stand is an answer that waits for one: the verb says so at the field.
    return stand || note.trim() || value !== null ? [[name, { stand, note, value }]] : [];
  });
  return { answers: Object.fromEntries(said), faults };
}
