import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes as systemRandom,
  timingSafeEqual,
} from "node:crypto";

/**
 * Keys and what is done with them. Every key is derived from the SECRET list, newest first:
 * new boxes and hashes use the newest, older ones stay readable until `rotate-keys` has rewritten them.
 */
export type Secrets = {
  /** AES-256-GCM. `aad` says where the box lives (`table:column:row-id`), so that it opens nowhere else. */
  seal(plain: string | Uint8Array, aad: string): Buffer;
  /** The plain bytes; throws `SealBroken` for another place, another key or changed bytes. */
  open(box: Uint8Array, aad: string): Buffer;
  openText(box: Uint8Array, aad: string): string;
  /** True when the box was sealed under an older secret and should be sealed again. */
  isStale(box: Uint8Array): boolean;
  /** HMAC for equality search. `normalised` is what the caller compares by, e.g. an id number in upper case. */
  blindIndex(kind: string, normalised: string): Buffer;
  /** The same under every secret, newest first: search with all of them while a rotation runs. */
  blindIndexes(kind: string, normalised: string): Buffer[];
  /** `<court>-<192 random bits>`; only its hash is ever stored. */
  newToken(courtId: string): string;
  hashToken(token: string): Buffer;
  /** Under every secret, newest first: look a presented token up with all of them. */
  tokenHashes(token: string): Buffer[];
  /** Independent key texts for another purpose (cookies, anchors), newest first. */
  deriveTexts(purpose: string): string[];
};

export class SealBroken extends Error {
  constructor(reason: string) {
    super(`sealed value cannot be opened: ${reason}`);
    this.name = "SealBroken";
  }
}

/** Suite 1 is AES-256-GCM; the byte leaves room for SM4-CTR with HMAC-SM3 as suite 2. */
const SUITE = 1;
const KEY_ID = 4;
const IV = 12;
const TAG = 16;
const HEAD = 1 + KEY_ID;
const SHORTEST_SECRET = 32;

const derive = (secret: string, info: string, length: number) =>
  Buffer.from(hkdfSync("sha256", secret, "tiaosu/2026", info, length));

function keysOf(secret: string) {
  if (Buffer.byteLength(secret) < SHORTEST_SECRET)
    throw new Error(`every SECRET must be at least ${SHORTEST_SECRET} bytes long`);
  return {
    id: derive(secret, "key id", KEY_ID),
    encryption: derive(secret, "encryption", 32),
    index: derive(secret, "blind index", 32),
    token: derive(secret, "token", 32),
    secret,
  };
}

/** A court's code as it leads every public secret, or undefined when the text has no such shape. */
export function courtOfToken(token: string): string | undefined {
  return /^([a-z]{2,4}\d{0,4})-[\w-]{22,}$/.exec(token)?.[1];
}

/** Compares without telling by time where two values differ. */
export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && timingSafeEqual(a, b);

const POOL = 12 * 1024;

/** Random bytes of the system's, fetched thousands at a time: twelve cost as much. None is ever given twice. */
function pooled(): (count: number) => Buffer {
  let pool = Buffer.alloc(0);
  return (count) => {
    if (pool.length < count) pool = systemRandom(Math.max(POOL, count));
    const given = pool.subarray(0, count);
    pool = pool.subarray(count);
    return given;
  };
}

/**
 * The same keys for one piece of work that compares by the same values again and again, as a creditor's sheet does; what
 * is remembered goes with it.
 */
export function remembering(secrets: Secrets): Secrets {
  const known = new Map<string, Buffer[]>();
  const blindIndexes = (kind: string, normalised: string) => {
    const key = `${kind}\n${normalised}`;
    const indexes = known.get(key) ?? secrets.blindIndexes(kind, normalised);
    known.set(key, indexes);
    return indexes;
  };
  return {
    ...secrets,
    blindIndexes,
    blindIndex: (kind, normalised) =>
      blindIndexes(kind, normalised)[0] ?? secrets.blindIndex(kind, normalised),
  };
}

/** `secrets`: newest first, at least one. `randomBytes` is handed in only by tests. */
export function createSecrets(secrets: readonly string[], randomBytes = pooled()): Secrets {
  const all = secrets.map(keysOf);
  const newest = all[0];
  if (!newest) throw new Error("at least one SECRET is needed");
  const hmac = (key: Buffer, ...parts: string[]) => {
    const mac = createHmac("sha256", key);
    // The length leads each part, so that ("a", "bc") and ("ab", "c") stay apart.
    for (const part of parts) mac.update(`${Buffer.byteLength(part)}:`).update(part);
    return mac.digest();
  };
  const place = (head: Uint8Array, aad: string) => Buffer.concat([head, Buffer.from(aad)]);

  const open = (box: Uint8Array, aad: string): Buffer => {
    const bytes = Buffer.from(box);
    if (bytes.length < HEAD + IV + TAG) throw new SealBroken("too short");
    if (bytes[0] !== SUITE) throw new SealBroken("unknown suite");
    const keys = all.find((one) => one.id.equals(bytes.subarray(1, HEAD)));
    if (!keys) throw new SealBroken("unknown key");
    const body = HEAD + IV;
    const options = { authTagLength: TAG };
    const decipher = createDecipheriv("aes-256-gcm", keys.encryption, bytes.subarray(HEAD, body), options);
    decipher.setAAD(place(bytes.subarray(0, HEAD), aad));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    const plain = decipher.update(bytes.subarray(body, bytes.length - TAG));
    try {
      return Buffer.concat([plain, decipher.final()]);
    } catch {
      throw new SealBroken("changed or moved");
    }
  };

  return {
    seal(plain, aad) {
      const head = Buffer.concat([Buffer.from([SUITE]), newest.id]);
      const iv = randomBytes(IV);
      const cipher = createCipheriv("aes-256-gcm", newest.encryption, iv, { authTagLength: TAG });
      cipher.setAAD(place(head, aad));
      const body = [cipher.update(typeof plain === "string" ? Buffer.from(plain) : plain), cipher.final()];
      return Buffer.concat([head, iv, ...body, cipher.getAuthTag()]);
    },
    open,
    openText: (box, aad) => open(box, aad).toString("utf8"),
    isStale: (box) => !newest.id.equals(Buffer.from(box).subarray(1, HEAD)),
    blindIndex: (kind, normalised) => hmac(newest.index, kind, normalised),
    blindIndexes: (kind, normalised) => all.map((one) => hmac(one.index, kind, normalised)),
    newToken: (courtId) => `${courtId}-${randomBytes(24).toString("base64url")}`,
    hashToken: (token) => hmac(newest.token, token),
    tokenHashes: (token) => all.map((one) => hmac(one.token, token)),
    deriveTexts: (purpose) =>
      all.map((one) => derive(one.secret, `text/${purpose}`, 32).toString("base64url")),
  };
}
