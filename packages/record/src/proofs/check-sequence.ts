/**
 * The check that nothing in the middle is left out: events of one stream carry numbers without gaps, which were
 * committed to when they were recorded. It cannot show what came after the last event of the bundle.
 */
import type { Json } from '../leaves/json.ts'
import { quoted } from '../quoted.ts'
import type { Bundle, BundleLeaf } from './bundle.ts'
import type { Place, Problem, ProblemCode } from './check.ts'

/** The field in which every event names its stream, e.g. the incident. */
export const streamField = 'stream'

/** The field in which every event has its number in the stream: 1 for the first, then without gaps. */
export const sequenceField = 'seq'

type Numbered = { readonly seq: number; readonly index: number; readonly place: Place }

/** What is wrong with the numbers of the bundle's events. */
export function checkSequence({ stream, leaves }: Bundle): readonly Problem[] {
  if (leaves.length === 0) {
    return [problem('no-events', { kind: 'file' }, 'the file has no events', 'ask for the export of a stream that has')]
  }
  const numbered: Numbered[] = []
  const problems: Problem[] = []
  for (const [at, entry] of leaves.entries()) {
    const place: Place = { kind: 'leaf', position: at + 1, index: entry.index }
    problems.push(...streamProblems(disclosedValue(entry, streamField), stream, place))
    const seq = disclosedValue(entry, sequenceField)
    if (typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 1) {
      numbered.push({ seq, index: entry.index, place })
    } else {
      const message = `the event's number, its field \`${sequenceField}\`, is not disclosed as a whole number from 1`
      problems.push(problem('number-not-disclosed', place, message, `ask for \`${sequenceField}\` of every event`))
    }
  }
  return [...problems, ...gaps(numbered)]
}

function streamProblems(named: Json | undefined, stream: string, place: Place): readonly Problem[] {
  if (named === stream) return []
  if (named === undefined) {
    const message = `the event does not say which stream it belongs to: \`${streamField}\` is not disclosed`
    return [problem('stream-not-disclosed', place, message, `ask for \`${streamField}\` of every event`)]
  }
  const other = typeof named === 'string' ? `the stream ${quoted(named)}` : 'a stream whose name is not a text'
  const message = `the event is of ${other}, and the file is of ${quoted(stream)}`
  return [problem('event-of-another-stream', place, message, 'ask for an export of this stream alone')]
}

function gaps(numbered: readonly Numbered[]): readonly Problem[] {
  const problems: Problem[] = []
  let previous = { seq: 0, index: -1 }
  for (const event of numbered.toSorted((one, other) => one.seq - other.seq || one.index - other.index)) {
    problems.push(...stepProblems(previous, event))
    previous = event
  }
  return problems
}

function stepProblems(previous: { readonly seq: number; readonly index: number }, event: Numbered): Problem[] {
  const { seq, index, place } = event
  if (seq === previous.seq) {
    const message = `two events have the number ${seq}`
    return [problem('number-twice', place, message, 'ask the agency which of the two is the event, and report it')]
  }
  const problems: Problem[] = []
  if (seq > previous.seq + 1) {
    const [first, last] = [previous.seq + 1, seq - 1]
    const message = first === last ? `event ${first} is missing` : `events ${first} to ${last} are missing`
    const fix = 'ask the agency for the missing events; withheld fields are lawful, missing numbers are not explained'
    problems.push(problem('event-missing', place, message, fix))
  }
  if (index < previous.index) {
    const message = `event ${seq} was recorded before event ${previous.seq}: index ${index} after ${previous.index}`
    problems.push(problem('order-differs', place, message, 'report it: the log numbers events in the order it records'))
  }
  return problems
}

function disclosedValue({ disclosed }: BundleLeaf, field: string): Json | undefined {
  return disclosed.find(({ name }) => name === field)?.value
}

function problem(code: ProblemCode, place: Place, message: string, fix: string): Problem {
  return { code, place, message, fix }
}
