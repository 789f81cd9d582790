// How wide each column is drawn in the room there is: what somebody sized keeps its width, the others
// share what is left. Columns nobody chose make room for the first ones where it is narrow.
import type { LaidColumn, LeadColumnId } from "@studydesk/domain/views/view-layout";

/** In pixels: what a column needs at least, and its share of what is left. */
const needs: Readonly<Record<LeadColumnId, readonly [least: number, share: number]>> = {
  name: [170, 210],
  status: [160, 160],
  study: [136, 250],
  site: [110, 150],
  owner: [96, 118],
  follow_up: [156, 190],
  waiting: [92, 96],
  arrived: [92, 96],
  language: [84, 96],
  source: [96, 104],
  phone: [132, 132],
  email: [150, 200],
  attempts: [72, 76],
  last_contact: [104, 110],
};

/** Which go first where nobody chose the columns. */
const spared: readonly LeadColumnId[] = ["study", "owner", "follow_up"];

export interface FittedColumn {
  readonly id: LeadColumnId;
  readonly width: number;
}

/** `room` 0: not measured yet. The widths add up to at least the room. */
export function fitColumns(
  columns: readonly LaidColumn[],
  room: number,
  areChosen: boolean,
): FittedColumn[] {
  const shown = areChosen || room === 0 ? columns : sparing(columns, room);
  const least = sum(shown, leastOf);
  const free = shown.filter(({ width }) => width === undefined);
  const shares = sum(free, ({ id }) => needs[id][1]);
  const wanted = sum(shown, ({ id, width }) => width ?? needs[id][1]);
  // With room to spare all free ones grow; with less than they would like they shrink to what they need.
  const spare = Math.max(room, least) - (room >= wanted ? wanted : least);
  const stretch =
    free.length === 0 ? 0 : spare / (room >= wanted ? shares : shares - sum(free, leastOf) || 1);
  return shown.map(({ id, width }) => {
    if (width !== undefined) return { id, width };
    const [need, share] = needs[id];
    return {
      id,
      width: room >= wanted ? share + share * stretch : need + (share - need) * stretch,
    };
  });
}

function leastOf({ id, width }: LaidColumn): number {
  return width ?? needs[id][0];
}

function sparing(columns: readonly LaidColumn[], room: number): readonly LaidColumn[] {
  let left = columns;
  for (const id of spared) {
    if (sum(left, leastOf) <= room) break;
    left = left.filter((column) => column.id !== id);
  }
  return left;
}

function sum(columns: readonly LaidColumn[], of: (column: LaidColumn) => number): number {
  return columns.reduce((total, column) => total + of(column), 0);
}
