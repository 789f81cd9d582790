// Adds a site or edits one.
import { Modal } from "@mantine/core";
import type { Site } from "./site-fields";
import { SiteForm } from "./site-form";

interface Props {
  /** Undefined: closed. */
  editing: Site | "new" | undefined;
  onClose: () => void;
}

export function SiteDialog({ editing, onClose }: Props) {
  const isNew = editing === "new";
  return (
    <Modal
      opened={editing !== undefined}
      onClose={onClose}
      title={isNew ? "Add a site" : "Edit the site"}
      closeOnClickOutside={false}
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {editing === undefined ? null : (
        <SiteForm site={isNew ? undefined : editing} onClose={onClose} />
      )}
    </Modal>
  );
}
