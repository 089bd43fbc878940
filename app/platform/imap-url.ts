import { z } from "zod";

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;
const PORTS: Readonly<Record<string, number>> = { "imaps:": 993, "imap:": 143 };
const OPTIONS = ["done"];

const decoded = (text: string): string | null => {
  try {
    const plain = decodeURIComponent(text);
    return [...plain].some((sign) => sign < " " || sign === "\u007f") ? null : plain;
  } catch {
    return null;
  }
};

/** What is wrong with an address of a mailbox, in words that go on after the variable's name; null where nothing is. */
function wrongIn(url: URL): string | null {
  if (!(url.protocol in PORTS)) return "must begin with imaps:// or imap://";
  if (url.hash) return "holds a #; in a password it is written %23";
  if (!url.hostname) return "names no server: imaps://user:password@mail.court.example/INBOX";
  if (!decoded(url.username) || !decoded(url.password))
    return "needs a user and a password before the server; what is no letter or digit in them is written %40 for @ and so on";
  if (url.port === "0") return "names a port that nobody can have";
  const folder = decoded(url.pathname.slice(1));
  if (folder === null)
    return "names a folder that cannot be read; what is no letter or digit is written %20 and so on";
  const unknown = [...url.searchParams.keys()].find((name) => !OPTIONS.includes(name));
  if (unknown !== undefined) return `knows no option ${unknown}; there is done=FOLDER`;
  const done = url.searchParams.getAll("done");
  if (done.length > 1 || done[0] === "") return "must name one folder in done=";
  if (done[0] === (folder || "INBOX")) return "must name another folder in done= than the one that is read";
  return null;
}

/**
 * Reads `imaps://user:password@host:993/FOLDER?done=FOLDER`. `imap://` begins in the clear and must be lifted to TLS
 * before anybody signs in (STARTTLS); only on the machine itself it may stay in the clear.
 */
export const imapUrl = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  const wrong = url
    ? wrongIn(url)
    : "must be an address such as imaps://user:password@mail.court.example/INBOX";
  if (!url || wrong) {
    context.addIssue({ code: "custom", message: wrong ?? "" });
    return z.NEVER;
  }
  const security: "tls" | "startTls" | "plain" =
    url.protocol === "imaps:" ? "tls" : LOOPBACK.test(url.hostname) ? "plain" : "startTls";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (PORTS[url.protocol] ?? 993),
    security,
    user: decoded(url.username) ?? "",
    password: decoded(url.password) ?? "",
    folder: decoded(url.pathname.slice(1)) || "INBOX",
    done: url.searchParams.get("done"),
  };
});
