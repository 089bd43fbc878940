import { createContext, useContext } from "react";

/** The nonce of this response's content security policy; only the server has one. */
export const NonceContext = createContext<string | undefined>(undefined);

export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
