/** What may be shown to somebody who has no need of the whole; the stars stand for exactly what is hidden. */
function keep(text: string, head: number, tail: number): string {
  const signs = [...text];
  if (signs.length <= head + tail) return "*".repeat(signs.length);
  const hidden = signs.length - head - tail;
  return [...signs.slice(0, head), ..."*".repeat(hidden), ...signs.slice(signs.length - tail)].join("");
}

/** `1101**********123X` */
export function maskId(id: string): string {
  return keep(id, 4, 4);
}

/** `138****0027`; a landline keeps its area code. */
export function maskPhone(phone: string): string {
  const area = /^0\d{2,3}-/.exec(phone)?.[0];
  if (area) return area + keep(phone.slice(area.length), 0, 3);
  return keep(phone, 3, 4);
}

/** `张**`: the family name alone. */
export function maskName(name: string): string {
  return keep(name, 1, 0);
}

/** `z***@example.com` */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return at < 1 ? keep(email, 0, 0) : keep(email.slice(0, at), 1, 0) + email.slice(at);
}

/** The first six signs (district at most). */
export function maskAddress(address: string): string {
  return keep(address, 6, 0);
}

/** `6222********1234` */
export function maskAccount(account: string): string {
  return keep(account.replace(/\s/g, ""), 4, 4);
}
