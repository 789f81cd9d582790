// Saves a template, or deletes it: what was deleted can be written again from the message that says so.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { showToast } from "../../lib/toasts";
import { useTRPC, useTRPCClient } from "../../lib/trpc";
import { offerUndo } from "../../lib/undo";
import type { Template, TemplateFields } from "./template-types";

export function useSaveTemplate(
  siteId: number,
  template: Template | undefined,
  onDone: () => void,
) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const reload = () => queryClient.invalidateQueries(trpc.templates.pathFilter());

  const saving = useMutation({
    mutationFn: ({ name, language, subject, body }: TemplateFields) => {
      const fields = { name, language, subject, body };
      return template
        ? client.templates.update.mutate({
            templateId: template.id,
            expectedVersion: template.version,
            ...fields,
          })
        : client.templates.add.mutate({ siteId, ...fields });
    },
    onSuccess: (saved) => {
      showToast(`“${saved.name}” is ${template ? "saved" : "added"}.`);
      onDone();
    },
    onSettled: reload,
  });

  const removing = useMutation({
    mutationFn: ({ id, version }: Template) =>
      client.templates.remove.mutate({ templateId: id, expectedVersion: version }),
    onSuccess: ({ name, language, subject, body }) => {
      onDone();
      offerUndo({
        message: `“${name}” is deleted.`,
        run: () =>
          void client.templates.add.mutate({ siteId, name, language, subject, body }).then(reload),
      });
    },
    onSettled: reload,
  });

  return {
    save: saving.mutate,
    remove: () => {
      if (template) removing.mutate(template);
    },
    error: saving.error ?? removing.error,
    isSaving: saving.isPending,
  };
}
