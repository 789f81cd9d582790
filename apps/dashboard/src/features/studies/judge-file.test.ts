import { describe, expect, it } from "vitest";
import { judgeFiles, sizeWords } from "./judge-file";

const file = (size: number, name = "record.json") => ({ name, size });

describe("judgeFiles", () => {
  it("takes one file of up to 5 MB", () => {
    expect(judgeFiles([file(34_000)])).toEqual({ ok: true });
    expect(judgeFiles([file(5 * 1024 * 1024)])).toEqual({ ok: true });
  });

  it("refuses a file of 50 MB by its size alone, and says where to get the right one", () => {
    const judged = judgeFiles([file(50_000_000, "everything.json")]);
    expect(judged).toMatchObject({ ok: false });
    expect(judged).toHaveProperty(
      "sentence",
      expect.stringMatching(/50\.0 MB.*not read.*Download/),
    );
  });

  it("refuses an empty file, two files and none", () => {
    expect(judgeFiles([file(0)])).toMatchObject({ ok: false });
    expect(judgeFiles([file(10), file(10)])).toMatchObject({ ok: false });
    expect(judgeFiles([])).toMatchObject({ ok: false });
  });
});

it("says sizes as people do", () => {
  expect([820, 34_400, 4_800_000].map(sizeWords)).toEqual(["820 B", "34 kB", "4.8 MB"]);
});
