// Built files, found once at the start: only these can be asked for, so no path can lead elsewhere.
// Their compressed twins go out where a browser takes them; hashed names are kept for good.
import { readdirSync } from "node:fs";
import { join, sep } from "node:path";
import type { RequestHandler } from "express";
import { scriptFilePolicy, setPolicy } from "./security-headers";

const encodings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Serves `dist` below the mount point; what is not there goes on to the next handler. */
export function staticFiles(dist: string): RequestHandler {
  const files = listFiles(dist);
  return (req, res, next) => {
    const path = req.path.slice(1);
    if ((req.method !== "GET" && req.method !== "HEAD") || !files.has(path) || isInternal(path)) {
      return next();
    }
    res.locals.route = `${req.baseUrl}/(file)`;
    if (path.endsWith(".js")) setPolicy(res, scriptFilePolicy);
    res.type(path.slice(path.lastIndexOf(".")));
    res.vary("accept-encoding");
    const encoding = encodings.find(
      ([name, ending]) => files.has(path + ending) && req.acceptsEncodings(name) === name,
    );
    if (encoding) res.set("content-encoding", encoding[0]);
    const isHashed = path.startsWith("assets/");
    res.sendFile(path + (encoding?.[1] ?? ""), {
      root: dist,
      dotfiles: "deny",
      immutable: isHashed,
      maxAge: isHashed ? "365d" : "1h",
    });
  };
}

/** Pages are made by the server, twins are not asked for by name, and the manifest is ours. */
function isInternal(path: string): boolean {
  return (
    path.endsWith(".html") || path.endsWith(".br") || path.endsWith(".gz") || path.startsWith(".")
  );
}

function listFiles(dist: string): Set<string> {
  try {
    const entries = readdirSync(dist, { recursive: true, withFileTypes: true });
    return new Set(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
        .map((path) => path.split(sep).join("/")),
    );
  } catch {
    return new Set();
  }
}
