import {
  type AnchorHTMLAttributes,
  type ComponentType,
  createContext,
  type FormHTMLAttributes,
  type ReactNode,
  useContext,
} from "react";

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string };
export type FormProps = FormHTMLAttributes<HTMLFormElement>;
export interface Router {
  Anchor: ComponentType<AnchorProps>;
  Form: ComponentType<FormProps>;
}

// Plain elements by default: the components need no router, and a page without script works the same.
const RouterContext = createContext<Router | undefined>(undefined);

/** Lets the application hand in its own link and form, so that navigation need not reload the page. */
export function RouterProvider({ router, children }: { router: Router; children: ReactNode }) {
  return <RouterContext.Provider value={router}>{children}</RouterContext.Provider>;
}

// An address of another page of ours; everything else (hash, telephone, mail, other host, file) stays with the browser.
const isPage = (href: string) => /^(\/(?!\/)|\?|\.\.?($|\/))/.test(href);

/** A link. With `download` or `target` the browser handles it. */
export function Anchor(props: AnchorProps) {
  const router = useContext(RouterContext);
  if (!router || !isPage(props.href) || props.download !== undefined || props.target)
    return <a {...props}>{props.children}</a>;
  return <router.Anchor {...props} />;
}

/** A form; posts and gets without script too. */
export function Form(props: FormProps) {
  const router = useContext(RouterContext);
  return router ? <router.Form {...props} /> : <form {...props} />;
}
