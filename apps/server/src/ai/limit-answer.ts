// Asks over the network with a bound on what is read: a server that answers without end fills no memory,
// and another address than the one that was set is not followed.

export class AnswerTooLong extends Error {
  constructor() {
    super("The answer is longer than any draft.");
    this.name = "AnswerTooLong";
  }
}

/** `mostBytes` of a body, errors included; the rest is not read. */
export function fetchWithin(mostBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: "error" });
    if (!response.body) return response;
    let bytes = 0;
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(part, controller) {
          bytes += part.byteLength;
          if (bytes > mostBytes) controller.error(new AnswerTooLong());
          else controller.enqueue(part);
        },
      }),
    );
    const { status, statusText, headers } = response;
    return new Response(counted, { status, statusText, headers });
  };
}
