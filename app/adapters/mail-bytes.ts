import type MimeNode from "nodemailer/lib/mime-node";

const LINE = /.{1,76}/g;

/**
 * The bytes of a mail whose parts are all in memory, in base64 or plain: the very ones that the library writes through a chain
 * of streams for each part, at a fifth of the cost. Every header is the library's.
 */
export function mailBytes(root: MimeNode): Buffer {
  const pieces: string[] = [];
  write(root, pieces, new Map());
  if (!pieces.at(-1)?.endsWith("\r\n")) pieces.push("\r\n");
  return Buffer.from(pieces.join(""), "latin1");
}

function base64Lines(content: string | Buffer): string {
  const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  return (bytes.toString("base64").match(LINE) ?? []).join("\r\n");
}

/** `encoded`: a calendar object stands twice in a mail, as a part to answer and as a file, and is encoded once. */
function write(node: MimeNode, pieces: string[], encoded: Map<unknown, string>): void {
  const headers = node.buildHeaders();
  pieces.push(headers, "\r\n\r\n");
  const { content, boundary, childNodes } = node;
  if (content !== undefined) {
    if (typeof content !== "string" && !Buffer.isBuffer(content))
      throw new Error("a part of a mail is not in memory");
    const encoding = /^Content-Transfer-Encoding: (.+?)\r?$/im.exec(headers)?.[1];
    if (encoding === "base64") {
      const lines = encoded.get(content) ?? base64Lines(content);
      encoded.set(content, lines);
      pieces.push(lines);
    } else if (encoding === "7bit") pieces.push(content.toString("latin1").replace(/\r?\n/g, "\r\n"));
    else throw new Error("a part of a mail is neither base64 nor plain");
  }
  if (!boundary) return;
  for (const [n, child] of childNodes.entries()) {
    pieces.push(n > 0 ? "\r\n" : "", `--${boundary}\r\n`);
    write(child, pieces, encoded);
  }
  pieces.push(`\r\n--${boundary}--\r\n`);
}
