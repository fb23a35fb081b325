import { z } from "zod";
import { createTRPCClientProxy, createTRPCUntypedClient, httpBatchLink, httpLink, httpSubscriptionLink, isTRPCClientError, splitLink } from "@trpc/client";
import { EventSource } from "eventsource";
//#region ../schema/src/errors.ts
/** The closed list of what can go wrong, the same for server, client, CLI and page. */
const errorCodes = [
	"BAD_INPUT",
	"NOT_A_BUNDLE",
	"NOT_FOUND",
	"FORBIDDEN",
	"UNAUTHENTICATED",
	"CONFLICT",
	"EXPIRED",
	"TOO_LARGE",
	"DIGEST_MISMATCH",
	"STORE_FULL",
	"UNAVAILABLE",
	"CANCELLED",
	"UNSUPPORTED",
	"INTERNAL"
];
/** The one error class. `message` is a sentence for a person: what is wrong, what was expected, what to do. */
var KubinError = class extends Error {
	code;
	constructor(code, message, options) {
		super(message, options);
		this.name = "KubinError";
		this.code = code;
	}
};
/** Whether `error` is a KubinError (of `code`, where one is given), also across copies of this package. */
function isKubinError(error, code) {
	if (!(error instanceof Error) || error.name !== "KubinError" || !("code" in error)) return false;
	return code === void 0 || error.code === code;
}
//#endregion
//#region ../schema/src/page.ts
/** Opaque; holds position, filter and scope, so it cannot be used with another question or by another reader. */
const Cursor = z.string().min(1).max(2e3);
const PageRequest = z.object({
	limit: z.coerce.number().int().min(1).max(1e3).default(100),
	cursor: Cursor.optional()
});
//#endregion
//#region ../schema/src/snapshot.ts
/** UUIDv7: names rows and objects, gives no right by itself. */
const SnapshotId = z.uuid();
/** INITIATED → UPLOADING → PROCESSING → COMPLETED | FAILED, then TRASHED, EXPIRED. Changes are compare-and-set. */
const SnapshotState = z.enum([
	"INITIATED",
	"UPLOADING",
	"PROCESSING",
	"COMPLETED",
	"FAILED",
	"TRASHED",
	"EXPIRED"
]);
/** The state will not change by itself any more, and the content is all there is. */
function isSettled(state) {
	return state !== "INITIATED" && state !== "UPLOADING" && state !== "PROCESSING";
}
const Cluster = z.object({
	/** The name the source gives it, else a short form of the uid. */
	name: z.string(),
	/** uid of namespace kube-system, where it was captured. */
	uid: z.string().optional()
});
const SnapshotProgress = z.object({
	partsKnown: z.int(),
	partsStored: z.int(),
	partsIndexed: z.int(),
	partsFailed: z.int(),
	/** Packed bytes in the object store. */
	bytesStored: z.int()
});
const SnapshotCounts = z.object({
	objects: z.int(),
	types: z.int(),
	namespaces: z.int(),
	events: z.int(),
	logStreams: z.int(),
	logLines: z.int()
});
const Snapshot = z.object({
	id: SnapshotId,
	state: SnapshotState,
	/** COMPLETED, but something that was announced never came or could not be read. */
	partial: z.boolean(),
	/** FAILED: why, in words. */
	failure: z.string().optional(),
	name: z.string(),
	cluster: Cluster.optional(),
	kubernetesVersion: z.string().optional(),
	/** When the cluster looked like this; ages are relative to it. ISO 8601, as all times. */
	capturedAt: z.iso.datetime({ offset: true }).optional(),
	createdAt: z.iso.datetime({ offset: true }),
	completedAt: z.iso.datetime({ offset: true }).optional(),
	expiresAt: z.iso.datetime({ offset: true }),
	/** The tool and layout the bundle came in, e.g. "must-gather". */
	layout: z.string(),
	progress: SnapshotProgress,
	counts: SnapshotCounts,
	/** Number of coverage gaps within the reader's scope. */
	gaps: z.int(),
	/** Number of values taken out before the upload. */
	redactions: z.int()
}).meta({ id: "Snapshot" });
z.object({ snapshotId: SnapshotId });
PageRequest.extend({ 
/** Part of a name or cluster name, any case. */
text: z.string().max(200).optional() });
z.object({
	items: z.array(Snapshot),
	nextCursor: z.string().optional()
}).meta({ id: "SnapshotPage" });
//#endregion
//#region src/unreachable.ts
const reasons = {
	ECONNREFUSED: "nothing listens there",
	ENOTFOUND: "the name is not known",
	EAI_AGAIN: "the name could not be looked up",
	ECONNRESET: "the connection was cut",
	EPIPE: "the connection was cut",
	UND_ERR_SOCKET: "the connection was cut",
	ETIMEDOUT: "it did not answer in time",
	UND_ERR_CONNECT_TIMEOUT: "it did not answer in time",
	UND_ERR_HEADERS_TIMEOUT: "it did not answer in time",
	EHOSTUNREACH: "there is no way to that host",
	ENETUNREACH: "there is no way to that network",
	DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of your own)",
	SELF_SIGNED_CERT_IN_CHAIN: "its certificate is not trusted (NODE_EXTRA_CA_CERTS names a file of your own)",
	CERT_HAS_EXPIRED: "its certificate is over"
};
/** Why no answer of a Kubin server came: CANCELLED when the caller stopped it, else UNAVAILABLE with what to do. */
function unreachable(opts) {
	const { server, error } = opts;
	if (isAbort(error)) return new KubinError("CANCELLED", "Stopped.", { cause: error });
	const status = statusOf(opts.meta);
	if (status !== void 0) return new KubinError("UNAVAILABLE", status >= 500 ? `${server} answered with HTTP ${status}. It may be starting or overloaded; try again in a moment.` : `${server} answered with HTTP ${status}, but not as a Kubin server does. Check the address.`, { cause: error });
	const code = networkCode(error);
	return new KubinError("UNAVAILABLE", `Cannot reach the Kubin server at ${server}${code === void 0 ? "" : ` (${reasons[code] ?? code})`}. Check the address, and that the server runs.`, { cause: error });
}
/** The system's code of a network fault, looked for through the causes. */
function networkCode(error) {
	let one = error;
	for (let depth = 0; depth < 6 && one instanceof Error; depth++) {
		if ("code" in one && typeof one.code === "string" && one.code !== "KubinError") return one.code;
		const inner = one instanceof AggregateError ? one.errors[0] : void 0;
		one = one.cause ?? inner;
	}
}
function isAbort(error) {
	for (let one = error, depth = 0; depth < 6 && one instanceof Error; depth++, one = one.cause) if (one.name === "AbortError") return true;
	return false;
}
function statusOf(meta) {
	if (typeof meta !== "object" || meta === null || !("response" in meta)) return void 0;
	return meta.response instanceof Response ? meta.response.status : void 0;
}
//#endregion
//#region src/kubin-errors.ts
/** The same client, whose calls and subscriptions fail with `KubinError`s. */
function withKubinErrors(client, server) {
	const fail = (error) => {
		throw toKubinError(error, server);
	};
	const methods = {
		query: (path, input, opts) => client.query(path, input, opts).catch(fail),
		mutation: (path, input, opts) => client.mutation(path, input, opts).catch(fail),
		subscription: client.subscription.bind(client)
	};
	return Object.assign(Object.create(client), methods);
}
/** What a failed call means, as the one error class: the server's own sentence, or why the server was not reached. */
function toKubinError(error, server) {
	if (isKubinError(error)) return error;
	if (isTRPCClientError(error)) {
		const said = kubinPart(error);
		if (said) return new KubinError(said.code, said.message, { cause: error });
		if (error.shape) return new KubinError("INTERNAL", error.shape.message, { cause: error });
		return unreachable({
			server,
			error: error.cause ?? error,
			meta: error.meta
		});
	}
	return unreachable({
		server,
		error
	});
}
/** `data.kubin` of the answer, where it is what this build knows. */
function kubinPart(error) {
	const data = error.data;
	if (typeof data !== "object" || data === null || !("kubin" in data)) return void 0;
	const { kubin } = data;
	if (typeof kubin !== "object" || kubin === null || !("code" in kubin) || !("message" in kubin)) return void 0;
	const code = errorCodes.find((known) => known === kubin.code);
	return typeof kubin.message === "string" ? {
		code: code ?? "INTERNAL",
		message: kubin.message
	} : void 0;
}
//#endregion
//#region src/server-address.ts
/** `http://host:7780/` → `http://host:7780`. A path in front of Kubin stays. Throws BAD_INPUT with what was expected. */
function normaliseServer(text) {
	const url = URL.canParse(text) ? new URL(text) : void 0;
	if (!url || url.protocol !== "http:" && url.protocol !== "https:" || url.hostname === "") throw new KubinError("BAD_INPUT", `"${text}" is not the address of a server. Expected something like http://127.0.0.1:7780.`);
	return `${url.origin}${url.pathname.replace(/\/+$/, "")}`;
}
//#endregion
//#region src/create-client.ts
/** Longest URL of a query; Node refuses a request head over 16 KiB. */
const maxUrlLength = 14e3;
/** Makes a client. Nothing is sent before the first call. Throws BAD_INPUT where `server` is no http(s) address. */
function createClient(options) {
	const server = normaliseServer(options.server);
	const url = `${server}/trpc`;
	const send = options.fetch ?? fetch;
	const headers = {
		...options.link !== void 0 && { "x-kubin-link": options.link },
		...options.ticket !== void 0 && { "x-kubin-ticket": options.ticket }
	};
	const { signal } = options;
	const transport = {
		url,
		headers,
		fetch: (input, init) => send(input, joined(init, signal))
	};
	return createTRPCClientProxy(withKubinErrors(createTRPCUntypedClient({ links: [splitLink({
		condition: (op) => op.type === "subscription",
		true: httpSubscriptionLink({
			url,
			EventSource,
			eventSourceOptions: { fetch: (input, init) => send(input, joined({
				...init,
				headers: {
					...init.headers,
					...headers
				}
			}, signal)) }
		}),
		false: splitLink({
			condition: (op) => op.type === "mutation" || op.path.startsWith("query."),
			true: httpLink(transport),
			false: httpBatchLink({
				...transport,
				maxURLLength: maxUrlLength,
				maxItems: 20
			})
		})
	})] }), server));
}
/** The request's own signal and the client's: whichever comes first ends it. */
function joined(init, signal) {
	const both = [init && "signal" in init && init.signal instanceof AbortSignal ? init.signal : void 0, signal].filter((one) => one !== void 0);
	return both.length === 0 ? { ...init } : {
		...init,
		signal: AbortSignal.any(both)
	};
}
//#endregion
//#region src/parse-link.ts
/** `http://host/s/{token}[/...]` → server and token; undefined for anything else. A path in front of `/s/` is the server's. */
function parseLink(text) {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : void 0;
	if (!url || url.protocol !== "http:" && url.protocol !== "https:") return void 0;
	const { base, token } = /^(?<base>.*?)\/s\/(?<token>[\w-]{16,200})(?:\/|$)/.exec(url.pathname)?.groups ?? {};
	if (base === void 0 || token === void 0) return void 0;
	return {
		server: `${url.origin}${base}`,
		token
	};
}
//#endregion
//#region src/upload/retry.ts
const defaultRetry = {
	attempts: 8,
	baseMs: 250,
	maxMs: 2e4
};
/** No server's Retry-After makes an upload wait longer than this at once. */
const longestWaitMs = 12e4;
/**
* Pause before attempt number `attempt` (from 1): exponential, with full jitter so that many uploaders do not return
* together; what the server asked for (Retry-After: seconds or a date) is the least.
*/
function pauseBefore(opts) {
	const { attempt, retry } = opts;
	const bound = Math.min(retry.maxMs, retry.baseMs * 2 ** (attempt - 1));
	const asked = retryAfterMs(opts.retryAfter, opts.now ?? Date.now());
	return Math.min(longestWaitMs, asked + bound * (.5 + Math.random() / 2));
}
function retryAfterMs(header, now) {
	if (header === null || header.trim() === "") return 0;
	const seconds = Number(header);
	if (Number.isFinite(seconds)) return Math.max(0, seconds * 1e3);
	const at = Date.parse(header);
	return Number.isNaN(at) ? 0 : Math.max(0, at - now);
}
/** Waits; throws CANCELLED as soon as `signal` is aborted. */
function pause(ms, signal) {
	return new Promise((resolve, reject) => {
		const stop = () => {
			clearTimeout(timer);
			reject(new KubinError("CANCELLED", "Stopped."));
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, ms);
		if (signal?.aborted) return stop();
		signal?.addEventListener("abort", stop, { once: true });
	});
}
//#endregion
//#region src/upload/part-queue.ts
/** An empty queue. One part is let in however large it is. */
function createPartQueue(bounds) {
	const waiting = [];
	const sleepers = /* @__PURE__ */ new Set();
	const held = {
		parts: 0,
		bytes: 0
	};
	let closed = false;
	let failure;
	const wakeAll = () => {
		for (const wake of sleepers) wake();
		sleepers.clear();
	};
	const until = async (ready) => {
		while (!ready() && !failure) await new Promise((resolve) => sleepers.add(resolve));
		if (failure) throw failure.error;
	};
	const full = (next) => held.parts >= bounds.parts || held.parts > 0 && held.bytes + next > bounds.bytes;
	return {
		async put(part) {
			await until(() => !full(part.bytes.length));
			held.parts++;
			held.bytes += part.bytes.length;
			waiting.push(part);
			wakeAll();
		},
		async take(limit) {
			await until(() => waiting.length > 0 || closed);
			return waiting.splice(0, limit);
		},
		release(part) {
			held.parts--;
			held.bytes -= part.bytes.length;
			wakeAll();
		},
		close(error) {
			closed = true;
			if (error !== void 0) failure ??= { error };
			wakeAll();
		}
	};
}
//#endregion
//#region src/upload/put-part.ts
/** Longest PUT of one part (16 MiB at 50 KB/s takes 5.5 minutes). */
const putTimeoutMs = 6 * 6e4;
/** Sends the bytes of one part to its signed URL, once. Throws CANCELLED alone. The URL never gets into a message. */
async function putPart(opts) {
	const { url, headers, bytes, signal } = opts;
	const timeout = AbortSignal.timeout(putTimeoutMs);
	let response;
	let body;
	try {
		const both = AbortSignal.any([signal, timeout]);
		response = await opts.fetch(url, {
			method: "PUT",
			headers,
			body: bytes,
			signal: both
		});
		body = (await response.text()).slice(0, 4e3);
	} catch (error) {
		if (signal.aborted) throw new KubinError("CANCELLED", "Stopped.", { cause: error });
		return {
			outcome: "again",
			error: new KubinError("UNAVAILABLE", unreachable({
				server: new URL(url).origin,
				error
			}).message, { cause: error }),
			retryAfter: null
		};
	}
	if (response.ok) return { outcome: "stored" };
	return judge({
		response,
		body,
		origin: new URL(url).origin
	});
}
function judge(opts) {
	const { response, body, origin } = opts;
	const { status } = response;
	const retryAfter = response.headers.get("retry-after");
	const said = errorIn(body);
	if (said?.code === "EXPIRED") return {
		outcome: "expired",
		error: new KubinError("EXPIRED", said.message)
	};
	if (status === 507 || said?.code === "STORE_FULL") return {
		outcome: "refused",
		error: new KubinError("STORE_FULL", `The store of ${origin} is full; nothing more can be uploaded. Free space there, then import again.`)
	};
	if (status === 413 || said?.code === "TOO_LARGE") return {
		outcome: "refused",
		error: new KubinError("TOO_LARGE", `${origin} takes no part of this size. A proxy in front of it may need a larger limit (16 MiB).`)
	};
	const detail = said?.message ?? `${origin} answered an upload with HTTP ${status}.`;
	if (status >= 500 || status === 408 || status === 429 || said?.code === "DIGEST_MISMATCH") return {
		outcome: "again",
		error: new KubinError(said?.code ?? "UNAVAILABLE", detail),
		retryAfter
	};
	return {
		outcome: "refused",
		error: new KubinError(said?.code ?? "FORBIDDEN", detail)
	};
}
/** The code in an answer of Kubin's own store (JSON) or of S3 (XML; an expired URL is only told in its words). */
function errorIn(body) {
	if (/Request has expired|ExpiredToken/.test(body)) return {
		code: "EXPIRED",
		message: "The upload URL expired."
	};
	try {
		return findCode(JSON.parse(body), 0);
	} catch {
		return;
	}
}
function findCode(value, depth) {
	if (typeof value !== "object" || value === null || depth > 3) return void 0;
	if ("code" in value) {
		const code = errorCodes.find((known) => known === value.code);
		const message = "message" in value && typeof value.message === "string" ? value.message : "The store refused it.";
		if (code) return {
			code,
			message
		};
	}
	for (const inner of Object.values(value)) {
		const found = findCode(inner, depth + 1);
		if (found) return found;
	}
}
//#endregion
//#region src/upload/with-retry.ts
/** Repeats an idempotent call while the server is away; any other failure is thrown at once. */
async function withRetry(run, call) {
	const { retry, signal } = run;
	for (let attempt = 1;; attempt++) {
		try {
			return await call();
		} catch (error) {
			if (!isKubinError(error, "UNAVAILABLE") || attempt >= retry.attempts || signal.aborted) throw error;
		}
		await pause(pauseBefore({
			attempt,
			retry,
			retryAfter: null
		}), signal);
	}
}
//#endregion
//#region src/upload/sign-batch.ts
/** Signed URLs for `parts`, in their order. Throws INTERNAL when the server leaves one out. */
async function signBatchOf(run, parts) {
	const entries = parts.map((part) => part.entry);
	const { snapshotId } = run;
	const answer = await withRetry(run, () => run.client.upload.sign.mutate({
		snapshotId,
		parts: entries
	}));
	const byKey = new Map(answer.parts.map((signed) => [signed.key, signed]));
	return entries.map((entry) => {
		const signed = byKey.get(keyOf(snapshotId, entry));
		if (signed) return signed;
		throw new KubinError("INTERNAL", `The server signed no upload for part ${entry.sha256}. Update the server.`);
	});
}
/** The key of a part, as `PartEntry` of the schema says it. */
function keyOf(snapshotId, entry) {
	return `snapshots/${snapshotId}/${entry.type}/${entry.namespace || "_cluster"}/${entry.sha256}`;
}
//#endregion
//#region src/upload/send-part.ts
/** Sends one part until the store has it; skips what the server says it has. Throws when no retry helps. */
async function sendPart(opts) {
	const { run, part, progress } = opts;
	const bytes = plainBytes(part.bytes);
	let { upload } = opts.signed;
	for (let attempt = 1; upload; attempt++) {
		const put = await putPart({
			...upload,
			bytes,
			fetch: run.fetch,
			signal: run.signal
		});
		if (put.outcome === "stored") break;
		if (put.outcome === "refused" || attempt >= run.retry.attempts) throw put.error;
		progress.retried++;
		run.onProgress(progress);
		if (put.outcome === "again") await pause(pauseBefore({
			attempt,
			retry: run.retry,
			retryAfter: put.retryAfter
		}), run.signal);
		else upload = (await signBatchOf(run, [part]))[0]?.upload;
	}
	if (!opts.signed.upload) progress.partsSkipped++;
	progress.partsStored++;
	progress.bytesStored += part.bytes.length;
	run.onProgress(progress);
}
/** `fetch` takes no view of shared memory; nothing here makes one, and a copy would double what is held. */
function plainBytes(bytes) {
	return bytes.buffer instanceof ArrayBuffer ? bytes : new Uint8Array(bytes);
}
//#endregion
//#region src/upload/send-parts.ts
/** The server signs at most this many at once. */
const signBatch = 100;
/** Held in memory at once, over all stages: four parts of the largest size, or many small ones. */
const bounds = {
	parts: 200,
	bytes: 64 * 1024 * 1024
};
/**
* Signs parts as they become known and sends them in parallel. While one signing is under way the next batch gathers,
* so the first part leaves at once and a fast packer signs a hundred at a time. The first failure stops all.
*/
async function sendParts(options) {
	const stop = new AbortController();
	const run = {
		...options,
		signal: AbortSignal.any([options.signal, stop.signal])
	};
	const progress = {
		bytesStored: 0,
		bytesKnown: 0,
		partsStored: 0,
		partsKnown: 0,
		partsSkipped: 0,
		retried: 0
	};
	const queue = createPartQueue(bounds);
	const giveUp = (error) => {
		queue.close(error);
		stop.abort(error);
	};
	const cancel = () => giveUp(new KubinError("CANCELLED", "Stopped."));
	options.signal.addEventListener("abort", cancel, { once: true });
	if (options.signal.aborted) cancel();
	try {
		const stages = [fill(run, queue, progress), drain(run, queue, progress)];
		for (const stage of stages) stage.catch(giveUp);
		await Promise.all(stages);
		return progress;
	} finally {
		options.signal.removeEventListener("abort", cancel);
	}
}
async function fill(run, queue, progress) {
	for await (const part of run.parts) {
		progress.partsKnown++;
		progress.bytesKnown += part.bytes.length;
		run.onProgress(progress);
		await queue.put(part);
	}
	queue.close();
}
/** One signer feeds up to `concurrency` senders; the first failure is thrown once nothing is under way any more. */
async function drain(run, queue, progress) {
	const sending = /* @__PURE__ */ new Set();
	const failures = [];
	const start = (part, signed) => {
		const work = sendPart({
			run,
			part,
			signed,
			progress
		}).catch((error) => failures.push(error)).then(() => {
			queue.release(part);
			sending.delete(work);
		});
		sending.add(work);
	};
	while (failures.length === 0) {
		const batch = await queue.take(signBatch);
		if (batch.length === 0) break;
		const signed = await signBatchOf(run, batch);
		for (const [index, part] of batch.entries()) {
			while (sending.size >= run.concurrency) await Promise.race(sending);
			const own = signed[index];
			if (failures.length > 0 || !own) break;
			start(part, own);
		}
	}
	while (sending.size > 0 && failures.length === 0) await Promise.race(sending);
	if (failures.length > 0) throw failures[0];
}
//#endregion
//#region src/upload/upload-bundle.ts
/** A stopped upload is told to the server, but nobody waits longer than this for it. */
const farewellMs = 700;
/**
* begin → sign in batches → PUT in parallel, with retry and fresh URLs → complete. Bytes go straight to the store.
* When it fails or is stopped after `begin`, the server is told why, so the snapshot shows it at once.
*/
async function uploadBundle(options) {
	const { server, signal = new AbortController().signal, retry = defaultRetry } = options;
	const send = options.fetch ?? fetch;
	const ticket = await createClient({
		server,
		fetch: send,
		signal
	}).upload.begin.mutate(options.begin);
	options.onBegin?.(ticket);
	const uploader = {
		server,
		fetch: send,
		ticket: ticket.ticket
	};
	const client = createClient({
		...uploader,
		signal
	});
	try {
		const progress = await sendParts({
			client,
			snapshotId: ticket.id,
			parts: options.parts,
			concurrency: options.concurrency ?? 6,
			retry,
			fetch: send,
			signal,
			onProgress: options.onProgress ?? (() => {})
		});
		const manifest = options.manifest();
		return {
			ticket,
			snapshot: await withRetry({
				retry,
				signal
			}, () => client.upload.complete.mutate({
				snapshotId: ticket.id,
				manifest
			})),
			progress
		};
	} catch (error) {
		await sayWhy(createClient({
			...uploader,
			signal: AbortSignal.timeout(farewellMs)
		}), ticket.id, error);
		throw error;
	}
}
/** Best effort: the server settles a silent upload by itself after a while. */
async function sayWhy(client, snapshotId, error) {
	const why = error instanceof Error && error.message !== "" ? error.message : "It failed.";
	const reason = isKubinError(error, "CANCELLED") ? "The upload was stopped by the one who started it." : why;
	await client.upload.abort.mutate({
		snapshotId,
		reason: reason.slice(0, 1e3)
	}).catch(() => void 0);
}
//#endregion
//#region src/watch-snapshot.ts
/**
* The snapshot now and after each change, until its state is final. Server-sent events where they come through; a
* proxy that holds them back, or a server that restarts, costs only pace: then the snapshot is polled.
* Throws what the server says (NOT_FOUND, …), or UNAVAILABLE when it stays away.
*/
async function* watchSnapshot(options) {
	const { client, snapshotId, signal, silentMs = 3e3, pollMs = 500, awayMs = 3e4 } = options;
	const news = subscribe(client, snapshotId);
	let heardAt = Date.now();
	let told = "";
	try {
		while (!signal?.aborted) {
			const pushed = await news.next(news.broken() ? pollMs : silentMs, signal);
			if (signal?.aborted) return;
			const snapshot = pushed ?? await poll({
				client,
				snapshotId,
				giveUp: Date.now() - heardAt > awayMs
			});
			if (!snapshot) continue;
			heardAt = Date.now();
			const text = JSON.stringify(snapshot);
			if (text !== told) yield snapshot;
			told = text;
			if (isSettled(snapshot.state)) return;
		}
	} finally {
		news.stop();
	}
}
async function poll(opts) {
	try {
		return await opts.client.metadata.get.query({ snapshotId: opts.snapshotId });
	} catch (error) {
		if (isKubinError(error, "UNAVAILABLE") && !opts.giveUp) return void 0;
		throw error;
	}
}
/** Keeps the newest snapshot pushed; `next` waits for one that is not told yet, for `ms` at most. */
function subscribe(client, snapshotId) {
	let newest;
	let broken = false;
	let wake = () => {};
	const end = () => {
		broken = true;
		wake();
	};
	const subscription = client.metadata.watch.subscribe({ snapshotId }, {
		onData: (snapshot) => {
			newest = snapshot;
			wake();
		},
		onError: end,
		onComplete: end
	});
	return {
		broken: () => broken,
		stop: () => subscription.unsubscribe(),
		async next(ms, signal) {
			if (!newest) await pause(ms, signal);
			const taken = newest;
			newest = void 0;
			return taken;
		}
	};
	function pause(ms, signal) {
		return new Promise((resolve) => {
			const done = () => {
				clearTimeout(timer);
				signal?.removeEventListener("abort", done);
				wake = () => {};
				resolve();
			};
			const timer = setTimeout(done, ms);
			signal?.addEventListener("abort", done);
			if (signal?.aborted) return done();
			const wasBroken = broken;
			wake = () => newest || !wasBroken ? done() : void 0;
		});
	}
}
//#endregion
export { KubinError, createClient, isKubinError, normaliseServer, parseLink, toKubinError, uploadBundle, watchSnapshot };
