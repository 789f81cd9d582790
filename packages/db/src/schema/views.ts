// Saved views of the lead list, and how each person keeps them.
import type { Generated } from "kysely";
import type { Fixed, Flag } from "./columns";

interface ViewsTable {
  id: Generated<number>;
  ownerId: Fixed<string>;
  /** The site whose team may use it; null: its owner alone. */
  siteId: number | null;
  name: string;
  /** JSON, read by domain/views/stored-view.ts. */
  filters: string;
  sort: string;
  descending: Flag;
  /** JSON; null: the usual columns. */
  layout: string | null;
  createdAt: Fixed<string>;
  /** Can be taken back until it is cleared away. */
  deletedAt: string | null;
  version: Generated<number>;
}

interface ViewPlacesTable {
  userId: Fixed<string>;
  /** A saved view's id, or the name of one that everybody has. */
  view: Fixed<string>;
  /** Among the pinned ones; null: not pinned. */
  position: number | null;
  /** JSON; null: as the view itself has it. */
  layout: string | null;
}

export interface ViewTables {
  views: ViewsTable;
  viewPlaces: ViewPlacesTable;
}
