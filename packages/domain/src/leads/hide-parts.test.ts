import { expect, it } from "vitest";
import { hideEmail, hideName, hidePhone } from "./hide-parts";

it.each([
  ["maria@example.org", "m•••@example.org"],
  ["m@example.org", "m•••@example.org"],
  ["", "•••"],
])("shows the address %s as %s", (email, shown) => {
  expect(hideEmail(email)).toBe(shown);
});

it.each([
  ["+1 (202) 555-0142", "••••42"],
  ["٠٢١٥٥٥٥٠١٤٢", "••••٤٢"],
  ["0142", "••••"],
  ["", "••••"],
])("shows the number %s as %s", (phone, shown) => {
  expect(hidePhone(phone)).toBe(shown);
});

it.each([
  ["Maria", "M•••"],
  ["نور", "ن•••"],
  ["👩‍🚀 Ada", "👩‍🚀•••"],
  ["", "•••"],
])("shows the name %s as %s", (name, shown) => {
  expect(hideName(name)).toBe(shown);
});
