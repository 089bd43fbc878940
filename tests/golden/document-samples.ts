import {
  commonFields,
  type DocumentData,
  documentFields,
  type TemplateKind,
} from "~/adapters/documents/fields";

/** A document of every kind with words of its own in every field, two rows in every list. */
export function sampleData(kind: TemplateKind): DocumentData[TemplateKind] {
  const { fields, lists } = documentFields[kind];
  const data: Record<string, unknown> = {};
  for (const name of [...commonFields, ...fields]) data[name] = `样${name}`;
  data.courtName = "示例区人民法院";
  data.demoMark = "虚构演示数据";
  for (const [list, items] of Object.entries<readonly string[]>(lists)) {
    data[list] = [1, 2].map((row) => Object.fromEntries(items.map((item) => [item, `样${row}${item}`])));
  }
  return data as DocumentData[TemplateKind];
}
