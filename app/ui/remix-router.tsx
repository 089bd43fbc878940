import { Form, Link } from "@remix-run/react";
import type { Router } from "./router";

/** The page of one thing: a list may hold hundreds of such links. */
const IS_OF_ONE = /[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Remix's own link and form for the components, which know no router. */
export const remixRouter: Router = {
  // Looking all of them up beforehand held a full week board for a quarter of a second; they are looked up when followed.
  Anchor: ({ href, ...rest }) => (
    <Link to={href} discover={IS_OF_ONE.test(href) ? "none" : "render"} {...rest} />
  ),
  Form: ({ method, encType, ...rest }) => (
    <Form
      {...rest}
      method={method === "post" ? "post" : "get"}
      encType={encType === "multipart/form-data" ? encType : undefined}
    />
  ),
};
