// Templates by name, each with its languages.
import { Button, VisuallyHidden } from "@mantine/core";
import { languageName } from "@studydesk/domain/leads/languages";
import table from "../../components/data-table.module.css";
import { When } from "../../components/when";
import classes from "./template-list.module.css";
import type { EditedTemplate, Template } from "./template-types";

interface Props {
  templates: readonly Template[];
  canEdit: boolean;
  onEdit: (edited: EditedTemplate) => void;
}

export function TemplateList({ templates, canEdit, onEdit }: Props) {
  const named = [...Map.groupBy(templates, ({ name }) => name)];
  return (
    <div className={table.scroller}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Template</th>
            <th scope="col">Languages</th>
            <th scope="col" className={table.wide}>
              Changed
            </th>
            <th scope="col">
              <VisuallyHidden>Steps</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {named.map(([name, texts]) => (
            <tr key={name}>
              <td>
                <strong className={classes.name}>{name}</strong>
                <div className={classes.subject} dir="auto">
                  {texts[0]?.subject}
                </div>
              </td>
              <td>
                <div className={classes.languages}>
                  {texts.map((template) => (
                    <Button
                      key={template.id}
                      size="compact-sm"
                      variant="default"
                      aria-label={`${canEdit ? "Edit" : "Read"} ${name} in ${languageName(template.language)}`}
                      onClick={() => onEdit({ template })}
                    >
                      {languageName(template.language)}
                    </Button>
                  ))}
                </div>
              </td>
              <td className={table.wide}>
                <When at={newestOf(texts)} />
              </td>
              <td className={classes.steps}>
                {canEdit ? (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-label={`Add a language to ${name}`}
                    onClick={() => onEdit({ start: { ...startOf(texts), language: "" } })}
                  >
                    Add a language
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function startOf([first]: readonly Template[]) {
  const { name = "", subject = "", body = "" } = first ?? {};
  return { name, subject, body };
}

function newestOf(texts: readonly Template[]): string {
  return (
    texts
      .map(({ updatedAt }) => updatedAt)
      .toSorted()
      .at(-1) ?? ""
  );
}
