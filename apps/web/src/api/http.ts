/** Requests to the server of this page: JSON both ways, typed by what the server's routes say they answer. */
import type { Refusal } from '@remit/contract/shapes.ts'
import { NotReached, Refused } from './answers.ts'

/** Who hears whether requests get through: the connection line. */
export type Hearing = { readonly heard: () => void; readonly failed: () => void }

let hearing: Hearing | undefined

/** Tells `listener` of each request whether the server answered it, until another one is set. */
export function listenToRequests(listener: Hearing | undefined): void {
  hearing = listener
}

/** How long a request may take before it counts as not answered. Danger is said on the radio meanwhile. */
const PATIENCE_MS = 10_000

/** Throws `Refused` or `NotReached`. The caller names the type that the route answers with. */
export function getJson<Answer>(path: string): Promise<Answer> {
  return ask<Answer>(path, {})
}

/** The bytes of an answer. Throws `Refused` or `NotReached`. */
export async function getBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await reach(path, {})
  if (response.ok) return new Uint8Array(await response.arrayBuffer())
  const body = await bodyOf(response)
  throw isRefusal(body) && response.status !== 500
    ? new Refused(body)
    : new NotReached(`${path} answered ${response.status}`)
}

/** Throws `Refused` or `NotReached`. */
export function postJson<Answer>(path: string, body: unknown): Promise<Answer> {
  return ask<Answer>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await reach(path, init)
  const body = await bodyOf(response)
  if (response.ok) {
    hearing?.heard()
    // The server's routes are typed by the same contract; both are built from one tree.
    return body as Answer
  }
  if (isRefusal(body) && response.status !== 500) {
    hearing?.heard()
    throw new Refused(body)
  }
  hearing?.failed()
  throw new NotReached(`${path} answered ${response.status}`)
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...init, signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (cause) {
    hearing?.failed()
    throw new NotReached(`${path} was not reached`, { cause })
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    // An answer that is cut off, or a page of something that stands between: nothing of it can be believed.
    hearing?.failed()
    throw new NotReached(`${response.url} did not answer with JSON`)
  }
}

function isRefusal(body: unknown): body is Refusal {
  return typeof body === 'object' && body !== null && 'refusal' in body && 'message' in body
}
