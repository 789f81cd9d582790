// For the few queries that are asked all day: each is built and compiled once, and after that only its values
// change. Building a small query takes many times what SQLite takes to answer it. Rarer queries stay plain.
import type { Statement } from "better-sqlite3";
import { type Compilable, type CompiledQuery, type RawBuilder, sql } from "kysely";
import { engineOf } from "./dialect";
import { type Db, type DirectWay, findDirectWay } from "./open-database";

type Value = string | number | null;
type Values = Readonly<Record<string, Value | readonly Value[]>>;

/** Stand in a query for what is given each time it is asked. */
export interface Places<Given extends Values> {
  one<Name extends keyof Given & string>(name: Name): RawBuilder<Given[Name]>;
  /** For a list: one for each of its values, so that lists of another length make another query. */
  each<Name extends keyof Given & string>(
    name: Name,
  ): RawBuilder<Given[Name] extends readonly (infer Item)[] ? Item : never>[];
}

/** Written as `compileOnce<{ id: number }>()((db, { one }) => db.selectFrom(…).where("id", "=", one("id")))`. */
export function compileOnce<Given extends Values>() {
  return <Row>(build: (db: Db, places: Places<Given>) => Compilable<Row>) => {
    const compiled = new Map<string, Compiled<Row>>();
    return async (db: Db, given: Given): Promise<Row[]> => {
      const key = shapeOf(db, given);
      let known = compiled.get(key);
      if (!known) {
        known = compile(build, db, given);
        compiled.set(key, known);
      }
      const parameters = known.values.map((read) => read(given));
      const way = findDirectWay(db);
      if (way) return runDirectly(way, known, parameters);
      const { rows } = await db.executeQuery<Row>({ ...known.query, parameters });
      return rows;
    };
  };
}

interface Compiled<Row> {
  query: CompiledQuery<Row>;
  /** One for each database that was asked so far. */
  statements: WeakMap<DirectWay, Statement<unknown[], Row>>;
  /** How to get each parameter: from what is given, or as it stands in the query. */
  values: readonly ((given: Values) => unknown)[];
}

function compile<Given extends Values, Row>(
  build: (db: Db, places: Places<Given>) => Compilable<Row>,
  db: Db,
  given: Given,
): Compiled<Row> {
  const readers = new Map<unknown, (given: Values) => unknown>();
  // The object itself travels through the compiler as the parameter, and is found again by identity.
  const place = (name: string, index?: number) => {
    const mark = { name, index };
    readers.set(mark, (values) => {
      const value = values[name];
      return index === undefined ? value : Array.isArray(value) ? value[index] : undefined;
    });
    return mark;
  };
  const query = build(db, {
    one: (name) => sql`${place(name)}`,
    each: (name) => {
      const list = given[name];
      const length = Array.isArray(list) ? list.length : 0;
      return Array.from({ length }, (_, index) => sql`${place(name, index)}`);
    },
  }).compile();
  const values = query.parameters.map((parameter) => readers.get(parameter) ?? (() => parameter));
  return { query, statements: new WeakMap(), values };
}

function runDirectly<Row>(
  way: DirectWay,
  { query, statements }: Compiled<Row>,
  parameters: readonly unknown[],
): Row[] {
  let statement = statements.get(way);
  if (!statement) {
    statement = way.prepare<Row>(query.sql);
    statements.set(way, statement);
  }
  if (statement.reader) return statement.all(parameters);
  statement.run(parameters);
  return [];
}

function shapeOf(db: Db, given: Values): string {
  let shape: string = engineOf(db);
  for (const value of Object.values(given)) {
    if (Array.isArray(value)) shape += ` ${value.length}`;
  }
  return shape;
}
