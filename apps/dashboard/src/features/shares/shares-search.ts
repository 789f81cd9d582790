// What the shares screen's address holds: which of its lists is shown. Odd values mean one's own shares.
export const sharesTabs = ["mine", "received", "asked", "sites"] as const;
export type SharesTab = (typeof sharesTabs)[number];

export interface SharesSearch {
  list?: Exclude<SharesTab, "mine">;
}

export function readSharesSearch(raw: Record<string, unknown>): SharesSearch {
  const list = sharesTabs.find((tab) => tab === raw.list);
  return list === undefined || list === "mine" ? {} : { list };
}
