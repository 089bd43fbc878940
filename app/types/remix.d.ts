import "@remix-run/node";
import type { Deps } from "~/services/deps.server";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** Of this response; scripts without it do not run. */
    cspNonce: string;
    /** Fictitious data: every page says so. */
    demo: boolean;
    /** Everything that verbs and queries are given. */
    deps: Deps;
    /** Network address of the caller, for throttling only. */
    address: string;
  }
}
