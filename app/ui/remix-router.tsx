import { Form, Link } from "@remix-run/react";
import type { Router } from "./router";

/** Remix's own link and form for the components, which know no router. */
export const remixRouter: Router = {
  Anchor: ({ href, ...rest }) => <Link to={href} {...rest} />,
  Form: ({ method, encType, ...rest }) => (
    <Form
      {...rest}
      method={method === "post" ? "post" : "get"}
      encType={encType === "multipart/form-data" ? encType : undefined}
    />
  ),
};
