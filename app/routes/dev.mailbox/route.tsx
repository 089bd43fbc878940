import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import * as mailbox from "~/i18n/mailbox";
import { useFormat, useText } from "~/i18n/use-text";
import { mailboxPage } from "~/services/mailbox.server";
import { Button } from "~/ui/button";
import { Field } from "~/ui/field";
import { Select, TextInput } from "~/ui/input";
import { Empty } from "~/ui/notice";
import { Head, Page } from "~/ui/page";
import { Anchor } from "~/ui/router";
import { Section } from "~/ui/section";

export const meta: MetaFunction = () => [{ title: `${mailbox.zh.title} · Tiaosu` }];

/** Only a demo has it: what SMTP would have carried away. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!context.demo) throw new Response(null, { status: 404 });
  const search = new URL(request.url).searchParams;
  const courtId = search.get("court") ?? "bj0107";
  const to = search.get("to") || null;
  const asked = search.get("channel");
  const channel = asked === "mail" || asked === "sms" ? asked : null;
  const messages = await mailboxPage(context.deps, courtId, { to, channel, before: search.get("before") });
  return { courtId, to, channel, messages };
}

export default function Mailbox() {
  const { courtId, to, channel, messages } = useLoaderData<typeof loader>();
  const t = useText(mailbox);
  const format = useFormat();
  const last = messages.at(-1);
  return (
    <Page>
      <Head title={t("title")}>{t("lead")}</Head>
      <form className="sheet query" method="get">
        <input type="hidden" name="court" value={courtId} />
        <Field id="to" label={t("filter")}>
          <TextInput name="to" defaultValue={to ?? ""} />
        </Field>
        <Field id="channel" label={t("channel")}>
          <Select
            name="channel"
            defaultValue={channel ?? ""}
            options={[
              { value: "", label: t("all") },
              { value: "mail", label: t("mail") },
              { value: "sms", label: t("sms") },
            ]}
          />
        </Field>
        <div className="acts">
          <Button type="submit" look="main">
            {t("show")}
          </Button>
        </div>
      </form>
      <p className="q2">{t("total", { count: messages.length })}</p>
      {messages.length === 0 ? <Empty title={t("empty")} /> : null}
      {messages.map((message) => (
        <Section
          key={message.id}
          title={message.channel === "sms" ? t("sms") : message.subject}
          note={`${message.to} · ${format.instant(message.sentAt)}`}
        >
          <pre className="letter">{message.text}</pre>
          {message.hasCalendar ? (
            <p>
              <Anchor href={`/dev/mailbox/${message.id}.ics?court=${courtId}`} download>
                {t("calendar")}
              </Anchor>
            </p>
          ) : null}
        </Section>
      ))}
      {last && messages.length >= 40 ? (
        <Anchor href={`?court=${courtId}&to=${to ?? ""}&channel=${channel ?? ""}&before=${last.id}`}>
          {t("older")}
        </Anchor>
      ) : null}
    </Page>
  );
}
