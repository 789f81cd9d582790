// The first free port from a wished one on: two demos side by side do not fight.
import { createServer } from "node:net";

const farthest = 50;

export async function findFreePort(host: string, wished: number): Promise<number> {
  for (let port = wished; port < wished + farthest; port += 1) {
    if (await isFree(host, port)) return port;
  }
  return 0;
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
