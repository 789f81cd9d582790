// Kinds of columns that every table shares.
import type { ColumnType } from "kysely";

/** Set once, when the row is made. */
export type Fixed<T> = ColumnType<T, T, never>;

/** A boolean, as both engines keep it. */
export type Flag = 0 | 1;
