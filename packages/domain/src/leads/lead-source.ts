// Where a lead came from.
export const leadSources = ["study_page", "referral", "phone_call", "event", "import"] as const;
export type LeadSource = (typeof leadSources)[number];

export const leadSourceLabels: Readonly<Record<LeadSource, string>> = {
  study_page: "Study page",
  referral: "Referral",
  phone_call: "Phone call",
  event: "Event",
  import: "Import",
};
