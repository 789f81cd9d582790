import { expect, it } from "vitest";
import { renderShareReader } from "./share-reader-page";

const assets = { script: "/assets/share-reader-1.js", styles: ["/assets/share-reader-1.css"] };

it("the page needs its own script and style alone, nothing inline and nothing from elsewhere", () => {
  const page = renderShareReader(assets);
  expect(page).toMatch(/^<!doctype html><html lang="en"/);
  expect(page).toContain('<script type="module" src="/assets/share-reader-1.js"></script>');
  expect(page).not.toMatch(/ style=|<style| on[a-z]+=|<script>|https?:|<img/);
});

it("nothing on it can be sent by a form: the field has no name and the form no address", () => {
  const page = renderShareReader(assets);
  expect(page).not.toMatch(/ name="(?!viewport|color-scheme|robots|referrer)/);
  expect(page).not.toContain("action=");
});

it("without a script, and without a build, it says what it is", () => {
  const page = renderShareReader(undefined);
  expect(page).toContain("<noscript>");
  expect(page).not.toContain("<script");
  expect(page).not.toContain("stylesheet");
});

it("a passcode runs its own way, also where the page turns to the right", () => {
  expect(renderShareReader(assets)).toMatch(/<input id="passcode"[^>]* dir="auto"/);
});
