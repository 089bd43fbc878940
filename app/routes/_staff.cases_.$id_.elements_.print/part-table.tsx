import * as elements from "~/i18n/elements";
import { textFor } from "~/i18n/text";

type Row = { block: string; item: string; answer: string; claim?: string; stand?: string };
interface PartTableProps {
  title: string;
  parts: readonly { title: string; rows: readonly Row[] }[];
  /** With what was claimed and the boxes of the stand. */
  isAnswer: boolean;
}

/** The parts of a court form one under the other, an element a row. */
export function PartTable({ title, parts, isAnswer }: PartTableProps) {
  const say = textFor("zh-CN", elements);
  return (
    <table className="tbl mt">
      <caption className="sr">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{say("element")}</th>
          <th scope="col">{say("item")}</th>
          {isAnswer ? <th scope="col">{say("claimed")}</th> : null}
          {isAnswer ? <th scope="col">{say("objects")}</th> : null}
          <th scope="col">{say(isAnswer ? "note" : "content")}</th>
        </tr>
      </thead>
      {parts
        .filter((part) => part.rows.length > 0)
        .map((part) => (
          <tbody key={part.title}>
            <tr className="grp">
              <th colSpan={isAnswer ? 5 : 3} scope="rowgroup">
                {part.title}
              </th>
            </tr>
            {part.rows.map((row, n) => (
              <tr
                key={`${row.block} ${row.item} ${part.rows.slice(0, n).filter((one) => one.item === row.item).length}`}
              >
                {row.block === part.rows[n - 1]?.block ? null : (
                  <td rowSpan={part.rows.filter(({ block }) => block === row.block).length}>{row.block}</td>
                )}
                <th scope="row">{row.item}</th>
                {isAnswer ? <td>{row.claim}</td> : null}
                {isAnswer ? <td>{row.stand}</td> : null}
                <td>{row.answer}</td>
              </tr>
            ))}
          </tbody>
        ))}
    </table>
  );
}
