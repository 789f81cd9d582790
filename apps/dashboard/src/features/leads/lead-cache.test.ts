import type { AppRouter } from "@studydesk/api/app-router";
import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { describe, expect, it } from "vitest";
import { createLeadCache } from "./lead-cache";
import type { LeadRow } from "./lead-types";

const row = (id: number): LeadRow => ({
  id,
  firstName: "Amara",
  lastName: `Voss ${id}`,
  language: null,
  status: "new",
  statusSince: "2026-11-21T10:00:00.000Z",
  statusReason: null,
  studyId: 1,
  studyTitle: "A study",
  siteId: 1,
  siteName: "A site",
  ownerId: null,
  ownerName: null,
  attemptCount: 0,
  lastAttemptAt: null,
  firstContactAt: null,
  followUpAt: null,
  followUpNote: null,
  createdAt: "2026-11-21T10:00:00.000Z",
  phone: null,
  email: "amara@example.org",
  source: "study_page",
  doNotContact: false,
  isPastPromise: false,
  proof: null,
  erasedAt: null,
  version: 1,
});

function setUp() {
  const queryClient = new QueryClient();
  const client = createTRPCClient<AppRouter>({ links: [httpLink({ url: "http://127.0.0.1:9" })] });
  const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient });
  const pages = [
    trpc.leads.list.queryKey({ sort: "arrived", cursor: null }),
    trpc.leads.list.queryKey({ sort: "arrived", cursor: "more" }),
  ];
  const [first, second] = pages;
  if (first) queryClient.setQueryData(first, { rows: [row(1), row(2)], nextCursor: "more" });
  if (second) queryClient.setQueryData(second, { rows: [row(3)], nextCursor: null });
  const rows = () => pages.flatMap((key) => queryClient.getQueryData(key)?.rows ?? []);
  return { cache: createLeadCache(queryClient, trpc), rows };
}

describe("the fetched leads", () => {
  it("show a change on its own row alone, on whichever page it stands", () => {
    const { cache, rows } = setUp();
    cache.foresee(3, { status: "declined" });
    expect(rows().map(({ id, status }) => [id, status])).toEqual([
      [1, "new"],
      [2, "new"],
      [3, "declined"],
    ]);
  });

  it("take a refused change back without undoing another on the same row or the next", () => {
    const { cache, rows } = setUp();
    const takeBack = cache.foresee(2, { status: "declined" });
    cache.foresee(2, { ownerId: "ada", ownerName: "Ada Lind" });
    cache.foresee(1, { status: "invalid" });
    takeBack();
    expect(rows()[1]).toMatchObject({ status: "new", ownerId: "ada" });
    expect(rows()[0]).toMatchObject({ status: "invalid" });
  });

  it("leave everything as it is for a lead that no screen has loaded", () => {
    const { cache, rows } = setUp();
    cache.foresee(99, { status: "declined" })();
    expect(rows().every(({ status }) => status === "new")).toBe(true);
  });
});
