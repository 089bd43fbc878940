import { z } from "zod";

export const PHONE_KINDS = ["mobile", "landline", "hotline"] as const;
export type PhoneKind = (typeof PHONE_KINDS)[number];

/** Full-width digits, spaces, brackets and a leading +86 go; a landline keeps its hyphens. */
export function normalisePhone(text: string): string {
  const plain = text.normalize("NFKC").replace(/[\s()]/g, "");
  const local = plain.replace(/^(\+86|0086)-?/, "");
  return /^[\d-]+$/.test(local) && /^1[3-9]/.test(local) ? local.replaceAll("-", "") : local;
}

export function phoneKind(phone: string): PhoneKind | null {
  if (/^1[3-9]\d{9}$/.test(phone)) return "mobile";
  if (/^0\d{2,3}-?\d{7,8}(-\d{1,6})?$/.test(phone)) return "landline";
  return /^(400|800)\d{7}$/.test(phone) ? "hotline" : null;
}

export const phoneSchema = z
  .string()
  .transform(normalisePhone)
  .refine((phone) => phoneKind(phone) !== null, "phoneForm");
export const mobileSchema = z
  .string()
  .transform(normalisePhone)
  .refine((phone) => phoneKind(phone) === "mobile", "mobileForm");
