// Which sites' rows a query may touch. It belongs in the WHERE, so that a row of another site is never
// read at all.
import type { SiteScope } from "@studydesk/domain/people/viewer";
import { type Expression, type RawBuilder, type SqlBool, sql } from "kysely";

/** `column` holds the site's id; an empty list lets nothing through. */
export function isWithin(
  column: string,
  scope: SiteScope | readonly Expression<number>[],
): RawBuilder<SqlBool> {
  if (scope === "all") return sql`1 = 1`;
  if (scope.length === 0) return sql`1 = 0`;
  return sql`${sql.ref(column)} in (${sql.join(scope)})`;
}
