// A job over many leads, and each lead's place in it.

export const bulkJobStatuses = ["running", "done", "stopped"] as const;
export type BulkJobStatus = (typeof bulkJobStatuses)[number];

export const bulkItemStates = ["waiting", "done", "refused"] as const;
export type BulkItemState = (typeof bulkItemStates)[number];
