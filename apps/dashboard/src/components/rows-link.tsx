// The way from a number to its rows: the list of all leads with the very filters that were counted.

import type { ViewFilters } from "@studydesk/domain/views/view-filters";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface Props {
  filters: ViewFilters;
  className?: string | undefined;
  /** Said in place of the content, where that is a bar. */
  label?: string;
  /** A bar of a picture: the table below it is the way for keys. */
  isInPicture?: boolean;
  children: ReactNode;
}

export function RowsLink({ filters, className, label, isInPicture = false, children }: Props) {
  return (
    <Link
      to="/inbox"
      search={{ view: "all", ...filters }}
      className={className}
      preload={false}
      {...(label ? { "aria-label": label } : {})}
      {...(isInPicture ? { tabIndex: -1 } : {})}
    >
      {children}
    </Link>
  );
}
