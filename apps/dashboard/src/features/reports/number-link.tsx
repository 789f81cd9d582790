// A number and the way to its rows. None opens nothing.
import type { ReportNumber } from "@studydesk/domain/reports/report";
import type { ReactNode } from "react";
import { RowsLink } from "../../components/rows-link";

interface Props {
  number: ReportNumber;
  /** Of what it is the number: said after it. */
  of: string;
  className?: string | undefined;
  /** Left out: the number alone. */
  children?: ReactNode;
}

export function NumberLink({ number: { count, filters }, of, className, children }: Props) {
  const words = count.toLocaleString("en");
  if (count === 0) return <span className={className}>{children ?? words}</span>;
  return (
    <RowsLink
      filters={filters}
      className={className}
      {...(children ? {} : { label: `${words}, ${of}` })}
    >
      {children ?? words}
    </RowsLink>
  );
}
