// How far a mail is by now, whatever list is shown. Asked for as a page of one: unlike opening the
// mail, that puts nothing on record, so it may follow every live event.
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../lib/trpc";
import type { MailRow } from "./mail-types";

export function useMailHead(mailId: number): MailRow | undefined {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.outbox.list.queryOptions({ cursor: mailId + 1, limit: 1 }));
  return data?.rows.find((mail) => mail.id === mailId);
}
