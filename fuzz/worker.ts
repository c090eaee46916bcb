/** Tries texts one after another in a thread of its own, which can be ended where one never ends. */
import { parentPort, workerData } from 'node:worker_threads'
import { documentOf, type Fuzz } from './documents/by-number.ts'
import { type Outcome, tryText } from './subject.ts'

export type Tried = {
  readonly number: number
  readonly bytes: number
  readonly outcome: Outcome
  /** Of a failure: what else is made of the number may change with the files that people edit meanwhile. */
  readonly text?: string
}

const { fuzz, seed, first, until }: { fuzz: Fuzz; seed: number; first: number; until: number } = workerData
for (let number = first; performance.timeOrigin + performance.now() < until; number += 1) {
  const text = documentOf(fuzz, seed, number)
  const outcome = tryText(text)
  const tried: Tried = { number, bytes: Buffer.byteLength(text), outcome }
  parentPort?.postMessage(outcome.failure === undefined ? tried : { ...tried, text })
}
