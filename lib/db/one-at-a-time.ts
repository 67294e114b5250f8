import { PrismaPg } from "@prisma/adapter-pg";

type Adapter = Awaited<ReturnType<PrismaPg["connect"]>>;
type Transaction = Awaited<ReturnType<Adapter["startTransaction"]>>;

/**
 * Prisma's adapter for pg, whose transactions send one query at a time. Prisma loads relations side by side, also on
 * a transaction's one connection, which pg warns of and its next major version refuses (node-postgres, #3603).
 */
export class PrismaPgOneAtATime extends PrismaPg {
  override async connect(): Promise<Adapter> {
    const adapter = await super.connect();
    const start = adapter.startTransaction.bind(adapter);
    adapter.startTransaction = async (isolationLevel) => oneAtATime(await start(isolationLevel));
    return adapter;
  }
}

function oneAtATime(transaction: Transaction): Transaction {
  const queue = makeQueue();
  const queryRaw = transaction.queryRaw.bind(transaction);
  const executeRaw = transaction.executeRaw.bind(transaction);
  transaction.queryRaw = (query) => queue(() => queryRaw(query));
  transaction.executeRaw = (query) => queue(() => executeRaw(query));
  return transaction;
}

/** Runs tasks in the order they come, each when the one before has ended, well or not. */
function makeQueue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> | null = null;
  return (task) => {
    const result = last ? last.then(task, task) : task();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    last = ended;
    // Mostly nothing waits: then the next one goes out at once.
    void ended.then(() => {
      if (last === ended) last = null;
    });
    return result;
  };
}
