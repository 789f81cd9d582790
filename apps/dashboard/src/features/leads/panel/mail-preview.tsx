// A mail as it will arrive: to whom, whom an answer reaches, and every word, also those that are added.
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ErrorNote } from "../../../components/states";
import { useTRPC } from "../../../lib/trpc";
import type { PreviewMail } from "../lead-types";
import classes from "./mail-preview.module.css";

export function MailPreview({ mail }: { mail: PreviewMail }) {
  const trpc = useTRPC();
  const [written] = useDebouncedValue(mail, 300);
  const { data, error } = useQuery(
    trpc.leads.previewMail.queryOptions(written, {
      placeholderData: keepPreviousData,
      staleTime: 60_000,
      gcTime: 0,
    }),
  );
  return (
    <section className={classes.preview} aria-label="Preview" aria-busy={!data && !error}>
      {error ? <ErrorNote error={error} /> : null}
      {data ? (
        <>
          <dl className={classes.head}>
            <dt>To</dt>
            <dd dir="ltr">{data.to}</dd>
            <dt>Answers to</dt>
            <dd dir="ltr">{data.replyTo}</dd>
            <dt>Subject</dt>
            <dd dir="auto">{data.subject}</dd>
          </dl>
          <p className={classes.text} dir="auto">
            {data.text}
          </p>
        </>
      ) : null}
    </section>
  );
}
