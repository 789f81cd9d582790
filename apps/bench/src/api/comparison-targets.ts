// The two servers that Studydesk is compared with, as what is measured asks them.
import { join } from "node:path";
import {
  checkCounts,
  checkLead,
  checkRows,
  idsOf,
  type Unwrap,
  unwrapBatch,
  unwrapNothing,
} from "./check-answer";
import { type HttpRequest, openConnection, writeRequest } from "./connection";
import type { PreparedRequest, Target } from "./operations";
import { runProcess } from "./run-process";
import { createMoves, createNewPeople, type Sample } from "./sample";

type Move = ReturnType<ReturnType<typeof createMoves>>;
type Person = ReturnType<ReturnType<typeof createNewPeople>>;

/** How one server is asked for each thing. */
export interface Asking {
  unwrap: Unwrap;
  list: HttpRequest;
  filtered: HttpRequest;
  deep: HttpRequest;
  search(term: string): HttpRequest;
  lead(id: number): HttpRequest;
  create(person: Person): HttpRequest;
  move(move: Move): HttpRequest;
  counts: HttpRequest;
}

export async function startTrpc(file: string, sample: Sample, connections: number) {
  const { studyId, status } = sample.filter;
  const { createdAt, id } = sample.deep;
  return startComparison("Express + tRPC + Kysely", "trpc-server.ts", file, sample, connections, {
    unwrap: unwrapBatch,
    list: callProcedure("list", {}),
    filtered: callProcedure("list", { studyId, status }),
    deep: callProcedure("list", { after: { createdAt, id } }),
    search: (words) => callProcedure("list", { words }),
    lead: (lead) => callProcedure("get", lead),
    create: (person) => callProcedure("create", person),
    move: (move) => callProcedure("changeStatus", move),
    counts: callProcedure("counts"),
  });
}

export async function startBare(file: string, sample: Sample, connections: number) {
  const { studyId, status } = sample.filter;
  const { createdAt, id } = sample.deep;
  return startComparison("node:http + SQLite", "bare-server.ts", file, sample, connections, {
    unwrap: unwrapNothing,
    list: get("/leads"),
    filtered: get(`/leads/filter?studyId=${studyId}&status=${status}`),
    deep: get(`/leads/after?createdAt=${createdAt}&id=${id}`),
    search: (words) => get(`/leads/search?words=${encodeURIComponent(words)}`),
    lead: (lead) => get(`/leads/${lead}`),
    create: (body) => ({ method: "POST", path: "/leads", body }),
    move: (body) => ({ method: "POST", path: "/leads/status", body }),
    counts: get("/counts"),
  });
}

function get(path: string): HttpRequest {
  return { method: "GET", path };
}

/** As the dashboard's client sends it: one call in a batch, by POST for reading, too. */
export function callProcedure(path: string, input?: unknown): HttpRequest {
  return {
    method: "POST",
    path: `/api/trpc/${path}?batch=1`,
    body: input === undefined ? {} : { 0: input },
  };
}

async function startComparison(
  name: string,
  program: string,
  file: string,
  sample: Sample,
  connections: number,
  asking: Asking,
): Promise<Target> {
  const server = await runProcess(
    ["--import", "tsx", join(import.meta.dirname, program), file],
    {},
  );
  return askServer(name, server, sample, connections, asking);
}

export function askServer(
  name: string,
  server: Pick<Target, "pid" | "port" | "stop">,
  sample: Sample,
  connections: number,
  asking: Asking,
): Target {
  const { port } = server;
  const { unwrap } = asking;
  const prepare = (request: HttpRequest, check: (answer: unknown) => void): PreparedRequest => ({
    bytes: writeRequest(port, request),
    check: (body) => check(unwrap(body)),
  });
  const same = (prepared: PreparedRequest) => () => prepared;
  const inTurn = (prepared: readonly PreparedRequest[]) => {
    let turn = 0;
    return () => {
      const next = prepared[turn++ % prepared.length];
      if (!next) throw new Error("There is nothing to ask for.");
      return next;
    };
  };
  const readIds = async (request: HttpRequest) => {
    const connection = await openConnection(port);
    const { status, body } = await connection.send(writeRequest(port, request));
    connection.close();
    if (status !== 200) throw new Error(`${name} answered with ${status}: ${body.toString()}`);
    return idsOf(unwrap(JSON.parse(body.toString())));
  };
  const newPerson = createNewPeople();
  const nextMove = createMoves(sample, connections);
  const lists = {
    list: asking.list,
    "filtered list": asking.filtered,
    "deep page": asking.deep,
  };
  return {
    ...server,
    name,
    listIds: (list) => readIds(lists[list]),
    searchIds: (term) => readIds(asking.search(term)),
    operations: {
      list: same(prepare(asking.list, checkRows(50))),
      "filtered list": same(prepare(asking.filtered, checkRows(50))),
      "deep page": same(prepare(asking.deep, checkRows(50))),
      search: inTurn(sample.terms.map((term) => prepare(asking.search(term), checkRows(50)))),
      "one lead": inTurn(sample.leadIds.map((id) => prepare(asking.lead(id), checkLead({ id })))),
      create: () => {
        const person = newPerson();
        return prepare(asking.create(person), checkLead({ firstName: person.firstName }));
      },
      "change status": (connection) => {
        const move = nextMove(connection);
        const { id, to, expectedVersion } = move;
        return prepare(
          asking.move(move),
          checkLead({ id, status: to, version: expectedVersion + 1 }),
        );
      },
      counts: same(prepare(asking.counts, checkCounts)),
    },
  };
}
