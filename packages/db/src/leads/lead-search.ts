// Finding leads by what somebody types: the one module that knows how each engine does it. SQLite asks a
// table of trigrams, PostgreSQL an index of them; both ask the parts of names beside it, for what is
// shorter than three letters. Which of the found leads a reader may see is not decided here.
import { foldText } from "@studydesk/domain/leads/fold-name";
import {
  readSearchText,
  type SearchText,
  type SearchWord,
} from "@studydesk/domain/leads/search-text";
import { type RawBuilder, type SqlBool, sql } from "kysely";
import { engineOf, isAmong } from "../dialect";
import type { Db } from "../open-database";

/**
 * Of every site: few leads by their ids; many as a query of ids, to be looked into row by row; and what
 * a good part of all leads meet as a condition, since the next rows in any order will show some.
 */
export interface FoundLeads {
  ids: readonly number[];
  many?: RawBuilder<SqlBool>;
}

type IdQuery = RawBuilder<{ id: number }>;

const mostFew = 1000;
const mostLookedInto = 25_000;

/** `notedLeadIds`: on which leads the reader's own notes hold the text. */
export async function findLeadsBySearch(
  db: Db,
  typed: string,
  notedLeadIds: readonly number[] = [],
): Promise<FoundLeads> {
  const text = readSearchText(typed);
  const known = [...("leadId" in text && text.leadId ? [text.leadId] : []), ...notedLeadIds];
  const studies =
    text.kind === "words"
      ? await findStudiesByWords(db, text.words)
      : new Map<SearchWord, number[]>();
  const query = idQueryOf(db, text, studies);
  if (!query) return { ids: known };
  const ids = await listUpTo(db, query, mostFew + 1);
  if (ids.length <= mostFew) return { ids: [...new Set([...known, ...ids])] };
  const more = await countUpTo(db, query, mostLookedInto + 1);
  if (more > mostLookedInto) return { ids: known, many: isHeldBy(text, studies) };
  // The plus keeps SQLite from looking up thousands of rows and sorting them.
  return { ids: known, many: sql`+leads.id in (${query})` };
}

/** Whether a row of `leads` is among the found. */
export function isFound(db: Db, { ids, many }: FoundLeads): RawBuilder<SqlBool> {
  if (!many) return isAmong(db, "leads.id", ids);
  return ids.length === 0 ? many : sql`(${many} or ${isAmong(db, "leads.id", ids)})`;
}

