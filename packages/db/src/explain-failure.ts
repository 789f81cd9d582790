// Why a database cannot be used, in a sentence for whoever runs the server: what happened and what to do
// next. Drivers say it in codes, and neither addresses nor contents are repeated.

const check = "Check DATABASE_URL, and that PostgreSQL runs there.";
export const damagedDatabase =
  "The database file is damaged. Bring the last good backup back with pnpm studydesk restore FILE, which keeps the damaged file, and start again.";

const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: `PostgreSQL does not answer. ${check}`,
  ENOTFOUND: `The host of PostgreSQL is not known. ${check}`,
  ETIMEDOUT: `PostgreSQL does not answer. ${check}`,
  "28000": "PostgreSQL does not let us in. Check the user in DATABASE_URL.",
  "28P01": "PostgreSQL does not let us in. Check the user and the password in DATABASE_URL.",
  "3D000": "PostgreSQL has no such database. Create it, or check the name in DATABASE_URL.",
  "42501": "The user in DATABASE_URL may not make tables there. Grant it the right to.",
  "53100": "The disk of PostgreSQL is full. Make room there, and start again.",
  PG_TRGM:
    "Search needs PostgreSQL's extension pg_trgm, and the user in DATABASE_URL may not create it. Ask the database's administrator to run “create extension pg_trgm” in this database, and start again.",
  SQLITE_NOTADB: damagedDatabase,
  SQLITE_CORRUPT: damagedDatabase,
  SQLITE_FULL: "The disk is full. Make room, and start again; nothing was changed.",
  SQLITE_BUSY: "Another program holds the database file. End it, or wait for it, and start again.",
  SQLITE_CANTOPEN: "The database file cannot be opened. Check who owns it and its folder.",
  SQLITE_READONLY: "The database file cannot be written. Check who owns it and its folder.",
};

/** Undefined: nothing that whoever runs the server could mend. */
export function explainFailure(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const code = String(error.code);
  // SQLite refines its codes: SQLITE_CORRUPT_INDEX is a SQLITE_CORRUPT.
  return sentences[code] ?? sentences[code.split("_").slice(0, 2).join("_")];
}
