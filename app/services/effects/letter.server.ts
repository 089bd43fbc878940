const escaped = (text: string) =>
  /[&<>"]/.test(text)
    ? text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;

/** Large, plain HTML that says exactly what the text says; links become links, nothing else does. */
export function letterHtml(lines: readonly string[], locale: "zh-CN" | "en" = "zh-CN"): string {
  const body = lines
    .map((line) =>
      /^https?:\/\/\S+$/.test(line)
        ? `<p><a href="${escaped(line)}">${escaped(line)}</a></p>`
        : `<p>${escaped(line)}</p>`,
    )
    .join("\n");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"></head><body style="font-size:18px;line-height:1.7;max-width:36em">\n${body}\n</body></html>\n`;
}
