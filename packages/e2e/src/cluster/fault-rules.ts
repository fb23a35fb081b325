/** A request as the proxy sees it, before it is passed on. */
interface SeenRequest {
  method: string;
  /** Path and query. */
  url: URL;
}

/** What happens instead of passing a request on, or while its answer is passed back. */
export type Fault =
  | { kind: "answer"; status: number; reason: string; headers?: Record<string, string> }
  /** The request is taken, and nothing follows. */
  | { kind: "hang" }
  /** So much of the answer's body, then silence. */
  | { kind: "stall"; afterBytes: number }
  /** So much of the answer's body, then the connection is gone. */
  | { kind: "reset"; afterBytes: number }
  /** The whole answer, later. */
  | { kind: "delay"; ms: number };

/** Asked at each request; the first rule that returns a fault decides. */
export type Rule = (request: SeenRequest) => Fault | undefined;

/** The fault for requests whose path and query match. */
export function when(match: RegExp, fault: Fault): Rule {
  return ({ url }) => (match.test(url.pathname + url.search) ? fault : undefined);
}

/** That rule, until it has been met so often. */
export function times(count: number, rule: Rule): Rule {
  let left = count;
  return (request) => {
    const fault = left > 0 ? rule(request) : undefined;
    if (fault) left--;
    return fault;
  };
}

/** That rule, for so long from the first time that it is met. */
export function during(ms: number, rule: Rule): Rule {
  let until: number | undefined;
  return (request) => {
    const fault = rule(request);
    if (fault) until ??= Date.now() + ms;
    return until !== undefined && Date.now() < until ? fault : undefined;
  };
}

/** A list that is read on too late: etcd has forgotten what its `continue` stands for. */
export function expired(): Fault {
  return { kind: "answer", status: 410, reason: "Expired" };
}

/** What API priority and fairness answers. */
export function tooMany(retryAfterSeconds: number): Fault {
  return {
    kind: "answer",
    status: 429,
    reason: "TooManyRequests",
    headers: { "retry-after": String(retryAfterSeconds) },
  };
}

export function failing(status: 500 | 502 | 503 | 504): Fault {
  const reasons = { 500: "InternalError", 502: "BadGateway", 503: "ServiceUnavailable", 504: "Timeout" };
  return { kind: "answer", status, reason: reasons[status] };
}
