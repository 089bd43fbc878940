import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { placeOf } from "./board-place";
import { BoardRow } from "./board-row";
import { Button, LinkButton } from "./button";
import { Choices } from "./choices";
import { DateFields } from "./date-fields";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";
import { TextInput } from "./input";
import { settleHandle } from "./page-handle";
import { Anchor, RouterProvider } from "./router";
import { Ruler } from "./ruler";
import { Table } from "./table";

const html = renderToStaticMarkup;

describe("Field", () => {
  it("binds hint and error to its control", () => {
    const page = html(
      <Field id="amount" label="标的额" hint="元" error="请填数字" errorPrefix="错误：">
        <TextInput name="amount" />
      </Field>,
    );
    expect(page).toContain('<label for="amount">');
    expect(page).toMatch(
      /<input id="amount" aria-describedby="amount-description amount-error" aria-invalid="true"/,
    );
    expect(page).toContain('id="amount-error"><span class="sr">错误：</span>请填数字');
  });

  it("says nothing of errors when there are none", () => {
    const page = html(
      <Field id="amount" label="标的额" error={[]}>
        <TextInput name="amount" />
      </Field>,
    );
    expect(page).not.toMatch(/aria-invalid|aria-describedby|class="err"/);
  });
});

describe("groups of controls", () => {
  it("marks only the wrong part of a date", () => {
    const page = html(
      <DateFields
        id="from"
        name="from"
        legend="从哪天起"
        labels={{ year: "年", month: "月", day: "日" }}
        error="请填“日”"
        wrong={["day"]}
      />,
    );
    expect(page.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(page).toMatch(
      /id="from-day" name="from-day"[^>]*aria-invalid="true" aria-describedby="from-error"/,
    );
  });

  it("gives the first box the id that the error summary leads to", () => {
    const page = html(
      <>
        <ErrorSummary title="有 1 处要改" errors={[{ fieldId: "mode", message: "请选择" }]} />
        <Choices
          kind="radio"
          id="mode"
          name="mode"
          legend="方式"
          error="请选择"
          choices={[{ value: "a", label: "现场" }]}
        />
      </>,
    );
    expect(page).toContain('<a href="#mode">请选择</a>');
    expect(page).toMatch(/<input type="radio" id="mode"/);
    expect(page).toContain('role="alert" tabindex="-1"');
  });

  it("shows no summary without errors", () => {
    expect(html(<ErrorSummary title="x" errors={[]} />)).toBe("");
  });
});

describe("Anchor", () => {
  const router = { Anchor: () => <i>ours</i>, Form: () => <b>ours</b> };
  const at = (href: string, more = {}) =>
    html(
      <RouterProvider router={router}>
        <Anchor href={href} {...more}>
          x
        </Anchor>
      </RouterProvider>,
    );

  it("hands pages of this site to the router", () => {
    for (const href of ["/cases", "?tab=over", "..", "./x", "/"]) expect(at(href)).toBe("<i>ours</i>");
  });

  it("leaves everything else to the browser", () => {
    for (const href of ["#main", "tel:12368", "//other.example", "https://x.example", "mailto:a@b.c"])
      expect(at(href)).toMatch(/^<a /);
    expect(at("/file.xlsx", { download: "" })).toMatch(/^<a /);
  });

  it("is a plain link where there is no router", () => {
    expect(html(<LinkButton href="/cases">案件</LinkButton>)).toBe('<a href="/cases" class="btn">案件</a>');
  });
});

it("gives a button its looks and reads what it is about", () => {
  expect(
    html(
      <Button look="final" reading="2166号">
        终结
      </Button>,
    ),
  ).toBe('<button type="submit" class="btn is-final">终结<span class="sr"> 2166号</span></button>');
});

describe("Table", () => {
  const columns = [
    { id: "no", head: "案号", isRowHead: true, cell: (row: { id: string }) => row.id },
    { id: "left", head: "期限", sort: { href: "?sort=left", now: "ascending" as const }, cell: () => "3" },
  ];

  it("names rows, columns and itself", () => {
    const page = html(
      <Table
        caption="案件"
        scrollLabel="案件，可横向滚动"
        columns={columns}
        rows={[{ id: "1" }]}
        rowKey={(row) => row.id}
      />,
    );
    expect(page).toContain('aria-label="案件，可横向滚动" tabindex="0"');
    expect(page).toContain("<caption");
    expect(page).toContain('<th scope="row" class="col-key">1</th>');
    expect(page).toContain('aria-sort="ascending"');
  });

  it("puts rows that follow each other under their group", () => {
    const page = html(
      <Table
        caption="x"
        scrollLabel="x"
        columns={columns}
        rows={[{ id: "a1" }, { id: "a2" }, { id: "b1" }]}
        rowKey={(row) => row.id}
        groupOf={(row) => ({ id: row.id[0]!, head: row.id[0] })}
      />,
    );
    expect(page.match(/scope="rowgroup"/g)).toHaveLength(2);
  });
});

describe("Ruler", () => {
  const runOf = (total: number, gone: number) =>
    /class="run" d="M0 7.5H([\d.]+)"/.exec(html(<Ruler daysTotal={total} daysGone={gone} />))?.[1];

  it("draws a tick a day and ink for the days gone, within the rule", () => {
    const page = html(<Ruler daysTotal={15} daysGone={5} />);
    expect(page.match(/5V9/g)).toHaveLength(14);
    expect([runOf(15, 5), runOf(15, 23), runOf(15, 0)]).toEqual(["30.7", "92.0", undefined]);
  });

  it("thins the ticks of long limits and draws nothing for none", () => {
    expect(html(<Ruler daysTotal={180} daysGone={20} />).match(/5V9/g)).toHaveLength(25);
    expect(html(<Ruler daysTotal={0} daysGone={0} />)).toBe("");
  });
});

it("places a stretch of the day on the board, cut to its hours", () => {
  const hours = { openMinute: 540, closeMinute: 1020 };
  expect(placeOf(hours, 540, 600)).toEqual({ "--from": 1, "--to": 13 });
  expect(placeOf(hours, 480, 545)).toEqual({ "--from": 1, "--to": 2 });
  expect(placeOf(hours, 1000, 1100)).toEqual({ "--from": 93, "--to": 97 });
});

it("lets the innermost route settle how its page is shown", () => {
  expect(settleHandle([undefined, { density: "party" }, { print: "landscape" }])).toEqual({
    density: "party",
    print: "landscape",
  });
  expect(settleHandle([{ density: "party" }, { density: "staff" }, { density: "huge" }])).toEqual({
    density: "staff",
  });
});

it("says in full on the board what cannot be opened, once for those who listen", () => {
  const hours = { openMinute: 540, closeMinute: 1020 };
  const kept = {
    id: "k",
    fromMinute: 600,
    toMinute: 660,
    title: "另有安排",
    reading: "10:00–11:00 另有安排",
  };
  const row = html(
    <BoardRow
      id="m"
      dayId="2026-11-24"
      who="李调解"
      closed={[]}
      hours={hours}
      blocks={[{ ...kept, kind: "elsewhere" }]}
    />,
  );
  expect(row).toContain(
    '<span class="sr">10:00–11:00 另有安排</span><div aria-hidden="true"><b>另有安排</b></div>',
  );
  expect(row).not.toMatch(/<a |data-move/);
});
