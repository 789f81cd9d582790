// Initials tell the lines of a log apart for those who know the people, and for nobody else.

/** "AV"; of a name without spaces or of one letter whatever there is; null: nothing is left of the name. */
export function initialsOf({
  firstName,
  lastName,
}: {
  firstName: string;
  lastName: string;
}): string | null {
  const first = (name: string) => [...name.trim()][0]?.toLocaleUpperCase("en") ?? "";
  return first(firstName) + first(lastName) || null;
}
