// Leads out of a file: how it is read, and what a trial run found.
import type { Page } from "@playwright/test";
import type { Screen } from "./screen";

const table = [
  "Nombre;Apellidos;Correo;Teléfono;Fecha;Estado",
  "نور;الحسيني;noor@example.com;021 5555 0131;2026-03-01;Nuevo",
  "Maximiliane-Konstantina;von Hohenlohe-Waldenburg-Schillingsfürst;max@example.com;;2026-03-02;Fantasma",
  "Sin;Correo;;;2026-03-03;Nuevo",
].join("\n");

const bring = async (page: Page) => {
  const file = { name: "jornada.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  await page.locator("input[type=file]").setInputFiles(file);
  await page.getByRole("heading", { name: "What the columns hold" }).waitFor();
};

export const importScreens: readonly Screen[] = [
  { name: "import-settings", who: "mei", path: "/desk/imports", prepare: bring },
  {
    name: "import-tried",
    who: "mei",
    path: "/desk/imports",
    prepare: async (page) => {
      await bring(page);
      await page.getByLabel("Where they agreed").fill("Paper list of the open day");
      await page.getByLabel("On which day").fill("2026-03-01");
      await page.getByRole("button", { name: "Try the whole file" }).click();
      await page.getByRole("heading", { name: "1 lead would come in" }).waitFor();
    },
  },
];
