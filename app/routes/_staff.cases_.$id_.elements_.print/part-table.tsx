import * as elements from "~/i18n/elements";
import { textFor } from "~/i18n/text";

interface PartTableProps {
  title: string;
  rows: readonly { block: string; item: string; answer: string; claim?: string; stand?: string }[];
}

/** One part of a court form: an element a row; in an answer with what was claimed and the boxes of the stand. */
export function PartTable({ title, rows }: PartTableProps) {
  const say = textFor("zh-CN", elements);
  if (rows.length === 0) return null;
  const isAnswer = rows.some((row) => row.stand !== undefined);
  return (
    <table className="tbl mt">
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say("element")}</th>
          <th scope="col">{say("item")}</th>
          {isAnswer ? <th scope="col">{say("claimed")}</th> : null}
          {isAnswer ? <th scope="col">{say("objects")}</th> : null}
          <th scope="col">{say(isAnswer ? "note" : "content")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.block} ${row.item}`}>
            <td>{row.block}</td>
            <th scope="row">{row.item}</th>
            {isAnswer ? <td>{row.claim}</td> : null}
            {isAnswer ? <td>{row.stand}</td> : null}
            <td>{row.answer}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
