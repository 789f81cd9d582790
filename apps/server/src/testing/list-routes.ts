// Which routes an app has, read from the app itself: so that none is there that no table speaks of.

/** Such as "GET /studies/:nctId", each once; a mount point's own path is not told. */
export function listRoutes(router: object): string[] {
  const found = new Set<string>();
  for (const layer of listIn(router, "stack")) {
    const route = read(layer, "route");
    const inner = read(layer, "handle");
    if (isThing(route)) {
      const methods = Object.keys(Object(read(route, "methods")));
      for (const path of [read(route, "path")].flat()) {
        for (const method of methods) found.add(`${method.toUpperCase()} ${path}`);
      }
    } else if (isThing(inner)) {
      for (const line of listRoutes(inner)) found.add(line);
    }
  }
  return [...found].sort();
}

function isThing(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function read(thing: object, name: string): unknown {
  return Reflect.get(thing, name);
}

function listIn(thing: object, name: string): object[] {
  const list = read(thing, name);
  return Array.isArray(list) ? list.filter(isThing) : [];
}
