import DataLoader from "dataloader";

const AT_ONCE = 2;
const MOST = 32;

/**
 * Asks one question for many who want to know at the same time: whoever comes while `AT_ONCE` questions are under way
 * waits for the next, which goes for all who came meanwhile. Nothing is kept: each answer is as new as its asking.
 * `ask` answers in the order of what it was given; if it fails, it fails for those whom it asked for.
 */
export function askedTogether<Q, A>(
  ask: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  const next = () => {
    if (underWay >= AT_ONCE) return;
    const dispatch = waiting.shift();
    if (!dispatch) return;
    underWay++;
    dispatch();
  };
  const loader = new DataLoader<Q, A>(
    async (questions) => {
      try {
        return await ask(questions);
      } finally {
        underWay--;
        setImmediate(next);
      }
    },
    {
      cache: false,
      maxBatchSize: MOST,
      batchScheduleFn: (dispatch) => {
        waiting.push(dispatch);
        setImmediate(next);
      },
    },
  );
  return (question) => loader.load(question);
}
