import type { ReactNode } from "react";
import { Icon } from "./icon";
import { Anchor } from "./router";
import { Status, type Tone } from "./status";

export interface Todo {
  href: string;
  label: ReactNode;
  tone: Tone;
  word: string;
  note?: ReactNode;
}

/** Things to do, each with how far it is; finished ones stay in their place. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  return (
    <ol className="todo">
      {todos.map((todo) => (
        <li key={todo.href}>
          <Anchor href={todo.href}>
            <span>
              <b>{todo.label}</b>
              <span className="sub">
                <Status tone={todo.tone}>{todo.word}</Status> {todo.note}
              </span>
            </span>
            <Icon name="next" />
          </Anchor>
        </li>
      ))}
    </ol>
  );
}
