// The mails that a site writes again and again: its admins write them, everybody there reads and sends them.
import { Button, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ScreenHeader } from "../../components/screen-header";
import { EmptyState, ErrorState, LoadingRows } from "../../components/states";
import { useMe } from "../../lib/me";
import { useTRPC } from "../../lib/trpc";
import { TemplateDialog } from "./template-dialog";
import { TemplateList } from "./template-list";
import type { EditedTemplate } from "./template-types";

const emptyFields = { name: "", language: "en", subject: "", body: "" };

export function TemplatesScreen() {
  const { sites } = useMe();
  const [pickedId, setPickedId] = useState<number>();
  const site = sites.find(({ id }) => id === pickedId) ?? sites[0];
  if (!site) {
    return (
      <>
        <ScreenHeader title="Mail templates" />
        <EmptyState title="Templates belong to a site">
          You hold no role at a site. Ask an admin of one to invite you.
        </EmptyState>
      </>
    );
  }
  return (
    <SiteTemplates
      key={site.id}
      siteId={site.id}
      picker={
        sites.length > 1 ? (
          <Select
            aria-label="Site"
            allowDeselect={false}
            data={sites.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={String(site.id)}
            onChange={(id) => setPickedId(Number(id))}
          />
        ) : null
      }
    />
  );
}

function SiteTemplates({ siteId, picker }: { siteId: number; picker: ReactNode }) {
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.templates.list.queryOptions({ siteId }));
  const [edited, setEdited] = useState<EditedTemplate>();
  const templates = data?.templates ?? [];
  const canEdit = data?.abilities.canEdit ?? false;
  const addButton = canEdit ? (
    <Button onClick={() => setEdited({ start: emptyFields })}>Add a template</Button>
  ) : undefined;
  return (
    <>
      <ScreenHeader
        title="Mail templates"
        detail={templates.length > 0 ? counted(templates.length) : undefined}
        actions={
          <>
            {picker}
            {templates.length > 0 ? addButton : null}
          </>
        }
      />
      {!data && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingRows rows={4} /> : null}
      {data && templates.length === 0 ? (
        <EmptyState title="No template yet" action={addButton}>
          A template is a mail that is written again and again: the first word to somebody whom
          nobody reaches, the way to the site. It knows the person’s name and the study, in as many
          languages as you write it.
          {canEdit ? "" : " The admins of the site write them."}
        </EmptyState>
      ) : null}
      {templates.length > 0 ? (
        <TemplateList templates={templates} canEdit={canEdit} onEdit={setEdited} />
      ) : null}
      <TemplateDialog
        siteId={siteId}
        edited={edited}
        canEdit={canEdit}
        onClose={() => setEdited(undefined)}
      />
    </>
  );
}

function counted(count: number): string {
  return count === 1 ? "1 text" : `${count} texts`;
}
