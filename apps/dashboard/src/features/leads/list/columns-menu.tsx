// Which columns, in which order, how wide, how close together: everything that dragging does in the
// table, by buttons. Kept for oneself at once.
import {
  ActionIcon,
  Button,
  Checkbox,
  Popover,
  SegmentedControl,
  UnstyledButton,
} from "@mantine/core";
import {
  densities,
  type LeadColumnId,
  leadColumnIds,
  type ViewLayout,
  widestColumn,
} from "@studydesk/domain/views/view-layout";
import { useState } from "react";
import { moveColumn, sizeColumn, toggleColumn } from "./change-layout";
import classes from "./columns-menu.module.css";
import type { FittedColumn } from "./fit-columns";
import { columnNames } from "./lead-columns";
import listClasses from "./lead-list.module.css";

interface Props {
  layout: ViewLayout;
  /** As the columns are drawn now. */
  drawn: readonly FittedColumn[];
  onLayout: (layout: ViewLayout) => void;
  /** Undefined: they are as the view has them. */
  onReset: (() => void) | undefined;
}

const densityNames = { comfortable: "Comfortable", compact: "Compact" } as const;
const step = 24;

export function ColumnsMenu({ layout, drawn, onLayout, onReset }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      portalProps={{ target: "#screen" }}
    >
      <Popover.Target>
        <UnstyledButton className={listClasses.sort} onClick={() => setOpen(!isOpen)}>
          Columns
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.menu} aria-label="Columns">
        <SegmentedControl
          fullWidth
          aria-label="Density"
          value={layout.density}
          onChange={(value) => {
            const density = densities.find((each) => each === value);
            if (density) onLayout({ ...layout, density });
          }}
          data={densities.map((value) => ({ value, label: densityNames[value] }))}
        />
        <ul className={classes.list}>
          {layout.columns.map(({ id }, index) => (
            <Line
              key={id}
              id={id}
              layout={layout}
              drawn={drawn}
              onLayout={onLayout}
              isFirst={index === 0}
              isLast={index === layout.columns.length - 1}
            />
          ))}
          {leadColumnIds
            .filter((id) => !layout.columns.some((column) => column.id === id))
            .map((id) => (
              <li key={id} className={classes.line}>
                <Checkbox
                  label={columnNames[id]}
                  checked={false}
                  onChange={() => onLayout(toggleColumn(layout, id))}
                />
              </li>
            ))}
        </ul>
        {onReset ? (
          <Button variant="default" size="compact-md" onClick={onReset}>
            As the view has them
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

interface LineProps extends Omit<Props, "onReset"> {
  id: LeadColumnId;
  isFirst: boolean;
  isLast: boolean;
}

function Line({ id, layout, drawn, onLayout, isFirst, isLast }: LineProps) {
  const name = columnNames[id];
  const width = drawn.find((column) => column.id === id)?.width ?? widestColumn / 3;
  const resize = (by: number) => onLayout(sizeColumn(layout, drawn, id, width + by));
  return (
    <li className={classes.line}>
      <Checkbox
        label={name}
        checked
        disabled={id === "name"}
        onChange={() => onLayout(toggleColumn(layout, id))}
      />
      <span className={classes.steps}>
        <Step label={`${name}: narrower`} sign="−" onClick={() => resize(-step)} />
        <Step label={`${name}: wider`} sign="+" onClick={() => resize(step)} />
        <Step
          label={`${name}: further left`}
          sign="↑"
          isOff={isFirst}
          onClick={() => onLayout(moveColumn(layout, id, -1))}
        />
        <Step
          label={`${name}: further right`}
          sign="↓"
          isOff={isLast}
          onClick={() => onLayout(moveColumn(layout, id, 1))}
        />
      </span>
    </li>
  );
}

interface StepProps {
  label: string;
  sign: string;
  isOff?: boolean;
  onClick: () => void;
}

/** Still there at the end of its way, so that the focus on it is not lost. */
function Step({ label, sign, isOff = false, onClick }: StepProps) {
  return (
    <ActionIcon
      variant="subtle"
      size={26}
      color="gray"
      className={classes.step}
      aria-label={label}
      title={label}
      aria-disabled={isOff}
      onClick={isOff ? undefined : onClick}
    >
      {sign}
    </ActionIcon>
  );
}
