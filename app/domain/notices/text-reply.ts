const YES = ["1", "是", "能", "能到", "能来", "可以", "参加", "到", "yes", "y", "ok"];
const NO = ["2", "否", "不能", "不能到", "不能来", "来不了", "去不了", "不参加", "no", "n"];

/** What a text message answers to "1 if you can come, 2 if not"; null where it says anything else. */
export function textReply(text: string): "accepted" | "declined" | null {
  const said = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s。，,.!！、"“”'’;；]/g, "");
  if (YES.includes(said)) return "accepted";
  return NO.includes(said) ? "declined" : null;
}
