// The first rows of the file under what each column is taken for.
import { Select } from "@mantine/core";
import { type RowField, rowFieldLabels, rowFields } from "@studydesk/domain/imports/row-problems";
import type { ImportPreview } from "./import-types";
import classes from "./imports.module.css";

interface Props {
  preview: ImportPreview;
  columns: readonly (RowField | null)[];
  onColumns: (columns: (RowField | null)[]) => void;
}

const leftOut = "";
const choices = [
  { value: leftOut, label: "Left out" },
  ...rowFields.map((value) => ({ value, label: rowFieldLabels[value] })),
];

export function ColumnsPreview({ preview, columns, onColumns }: Props) {
  const rows = Array.from(
    { length: Math.max(...preview.columns.map(({ cells }) => cells.length)) },
    (_, index) => index,
  );
  const names = preview.columns.map(({ name }, index) => ({ name, index }));

  /** What one column is taken for, no other one is. */
  function choose(index: number, field: RowField | null) {
    onColumns(
      columns.map((before, each) => {
        if (each === index) return field;
        return field !== null && before === field ? null : before;
      }),
    );
  }

  return (
    <section className={classes.part} aria-labelledby="columns">
      <h2 className={classes.title} id="columns">
        What the columns hold
      </h2>
      <p className={classes.quiet}>
        A column without a meaning is left out. Of a date of birth only the year is kept. A text
        that looks like a formula stays text; exports make it harmless.
      </p>
      <div className={classes.sheet}>
        <table className={classes.cells}>
          <thead>
            <tr>
              {names.map(({ name, index }) => (
                <th key={index} scope="col">
                  <span className={classes.columnName}>{name}</span>
                  <Select
                    aria-label={`What “${name}” holds`}
                    size="xs"
                    allowDeselect={false}
                    data={choices}
                    value={columns[index] ?? leftOut}
                    onChange={(value) =>
                      choose(index, rowFields.find((field) => field === value) ?? null)
                    }
                    comboboxProps={{ width: 200, position: "bottom-start" }}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                {names.map(({ index }) => (
                  <td key={index} dir="auto" data-out={columns[index] === null}>
                    {preview.columns[index]?.cells[row] ?? ""}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
