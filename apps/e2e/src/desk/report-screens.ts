// Reports: full with every table open, and of days on which nobody came.
import type { Screen } from "./screen";

export const reportScreens: readonly Screen[] = [
  {
    name: "reports",
    who: "sam",
    path: "/desk/reports?by=study",
    prepare: async (page) => {
      await page.getByText("Assessed for eligibility").first().waitFor();
      await page.getByRole("checkbox", { name: "With initials" }).check();
      for (const table of await page.getByText("As a table").all()) await table.click();
    },
  },
  {
    name: "reports-nobody",
    who: "sam",
    path: "/desk/reports?from=2001-01-01&to=2001-01-31",
    prepare: async (page) => {
      await page.getByRole("heading", { name: "No lead came in so" }).waitFor();
    },
  },
];
