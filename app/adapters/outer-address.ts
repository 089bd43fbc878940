import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Clouds answer their machines' secrets at these, public as they look. */
const CLOUD = new Set(["168.63.129.16"]);

/**
 * Whether an IP address is one of the open internet: whatever is private, local, reserved, or may carry such an address
 * inside (mapped, translated, tunnelled) is not.
 */
export function isOuterAddress(address: string): boolean {
  if (!isIP(address) || address.includes("%")) return false;
  const judged = ipaddr.process(address);
  // Of IPv6 the internet has 2000::/3; `::7f00:1` is 127.0.0.1 in an old dress.
  if (judged instanceof ipaddr.IPv6 && (judged.parts[0] ?? 0) >> 13 !== 1) return false;
  return judged.range() === "unicast" && !CLOUD.has(judged.toString());
}
