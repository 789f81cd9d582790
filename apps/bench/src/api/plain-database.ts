// The data of the comparison servers: the same leads in a plain table of the same columns, with the
// indexes that their queries need, a trigram index for searching and kept counters.
import BetterSqlite from "better-sqlite3";

export const leadColumns = `leads.id, firstName, lastName, language, source, status, statusSince, statusReason,
  studyId, studies.title as studyTitle, siteId, sites.name as siteName, ownerId, owner.name as ownerName,
  attemptCount, lastAttemptAt, firstContactAt, followUpAt, followUpNote, leads.createdAt, phone,
  leads.email, doNotContact, proof, erasedAt, version, promiseHours`;

export const leadTables = `leads join studies on studies.id = studyId join sites on sites.id = siteId
  left join people as owner on owner.id = ownerId`;

/** Opened as Studydesk opens its own: every commit is on the disk when it is answered. */
export function openPlainDatabase(file: string): BetterSqlite.Database {
  const db = new BetterSqlite(file);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("busy_timeout = 5000");
  return db;
}

export function makePlainDatabase(source: string, file: string): void {
  const db = openPlainDatabase(file);
  db.prepare("attach ? as source").run(source);
  db.exec(`
    create table studies (id integer primary key, title text not null);
    create table sites (id integer primary key, name text not null, promiseHours integer not null);
    create table people (id text primary key, name text not null);
    create table leads (
      id integer primary key, studyId integer not null references studies, siteId integer not null references sites,
      status text not null, statusSince text not null, statusReason text, source text not null,
      firstName text not null, lastName text not null, sortName text not null, email text not null,
      emailFolded text not null, phone text, phoneTyped text not null, language text, timeZone text not null,
      ownerId text references people, followUpAt text, followUpNote text, attemptCount integer not null default 0,
      lastAttemptAt text, firstContactAt text, doNotContact integer not null default 0, proof text,
      erasedAt text, createdAt text not null, version integer not null default 1
    );
    create table submissions (
      id integer primary key, leadId integer not null references leads, receivedAt text not null,
      firstName text not null, lastName text not null, email text not null, phone text not null
    );
    create table counters (name text primary key, value integer not null) without rowid;
    create virtual table leadSearch using fts5(text, tokenize = 'trigram', content = '');

    insert into studies select id, title from source.studies;
    insert into sites select id, name, promiseHours from source.sites;
    insert into people select id, name from source.user;
    insert into leads select id, studyId, siteId, status, statusSince, statusReason, source, firstName, lastName,
      sortName, email, emailFolded, phone, phoneTyped, language, timeZone, ownerId, followUpAt, followUpNote,
      attemptCount, lastAttemptAt, firstContactAt, doNotContact, proof, erasedAt, createdAt, version from source.leads;
    insert into submissions select id, leadId, receivedAt, firstName, lastName, email, phone from source.submissions;
    insert into leadSearch (rowid, text)
      select id, sortName || char(10) || emailFolded || char(10) || coalesce(phone, '') from leads;
    insert into counters values
      ('all', (select count(*) from leads)),
      ('inbox', (select count(*) from leads where status in ('new', 'contacting'))),
      ('open', (select count(*) from leads where status in ('new', 'contacting', 'pre_screening'))),
      ('declined', (select count(*) from leads where status = 'declined')),
      ('pre_screening', (select count(*) from leads where status = 'pre_screening')),
      ('invalid', (select count(*) from leads where status = 'invalid'));

    create index leadsByArrival on leads (createdAt, id);
    create index leadsByStudyAndStatus on leads (studyId, status, createdAt, id);
    create index submissionsByLead on submissions (leadId);
    detach source;
    analyze;
  `);
  db.pragma("wal_checkpoint(truncate)");
  db.close();
}

/** Each word as a phrase of its own. */
export function matchText(words: string): string {
  return words
    .split(" ")
    .map((word) => `"${word.replaceAll('"', '""')}"`)
    .join(" ");
}
