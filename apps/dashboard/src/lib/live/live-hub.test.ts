import { describe, expect, it } from "vitest";
import { joinLive, type StreamListener } from "./live-hub";
import type { LiveEvent, LiveMessage } from "./live-message";

const leadChanged: LiveEvent = { kind: "lead", subjectId: "7", siteId: 1, byMe: false };

/** A browser: a channel and a lock that its tabs share, and the streams that they opened. */
function openBrowser() {
  const ears = new Set<(message: LiveMessage) => void>();
  const waiting: (() => void)[] = [];
  const streams: { from: string | undefined; listener: StreamListener; isOpen: boolean }[] = [];
  const timers: (() => void)[] = [];
  const waits: number[] = [];
  let isHeld = false;

  function openTab() {
    const heard: string[] = [];
    let ownEar: ((message: LiveMessage) => void) | undefined;
    const leave = joinLive({
      openStream(from, listener) {
        const stream = { from, listener, isOpen: true };
        streams.push(stream);
        return {
          close() {
            stream.isOpen = false;
          },
        };
      },
      channel: {
        post: (message) => {
          for (const ear of ears) if (ear !== ownEar) ear(message);
        },
        listen(hear) {
          ownEar = hear;
          ears.add(hear);
          return () => ears.delete(hear);
        },
      },
      lead(signal, onLead) {
        let isMine = false;
        const take = () => {
          if (signal.aborted) return;
          isHeld = true;
          isMine = true;
          onLead();
        };
        signal.addEventListener("abort", () => {
          if (!isMine) return;
          isHeld = false;
          waiting.shift()?.();
        });
        if (isHeld) waiting.push(take);
        else take();
      },
      after(ms, run) {
        waits.push(ms);
        timers.push(run);
        return () => {};
      },
      onEvent: (event) => heard.push(`event ${event.subjectId}`),
      onState: (state) => heard.push(state),
      onGap: () => heard.push("gap"),
      onEnded: () => heard.push("ended"),
    });
    return { heard, leave };
  }

  return {
    openTab,
    streams,
    waits,
    openStreams: () => streams.filter((stream) => stream.isOpen),
    runTimers: () => {
      for (const run of timers.splice(0)) run();
    },
  };
}

describe("one live stream for all tabs", () => {
  it("opens one stream for eight tabs, and all of them hear each event once", () => {
    const browser = openBrowser();
    const tabs = Array.from({ length: 8 }, () => browser.openTab());
    expect(browser.openStreams()).toHaveLength(1);
    browser.streams[0]?.listener.onState("live");
    browser.streams[0]?.listener.onEvent("41", leadChanged);
    for (const tab of tabs) expect(tab.heard).toEqual(["live", "event 7"]);
  });

  it("hands the stream to another tab when the leading one closes, from the last event on", () => {
    const browser = openBrowser();
    const first = browser.openTab();
    const second = browser.openTab();
    browser.streams[0]?.listener.onState("live");
    browser.streams[0]?.listener.onEvent("41", leadChanged);
    first.leave();
    expect(browser.openStreams()).toHaveLength(1);
    expect(browser.openStreams()[0]?.from).toBe("41");
    browser.streams[1]?.listener.onState("live");
    expect(second.heard).toEqual(["live", "event 7", "live", "gap"]);
    expect(first.heard).toEqual(["live", "event 7"]);
  });

  it("says nothing about a gap on the first connection", () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    browser.streams[0]?.listener.onState("live");
    expect(tab.heard).toEqual(["live"]);
  });

  it("asks every tab to fetch again once a lost stream is back", () => {
    const browser = openBrowser();
    const tabs = [browser.openTab(), browser.openTab()];
    const listener = browser.streams[0]?.listener;
    listener?.onState("live");
    listener?.onState("lost");
    listener?.onState("lost");
    listener?.onState("live");
    for (const tab of tabs) expect(tab.heard).toEqual(["live", "lost", "live", "gap"]);
  });

  it("tells a tab that comes later how things stand", () => {
    const browser = openBrowser();
    browser.openTab();
    browser.streams[0]?.listener.onState("live");
    expect(browser.openTab().heard).toEqual(["live"]);
  });

  it("opens an ended stream anew, and says that it ended", () => {
    const browser = openBrowser();
    const tab = browser.openTab();
    browser.streams[0]?.listener.onState("live");
    browser.streams[0]?.listener.onEvent("41", leadChanged);
    browser.streams[0]?.listener.onEnd(false);
    expect(tab.heard).toEqual(["live", "event 7", "lost", "ended"]);
    browser.runTimers();
    expect(browser.streams).toHaveLength(2);
    expect(browser.streams[1]?.from).toBe("41");
  });

  it("waits long where newer browsers of the same person took the stream's place, so that they do not take turns", () => {
    const browser = openBrowser();
    browser.openTab();
    for (const isPushedOut of [false, true]) {
      browser.streams.at(-1)?.listener.onState("live");
      browser.streams.at(-1)?.listener.onEnd(isPushedOut);
      browser.runTimers();
    }
    expect(browser.waits).toEqual([2_000, 30_000]);
  });

  it("leaves no stream open after the last tab", () => {
    const browser = openBrowser();
    const tabs = [browser.openTab(), browser.openTab()];
    for (const tab of tabs) tab.leave();
    expect(browser.openStreams()).toHaveLength(0);
  });
});
