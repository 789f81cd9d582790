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
import { useLayoutEffect, useRef, useState } from "react";
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

export function ColumnsMenu({ layout: kept, drawn, onLayout, onReset }: Props) {
  // What was ticked shows in the same moment; the list follows.
  const [layout, setLayout] = useState(kept);
  const [told, setTold] = useState(kept);
  if (told !== kept) {
    setTold(kept);
    setLayout(kept);
  }
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  // A line that moves would lose the focus on the button that moved it.
  const [pressed, setPressed] = useState("");
  useLayoutEffect(() => {
    list.current?.querySelector<HTMLElement>(`[data-step="${pressed}"]`)?.focus();
  }, [layout, pressed]);
  const change = (next: ViewLayout) => {
    setLayout(next);
    onLayout(next);
  };
  const shown = layout.columns.map(({ id }) => id);
  const ids = [...shown, ...leadColumnIds.filter((id) => !shown.includes(id))];
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
            if (density) change({ ...layout, density });
          }}
          data={densities.map((value) => ({ value, label: densityNames[value] }))}
        />
        <ul ref={list} className={classes.list}>
          {ids.map((id) => (
            <Line
              key={id}
              id={id}
              place={layout.columns.findIndex((column) => column.id === id)}
              layout={layout}
              drawn={drawn}
              onLayout={(next, pressed) => {
                setPressed(pressed);
                change(next);
              }}
            />
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

interface LineProps extends Omit<Props, "onReset" | "onLayout"> {
  id: LeadColumnId;
  /** Among the columns that are shown; -1: it is not. */
  place: number;
  /** `pressed` names what was pressed, to find it again. */
  onLayout: (layout: ViewLayout, pressed: string) => void;
}

function Line({ id, place, layout, drawn, onLayout }: LineProps) {
  const name = columnNames[id];
  const isShown = place >= 0;
  const width = drawn.find((column) => column.id === id)?.width ?? widestColumn / 3;
  const stepOf = (
    what: string,
    label: string,
    sign: string,
    next: () => ViewLayout,
    isOff = false,
  ) => (
    <ActionIcon
      variant="subtle"
      size={26}
      color="gray"
      className={classes.step}
      data-step={`${id}-${what}`}
      aria-label={`${name}: ${label}`}
      title={`${name}: ${label}`}
      // Still there at the end of its way, so that the focus on it is not lost.
      aria-disabled={isOff}
      onClick={isOff ? undefined : () => onLayout(next(), `${id}-${what}`)}
    >
      {sign}
    </ActionIcon>
  );
  return (
    <li className={classes.line}>
      <Checkbox
        label={name}
        checked={isShown}
        disabled={id === "name"}
        data-step={`${id}-shown`}
        onChange={() => onLayout(toggleColumn(layout, id), `${id}-shown`)}
      />
      {isShown ? (
        <span className={classes.steps}>
          {stepOf("narrower", "narrower", "−", () => sizeColumn(layout, drawn, id, width - step))}
          {stepOf("wider", "wider", "+", () => sizeColumn(layout, drawn, id, width + step))}
          {stepOf("left", "further left", "↑", () => moveColumn(layout, id, -1), place === 0)}
          {stepOf(
            "right",
            "further right",
            "↓",
            () => moveColumn(layout, id, 1),
            place === layout.columns.length - 1,
          )}
        </span>
      ) : null}
    </li>
  );
}
