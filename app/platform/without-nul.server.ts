import { Transform, type TransformCallback } from "node:stream";

/**
 * Takes NUL bytes out of a page. React 18.3 sends its buffer whole where a character of several bytes no longer fits into
 * its end, so most Chinese pages carry a few; browsers turn them into U+FFFD inside attributes and scripts. HTML itself
 * allows none. React 19 no longer does this: then this file goes.
 */
export class WithoutNul extends Transform {
  override _transform(chunk: Uint8Array, _encoding: BufferEncoding, done: TransformCallback): void {
    done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
  }
}
