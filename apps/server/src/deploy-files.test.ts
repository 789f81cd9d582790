// The files that put Studydesk on a machine, held to what the project itself runs: the same command, the same
// pnpm and Node, and no setting that there is not. No container engine and no systemd is asked.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validate } from "dockerfile-utils";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { repositoryRoot } from "./env";

const read = (path: string) => readFileSync(join(repositoryRoot, path), "utf8");
const manifest = z
  .object({
    packageManager: z.string(),
    scripts: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(read("package.json")));
const serve = manifest.scripts.serve ?? "";
/** Of the README's table of settings. */
const settings = [...read("README.md").matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name);

it("builds an image in which `pnpm serve` runs, by the project's own commands", () => {
  const dockerfile = read("Dockerfile");
  expect(validate(dockerfile)).toEqual([]);
  const commands = [...dockerfile.matchAll(/^\s*CMD (\[.*\])$/gm)].map(([, list]) =>
    z.array(z.string()).parse(JSON.parse(list ?? "")),
  );
  expect(commands.at(-1)?.join(" ")).toBe(serve);
  for (const [, pnpm] of dockerfile.matchAll(/npx --yes (pnpm@\S+)/g)) {
    expect(pnpm).toBe(manifest.packageManager);
  }
  const images = [...dockerfile.matchAll(/^FROM node:(\d+)/gm)].map(([, major]) => `^${major}`);
  expect(images).toEqual([manifest.devDependencies.node, manifest.devDependencies.node]);
  for (const folder of ["apps", "packages"]) {
    for (const name of readdirSync(join(repositoryRoot, folder))) {
      expect(dockerfile).toContain(`COPY ${folder}/${name}/package.json ${folder}/${name}/\n`);
    }
  }
  expect(dockerfile).toMatch(/\nUSER node\n/);
});

const service = z.object({
  environment: z.record(z.string(), z.string()),
  read_only: z.boolean().optional(),
  ports: z.array(z.string()).optional(),
  secrets: z.array(z.string()).optional(),
  volumes: z.array(z.string()),
});
const composeFile = z.object({
  services: z.object({ studydesk: service, caddy: service }),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
  volumes: z.record(z.string(), z.null()),
});

it("composes it with a proxy in front, the secret as a file, and no door but the proxy's", () => {
  const { services, secrets, volumes } = composeFile.parse(parse(read("compose.yaml")));
  const { studydesk, caddy } = services;
  expect(settings).toEqual(expect.arrayContaining(Object.keys(studydesk.environment)));
  expect(studydesk.environment).toMatchObject({ TRUST_PROXY: "1" });
  expect(studydesk.ports).toBeUndefined();
  expect(studydesk.read_only).toBe(true);
  expect(studydesk.secrets).toEqual(Object.keys(secrets));
  expect(studydesk.environment.STUDYDESK_SECRET_FILE).toBe(
    `/run/secrets/${studydesk.secrets?.[0]}`,
  );
  const named = [studydesk, caddy]
    .flatMap((each) => each.volumes)
    .filter((path) => !/^[./]/.test(path));
  expect(named.map((path) => path.split(":")[0]).sort()).toEqual(Object.keys(volumes).sort());
  expect(Object.keys(caddy.environment).sort()).toEqual(
    [...read("deploy/Caddyfile").matchAll(/\{\$(\w+)/g)].map(([, name]) => name).sort(),
  );
});

it("starts the same under systemd, with the secret as a credential", () => {
  const unit = read("deploy/studydesk.service");
  const start = /^ExecStart=\/opt\/studydesk\/node_modules\/\.bin\/(.*)$/m.exec(unit)?.[1];
  expect(start).toBe(serve);
  const names = [...unit.matchAll(/^Environment=([A-Z_]+)=/gm)].map(([, name]) => name ?? "");
  expect([...settings, "NODE_ENV"]).toEqual(expect.arrayContaining(names));
  expect(unit).toContain("\nLoadCredential=secret:");
  // What the service is given, commands beside it are given, too.
  const beside = read("deploy/studydesk");
  for (const name of names.filter((each) => each !== "NODE_ENV")) expect(beside).toContain(name);
});

it.each(["deploy/Caddyfile", "deploy/nginx.conf"])("%s holds back no live stream", (path) => {
  const proxy = read(path);
  expect(proxy).toMatch(/flush_interval -1|proxy_buffering off;/);
  expect(proxy).toContain("/metrics");
  // What a visitor claims of their address must not be passed on.
  expect(proxy).not.toContain("$proxy_add_x_forwarded_for");
});
