import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQueryable,
  type SqlResultSet,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import pg from "pg";
import { parse } from "pg-connection-string";
import { CharacterColumns } from "./character-columns";

/** How the engine reaches the database, and makes the shadow database in which it replays migrations. */
export class SchemaAdapterFactory implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "@prisma/adapter-pg";
  private readonly shadows = new Set<() => Promise<void>>();

  constructor(
    private readonly url: string,
    private readonly shadowUrl?: string,
  ) {}

  async connect(): Promise<SqlDriverAdapter> {
    const schema = new URL(this.url).searchParams.get("schema") ?? undefined;
    return open(poolConfig(this.url), schema);
  }

  async connectToShadowDb(): Promise<SqlDriverAdapter> {
    if (this.shadowUrl) return open(poolConfig(this.shadowUrl));
    const name = `prisma_migrate_shadow_db_${randomUUID()}`;
    await this.administer(`CREATE DATABASE "${name}"`);
    const adapter = await open({ ...poolConfig(this.url), database: name });
    const close = adapter.dispose.bind(adapter);
    const drop = async () => {
      this.shadows.delete(drop);
      await close().catch(() => {});
      await this.administer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`).catch(() => {});
    };
    this.shadows.add(drop);
    adapter.dispose = drop;
    return adapter;
  }

  /** Drops the shadow databases that the engine did not close itself. */
  async dispose(): Promise<void> {
    await Promise.all([...this.shadows].map((drop) => drop()));
  }

  private async administer(sql: string): Promise<void> {
    const client = new pg.Client(poolConfig(this.url));
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  }
}

const columns = new CharacterColumns();

/** adapter-pg knows no name for the internal "char" type (oid 18) that the catalogue is full of: read it as text. */
class CatalogueClient extends pg.Client {
  // pg's pool calls query() with a callback, everybody else takes the promise: both must pass here.
  override query(...args: unknown[]): never {
    const callback = args.findIndex((arg) => typeof arg === "function");
    const run = super.query as (...args: unknown[]) => unknown;
    if (callback >= 0) {
      const answer = args[callback] as (error: unknown, result: unknown) => void;
      args[callback] = (error: unknown, result: unknown) => answer(error, columns.hide(result));
      return run.apply(this, args) as never;
    }
    const result = run.apply(this, args);
    return (result instanceof Promise ? result.then((value) => columns.hide(value)) : result) as never;
  }
}

/** Single fields: a connection string would win over the name of the shadow database. */
function poolConfig(url: string): pg.PoolConfig {
  const { options: _options, ...fields } = parse(url);
  return { ...(fields as pg.PoolConfig), Client: CatalogueClient, max: 4 };
}

async function open(config: pg.PoolConfig, schema?: string): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(config, schema ? { schema } : undefined).connect();
  const pool = adapter.underlyingDriver();
  readCharacters(adapter);
  const start = adapter.startTransaction.bind(adapter);
  adapter.startTransaction = async (level) => {
    const transaction = await start(level);
    readCharacters(transaction);
    return transaction;
  };
  // The adapter's own version cuts the script at each semicolon, also within a function's body.
  adapter.executeScript = async (script) => void (await pool.query(script));
  return adapter;
}

function readCharacters(queryable: SqlQueryable): void {
  const queryRaw = queryable.queryRaw.bind(queryable);
  queryable.queryRaw = async (query): Promise<SqlResultSet> => {
    const result = await queryRaw(query);
    for (const index of columns.of(result.rows)) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}
