// How a page goes out: to be asked about each time, or for this one answer alone.
import type { Response } from "express";

/** A page that the browser may keep, but asks about each time. */
export function sendCurrent(res: Response, html: string): void {
  res.set("Cache-Control", "no-cache");
  res.status(200).type("html").send(html);
}

/** A page for this one answer. */
export function sendOnce(res: Response, status: number, html: string): void {
  res.set("Cache-Control", "no-store");
  res.status(status).type("html").send(html);
}

/** A page behind a private link: kept nowhere, and its address is told to nobody. */
export function sendPrivate(res: Response, status: number, html: string): void {
  res.set({ "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow" });
  sendOnce(res, status, html);
}
