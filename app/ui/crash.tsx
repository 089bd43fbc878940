import { LinkButton } from "./button";
import { Masthead } from "./masthead";
import { Notice } from "./notice";
import { SkipLink } from "./skip-link";

export interface CrashText {
  lang: string;
  title: string;
  what: string;
  safe: string;
  todo: string;
  home: string;
}

interface CrashProps {
  skip: string;
  brand: string;
  isGrave: boolean;
  /** One for each language to be shown. */
  texts: readonly CrashText[];
}

/** The page for a request that was refused or failed: what happened, what is safe, what to do; never the error itself. */
export function Crash({ skip, brand, isGrave, texts }: CrashProps) {
  return (
    <>
      <SkipLink label={skip} />
      <Masthead brand={{ href: "/", name: brand }} />
      <main className="page crash" id="main" tabIndex={-1}>
        {texts.map((text, index) => (
          <div key={text.lang} lang={text.lang}>
            {index === 0 ? <h1>{text.title}</h1> : <h2>{text.title}</h2>}
            <p>{text.what}</p>
            <Notice tone={isGrave ? "final" : undefined}>
              <p>
                <b>{text.safe}</b>
              </p>
              <p>{text.todo}</p>
            </Notice>
            <p>
              <LinkButton href="/">{text.home}</LinkButton>
            </p>
          </div>
        ))}
      </main>
    </>
  );
}
