import { dkimVerify } from "mailauth";

/** Answers DNS questions; a test hands its own in. */
export type Resolver = (name: string, type: string) => Promise<string[][] | string[]>;

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();
/** The same domain, or one below the other: what DMARC calls relaxed, short of a list of public suffixes. */
const isAligned = (a: string, b: string): boolean =>
  a.includes(".") && b.includes(".") && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`));

/**
 * Whether the domain of `from` vouches for the message. With `trusted`, the word of our own mail server counts and no
 * other: the topmost Authentication-Results under that name, a DMARC pass or an aligned DKIM pass.
 */
export async function isAuthentic(
  raw: Buffer,
  from: string,
  { trusted, resolver }: { readonly trusted?: string | undefined; readonly resolver?: Resolver },
): Promise<boolean> {
  const domain = domainOf(from);
  if (trusted) return isVouchedFor(raw, domain, trusted);
  const checked = await dkimVerify(raw, resolver ? { resolver } : {}).catch(() => null);
  return (checked?.results ?? []).some(
    (one) => one.status?.result === "pass" && isAligned(one.signingDomain.toLowerCase(), domain),
  );
}

function isVouchedFor(raw: Buffer, domain: string, trusted: string): boolean {
  const text = raw.toString("latin1");
  const head = text.slice(0, text.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, " ");
  const results = /^Authentication-Results:\s*(.*)$/im.exec(head)?.[1] ?? "";
  const [server = "", ...verdicts] = results.split(";").map((one) => one.trim());
  if (server.split(/\s/)[0]?.toLowerCase() !== trusted.toLowerCase()) return false;
  return verdicts.some((one) => {
    if (/^dmarc=pass\b/i.test(one)) return true;
    const signer = /^dkim=pass\b.*\bheader\.d=([\w.-]+)/i.exec(one)?.[1];
    return signer !== undefined && isAligned(signer.toLowerCase(), domain);
  });
}
