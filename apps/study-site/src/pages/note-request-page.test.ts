import { expect, it } from "vitest";
import { renderNoteRequest } from "./note-request-page";

const assets = { script: "/assets/note-request-1.js", styles: ["/assets/note-request-1.css"] };

it("the page needs its own script and style alone, nothing inline and nothing from elsewhere", () => {
  const page = renderNoteRequest(assets);
  expect(page).toMatch(/^<!doctype html><html lang="en"/);
  expect(page).toContain('<script type="module" src="/assets/note-request-1.js"></script>');
  expect(page).not.toMatch(/ style=|<style| on[a-z]+=|<script>|https?:|<img/);
  expect(page).not.toMatch(/<form|<input|<textarea/);
});

it("without a script, and without a build, it says what it is", () => {
  const page = renderNoteRequest(undefined);
  expect(page).toContain("<noscript>");
  expect(page).toContain("This page needs JavaScript");
  expect(page).not.toContain("<script");
});
