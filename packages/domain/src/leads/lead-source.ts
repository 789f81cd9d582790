// Where a lead came from.
export const leadSources = ["study_page", "referral", "phone_call", "event", "import"] as const;
export type LeadSource = (typeof leadSources)[number];
