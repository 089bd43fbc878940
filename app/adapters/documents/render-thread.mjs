import { register } from "tsx/esm/api";

// A thread does not inherit the loader of its process on Node 20.
register();
await import("./render-thread.ts");
