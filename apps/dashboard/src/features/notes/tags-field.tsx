// The tags of a note: plain words, the author's own.
import { TagsInput } from "@mantine/core";
import { noteTags } from "@studydesk/domain/notes/note-tags";

interface Props {
  tags: string[];
  onChange: (tags: string[]) => void;
}

export function TagsField({ tags, onChange }: Props) {
  const problem = noteTags.safeParse(tags).error?.issues[0]?.message;
  return (
    <TagsInput
      size="sm"
      label="Tags"
      placeholder={tags.length === 0 ? "A word, then Enter" : ""}
      value={tags}
      error={problem}
      onChange={onChange}
    />
  );
}
