// The page in front of the desk: one short column in the middle of the paper.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Brand } from "../../components/brand";
import { DemoBanner } from "../../components/demo-banner";
import { useTRPC } from "../../lib/trpc";
import classes from "./door-page.module.css";

interface Props {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}

export function DoorPage({ title, lead, children }: Props) {
  const trpc = useTRPC();
  const installation = useQuery(trpc.people.installation.queryOptions());
  return (
    <div className={classes.page}>
      {installation.data?.isDemo ? <DemoBanner /> : null}
      <main className={classes.column}>
        <Brand />
        <h1 className={classes.title}>{title}</h1>
        {lead ? <div className={classes.lead}>{lead}</div> : null}
        {children}
      </main>
    </div>
  );
}
