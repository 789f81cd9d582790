// The page in front of the desk: one short column in the middle of the paper.
import type { ReactNode } from "react";
import { Brand } from "../../components/brand";
import { DemoBanner } from "../../components/demo-banner";
import classes from "./door-page.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  isDemo?: boolean;
  children: ReactNode;
}

export function DoorPage({ title, lead, isDemo = false, children }: Props) {
  return (
    <div className={classes.page}>
      {isDemo ? <DemoBanner /> : null}
      <main className={classes.column}>
        <Brand />
        <h1 className={classes.title}>{title}</h1>
        {lead ? <div className={classes.lead}>{lead}</div> : null}
        {children}
      </main>
    </div>
  );
}
