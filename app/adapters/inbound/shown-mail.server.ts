import { simpleParser } from "mailparser";

/** What a person reads of a message: plain text, whatever it came as. */
export type ShownMail = {
  readonly subject: string;
  readonly text: string;
  readonly files: readonly string[];
};

const MOST_SUBJECT = 200;
const MOST_TEXT = 4_000;
const MOST_FILES = 10;
const MOST_HTML = 200_000;

/** Controls, and marks that turn the direction of writing, would show something else than what stands there. */
const plain = (text: string, most: number): string =>
  [...text]
    .filter((sign) => sign === "\n" || !/[\p{Cc}\p{Bidi_Control}]/u.test(sign))
    .join("")
    .trim()
    .slice(0, most);

/** A raw message for a person's eyes. Never throws: what is no mail is empty. HTML is told as text; nothing is fetched. */
export async function shownMail(raw: Buffer): Promise<ShownMail> {
  const mail = await simpleParser(raw, {
    skipTextToHtml: true,
    skipImageLinks: true,
    maxHtmlLengthToParse: MOST_HTML,
  }).catch(() => null);
  if (!mail) return { subject: "", text: "", files: [] };
  const text = (mail.text ?? "").replace(/\r\n?/g, "\n");
  return {
    subject: plain((mail.subject ?? "").replace(/\n/g, " "), MOST_SUBJECT),
    text: plain(text, MOST_TEXT),
    files: mail.attachments
      .map((one) => plain((one.filename ?? one.contentType).replace(/\n/g, " "), MOST_SUBJECT))
      .slice(0, MOST_FILES),
  };
}

/** The same for a text message's words. */
export const shownText = (text: string): string => plain(text.replace(/\r\n?/g, "\n"), MOST_TEXT);
