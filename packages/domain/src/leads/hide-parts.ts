// What a person sent, shown back in part: enough for them to recognise it, too little for whoever looks
// over their shoulder or holds their link.

const hidden = "•••";

/** "a•••@example.org" */
export function hideEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${firstLetter(email)}${hidden}${at > 0 ? email.slice(at) : ""}`;
}

/** "••••42": the last two digits. */
export function hidePhone(phone: string): string {
  const digits = phone.match(/\p{Nd}/gu) ?? [];
  return `••••${digits.length > 4 ? digits.slice(-2).join("") : ""}`;
}

/** "A•••" */
export function hideName(name: string): string {
  return `${firstLetter(name)}${hidden}`;
}

function firstLetter(text: string): string {
  const [first] = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text.trim());
  return first?.segment ?? "";
}
