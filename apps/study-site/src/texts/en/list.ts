// The list of recruiting studies.

export const list = {
  title: "Recruiting studies",
  intro:
    "These studies look for people to take part. Open one to read what it is about and to ask the study team.",
  none: "No study is taking messages at the moment. Please look in again later.",
  search: "Look for recruiting studies in the public registry",
  next: "Older studies",
};

export type ListTexts = typeof list;