async function listUpTo(db: Db, query: IdQuery, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from (${query}) as found
    limit ${most}`.execute(db);
  return rows.map(({ id }) => id);
}

async function countUpTo(db: Db, query: IdQuery, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (
    select id from (${query}) as found limit ${most}) as counted`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

type StudiesByWord = ReadonlyMap<SearchWord, readonly number[]>;

function idQueryOf(db: Db, text: SearchText, studies: StudiesByWord): IdQuery | undefined {
  const holding = engineOf(db) === "sqlite" ? holdingOnSqlite : holdingOnPostgres;
  if (text.kind === "phone") return holding([text.digits], "phone");
  if (text.kind === "address") {
    // Trigrams know nothing shorter.
    return [...text.part].length < 3
      ? sql`select id from leads where ${like("email", text.part)}`
      : holding([text.part], "email");
  }
  if (text.kind !== "words") return undefined;
  const plain = text.words.filter((word) => word.how === "anywhere" && !studies.has(word));
  const queries = text.words.flatMap((word) => {
    if (word.how !== "anywhere") return [partQuery(word)];
    const ids = studies.get(word);
    return ids
      ? [
          sql<{ id: number }>`${holding([word.text])} union all
          select id from leads where "studyId" in (${sql.join([...ids])})`,
        ]
      : [];
  });
  if (plain.length > 0) queries.unshift(holding(plain.map((word) => word.text)));
  const [only, ...more] = queries;
  if (more.length === 0) return only;
  return sql.join(
    queries.map((query) => sql`select id from (${query}) as word`),
    sql` intersect `,
  );
}

/** The same, asked of a row of `leads`: what the ids say, however many they are. */
export function isHeldBy(text: SearchText, studies: StudiesByWord): RawBuilder<SqlBool> {
  if (text.kind === "phone") return like("phone", text.digits);
  if (text.kind === "address") return like("email", text.part);
  if (text.kind !== "words") return sql`1 = 0`;
  const conditions = text.words.map((word) => {
    if (word.how === "beginning")
      return sql`' ' || leads."sortName" like ${pattern(` ${word.text}`)} escape '\\'`;
    if (word.how === "character") {
      return sql`replace(leads."sortName", ' ', '') like ${pattern(word.text)} escape '\\'`;
    }
    const ids = studies.get(word);
    const ofStudies = ids ? [sql`leads."studyId" in (${sql.join([...ids])})`] : [];
    return sql`(${sql.join([...ofStudies, likeAnywhere(word.text)], sql` or `)})`;
  });
  return sql<SqlBool>`(${sql.join(conditions, sql` and `)})`;
}

function partQuery({ text, how }: SearchWord): IdQuery {
  const matches =
    how === "character"
      ? sql`part = ${text}`
      : sql`part >= ${text} and part < ${`${text}\u{10ffff}`}`;
  return sql`select "leadId" as id from "leadNameParts" where ${matches}`;
}

type Column = "name" | "email" | "phone";

function holdingOnSqlite(texts: readonly string[], column?: Column): IdQuery {
  const match = texts.map((text) => `"${text.replaceAll('"', '""')}"`).join(" AND ");
  return sql`select rowid as id from "leadSearch"
    where "leadSearch" match ${column ? `${column} : ${match}` : match}`;
}

function holdingOnPostgres(texts: readonly string[], column?: Column): IdQuery {
  const conditions = texts.map((text) => (column ? like(column, text) : likeAnywhere(text)));
  return sql`select id from leads where ${sql.join(conditions, sql` and `)}`;
}

const columns: Readonly<Record<Column, RawBuilder<string>>> = {
  name: sql`leads."sortName"`,
  email: sql`leads."emailFolded"`,
  // As in PostgreSQL's index of it.
  phone: sql`coalesce(leads.phone, replace(replace(replace(replace(replace(replace(replace(leads."phoneTyped", ' ', ''), '-', ''), '(', ''), ')', ''), '.', ''), '/', ''), '+', ''))`,
};

function like(column: Column, text: string): RawBuilder<SqlBool> {
  return sql`${columns[column]} like ${pattern(text)} escape '\\'`;
}

function likeAnywhere(text: string): RawBuilder<SqlBool> {
  return sql`(${like("name", text)} or ${like("email", text)} or ${like("phone", text)})`;
}

function pattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`;
}

const shortestOfTitle = 4;

/** Which words stand for studies: the beginning of a word of the title, or of the registry's number. */
async function findStudiesByWords(
  db: Db,
  words: readonly SearchWord[],
): Promise<Map<SearchWord, number[]>> {
  const long = words.filter(({ text }) => text.length >= shortestOfTitle);
  const found = new Map<SearchWord, number[]>();
  if (long.length === 0) return found;
  const { rows } = await sql<{ id: number; title: string; nctId: string }>`
    select id, title, "nctId" from studies where ${sql.join(
      long.map(({ text }) => sql`lower(title || ' ' || "nctId") like ${pattern(text)} escape '\\'`),
      sql` or `,
    )}`.execute(db);
  for (const word of long) {
    const ids = rows.filter((study) => beginsWord(study, word.text)).map(({ id }) => id);
    if (ids.length > 0) found.set(word, ids);
  }
  return found;
}

function beginsWord({ title, nctId }: { title: string; nctId: string }, word: string): boolean {
  const words = foldText(`${title} ${nctId}`).replace(/[^\p{L}\p{N}]+/gu, " ");
  return ` ${words}`.includes(` ${word}`);
}
