// What a copy of somebody's data comes as: to be read, or to be read in by a program.

export const personFileForms = ["html", "json"] as const;
export type PersonFileForm = (typeof personFileForms)[number];
