/** What a page does that answers from a bundle, without the orders and without a server. */
import { hashedPart, readBundle } from '@remit/engine/bundle/read-bundle.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { answerTo } from '@remit/engine/questions/answer-to.ts'
import { ask } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { explain } from '@remit/engine/questions/explain.ts'
import type { Situation } from '@remit/language/checked/tree.ts'

export type Facts = readonly (readonly [string, boolean | string | number])[]

/** All that the three questions answer in a situation, as JSON. */
export function answersIn(compiled: Compiled, facts: Facts): string {
  const situation: Situation = new Map(facts)
  const determination = decide(compiled, situation)
  const answers = determination.kind === 'impossible' ? [] : determination.answers
  const explanations = answers.map((answer) => explain(compiled, situation, answer))
  return JSON.stringify({ determination, question: ask(compiled, situation), explanations })
}

/** Fetches the page's bundle, checks it and reads it. */
export async function openBundle(): Promise<Compiled> {
  return readChecked(await fetchBundle())
}

export async function fetchBundle(): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch('/bundle')).arrayBuffer())
}

export async function readChecked(bytes: Uint8Array<ArrayBuffer>): Promise<Compiled> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashedPart(bytes)))
  const reading = readBundle(bytes, () => digest)
  if (reading.kind === 'refused') throw new Error(reading.words)
  return reading.compiled
}

/** Milliseconds from the bytes to the answers about all acts of one role, then of all roles, and to the next question. */
export async function timesOf(bytes: Uint8Array<ArrayBuffer>, facts: Facts, role: string) {
  const start = performance.now()
  const compiled = await readChecked(bytes)
  const read = performance.now()
  const situation: Situation = new Map(facts)
  for (const pair of compiled.pairs) if (pair.role === role) answerTo(compiled, situation, pair)
  const own = performance.now()
  decide(compiled, situation)
  const decided = performance.now()
  ask(compiled, situation)
  return { read: read - start, own: own - start, answered: decided - start, asked: performance.now() - start }
}

export type BundlePage = {
  readonly answers: (facts: Facts) => Promise<string>
  /** Several times in one page, the first of them before anything is compiled by the browser. */
  readonly times: (facts: Facts, role: string, runs: number) => Promise<readonly Awaited<ReturnType<typeof timesOf>>[]>
}

const page: BundlePage = {
  answers: async (facts) => answersIn(await openBundle(), facts),
  times: async (facts, role, runs) => {
    const bytes = await fetchBundle()
    const times = []
    for (let run = 0; run < runs; run++) times.push(await timesOf(bytes, facts, role))
    return times
  },
}
Object.assign(globalThis, { bundlePage: page })
