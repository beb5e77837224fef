import type Database from 'better-sqlite3'
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type QueryExecutorProvider,
} from 'kysely'
import type { GatewayTables, Tables } from './tables'

/** Writes typed SQL and runs none: a transaction must not wait for a promise in its middle. */
export const build = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

/** The same for the gateway's own connection, where its tables need no `gw` before them. */
export const buildGateway = build as unknown as Kysely<GatewayTables>

/** Anything built with these, or written by hand with Kysely's `sql` tag. */
export type Query<Row> = { compile(executor: QueryExecutorProvider): CompiledQuery<Row> }

/** Lists with every combination of filters are some hundred texts; more would be a leak. */
const mostPrepared = 500

/** Runs queries at once, on one connection. */
export type Sql = ReturnType<typeof createSql>

/** `lock` is the statement that takes the write lock, where BEGIN IMMEDIATE would take too much. */
export function createSql(db: Database.Database, lock?: string) {
  const prepared = new Map<string, Database.Statement>()

  function prepare(text: string): Database.Statement {
    const known = prepared.get(text)
    if (known) return known
    if (prepared.size >= mostPrepared) prepared.clear()
    const statement = db.prepare(text)
    prepared.set(text, statement)
    return statement
  }

  function within<T>(begin: string[], body: () => T): T {
    try {
      for (const step of begin) prepare(step).run()
      const outcome = body()
      prepare('commit').run()
      return outcome
    } catch (error) {
      if (db.inTransaction) prepare('rollback').run()
      throw error
    }
  }

  return {
    all<Row>(query: Query<Row>): Row[] {
      const { sql, parameters } = query.compile(build)
      return prepare(sql).all(...parameters) as Row[]
    },

    first<Row>(query: Query<Row>): Row | undefined {
      const { sql, parameters } = query.compile(build)
      return prepare(sql).get(...parameters) as Row | undefined
    },

    run(query: Query<unknown>): { changes: number; rowId: number } {
      const { sql, parameters } = query.compile(build)
      const { changes, lastInsertRowid } = prepare(sql).run(...parameters)
      return { changes, rowId: Number(lastInsertRowid) }
    },

    /** What the body writes is kept as a whole, or not at all when it throws. */
    change: <T>(body: () => T): T => within(lock ? ['begin', lock] : ['begin immediate'], body),

    /** The body reads one and the same state. */
    read: <T>(body: () => T): T => within(['begin'], body),
  }
}
