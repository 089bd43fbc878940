import { cookieValue } from "./language";

const LIFE_SECONDS = 8 * 60 * 60;

/** `__Host-` binds the cookie to this very host; browsers take it over https only. */
export const cookieName = (publicUrl: string): string =>
  publicUrl.startsWith("https:") ? "__Host-signIn" : "signIn";

export const signInSecret = (request: Request, publicUrl: string): string | null =>
  cookieValue(request.headers.get("Cookie"), cookieName(publicUrl)) ?? null;

export function signInCookie(publicUrl: string, secret: string): string {
  const secure = publicUrl.startsWith("https:") ? "; Secure" : "";
  return `${cookieName(publicUrl)}=${secret}; Path=/; Max-Age=${LIFE_SECONDS}; HttpOnly; SameSite=Lax${secure}`;
}

export const endedCookie = (publicUrl: string): string =>
  `${cookieName(publicUrl)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${publicUrl.startsWith("https:") ? "; Secure" : ""}`;
