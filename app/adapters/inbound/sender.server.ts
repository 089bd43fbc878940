import { dkimVerify } from "mailauth";

/** Answers DNS questions; a test hands its own in. */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

/** Whether a sender's domain vouches for a message; `later`: its key could not be asked for just now. */
export type Vouched = "yes" | "no" | "later";

export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf("@") + 1).toLowerCase();
/** The same domain, or one below the other: what DMARC calls relaxed, short of a list of public suffixes. */
const isAligned = (a: string, b: string): boolean =>
  a.includes(".") && b.includes(".") && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));

/**
 * Whether the domain of `from`, the message's only author, vouches for it. With `trusted`, the word of our own mail server
 * counts and no other: the topmost Authentication-Results under that name. A signature over a part of the body is none.
 */
export async function vouchedFor(
  raw: Buffer,
  from: string,
  { trusted, resolver }: { readonly trusted?: string | undefined; readonly resolver?: Resolver },
): Promise<Vouched> {
  const domain = domainOf(from);
  if (trusted) return isTrusted(raw, domain, trusted) ? "yes" : "no";
  const checked = await dkimVerify(raw, resolver ? { resolver } : {}).catch(() => null);
  const own = (checked?.results ?? []).filter((one) =>
    isAligned(one.signingDomain?.toLowerCase() ?? "", domain),
  );
  if (own.some((one) => one.status.result === "pass" && !one.status.underSized)) return "yes";
  return own.some((one) => one.status.result === "temperror") ? "later" : "no";
}

function isTrusted(raw: Buffer, domain: string, trusted: string): boolean {
  const text = raw.toString("latin1");
  const head = text.slice(0, text.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, " ");
  const results = /^Authentication-Results:\s*(.*)$/im.exec(head)?.[1] ?? "";
  const [server = "", ...verdicts] = results.split(";").map((one) => one.trim());
  if (server.split(/\s/)[0]?.toLowerCase() !== trusted.toLowerCase()) return false;
  const told = (verdict: string, name: string) =>
    new RegExp(`\\b${name}=([\\w.-]+)`, "i").exec(verdict)?.[1]?.toLowerCase() ?? "";
  return verdicts.some((one) =>
    /^dmarc=pass\b/i.test(one)
      ? told(one, "header\\.from") === domain
      : /^dkim=pass\b/i.test(one) && isAligned(told(one, "header\\.d"), domain),
  );
}
