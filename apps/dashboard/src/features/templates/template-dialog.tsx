// One template in one language: written by admins, read by the rest of the site.
import { Modal } from "@mantine/core";
import { languageName } from "@studydesk/domain/leads/languages";
import { TemplateForm } from "./template-form";
import classes from "./template-form.module.css";
import type { EditedTemplate } from "./template-types";

interface Props {
  siteId: number;
  /** Undefined: closed. */
  edited: EditedTemplate | undefined;
  canEdit: boolean;
  onClose: () => void;
}

export function TemplateDialog({ siteId, edited, canEdit, onClose }: Props) {
  const template = edited && "template" in edited ? edited.template : undefined;
  const title = template
    ? `${template.name} · ${languageName(template.language)}`
    : "A new template";
  return (
    <Modal
      opened={edited !== undefined}
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {edited && canEdit ? (
        <TemplateForm siteId={siteId} edited={edited} onClose={onClose} />
      ) : template ? (
        <div className={classes.read} lang={template.language} dir="auto">
          <strong>{template.subject}</strong>
          <p>{template.body}</p>
        </div>
      ) : null}
    </Modal>
  );
}
