/** Past situations from the record: those of which exported incidents say what was determined. */
import { createHash, verify as verifySignature } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Book, type Situation, UNKNOWN } from '@remit/language/checked/tree.ts'
import { parseBundle } from '@remit/record/proofs/bundle.ts'
import { verifyBundle } from '@remit/record/proofs/verify-bundle.ts'
import { CannotRead, cannotRead } from '../cannot-read.ts'
import { publicKeyFrom } from '../public-key.ts'
import type { PastReader } from './from-csv.ts'

/** Reads an export, or every `.json` of a folder, whose proofs have to hold. Throws `CannotRead` where they do not. */
export async function readRecord(path: string, books: readonly Book[], { take }: Pick<PastReader, 'take'>) {
  for (const file of await filesIn(path)) {
    for (const { name, values } of await determinedIn(file, books))
      take({ name, situation: situationOf(values, books) })
  }
}

async function filesIn(path: string): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).sort()
    if (names.length === 0) throw new CannotRead(`there is no exported incident in ${path}`)
    return names.map((name) => join(path, name))
  } catch (error) {
    throw cannotRead(path, error)
  }
}

type Determined = { readonly name: string; readonly values: Readonly<Record<string, unknown>> }

async function determinedIn(file: string, books: readonly Book[]): Promise<readonly Determined[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw cannotRead(file, error)
  })
  const bundle = parseBundle(text)
  const report = await verifyBundle(text, {
    hash: (bytes) => createHash('sha256').update(bytes).digest(),
    verifySignature: ({ publicKey, message, signature }) =>
      verifySignature(null, message, publicKeyFrom(publicKey), signature),
    trustedKeys: bundle.ok ? [bundle.value.vkey] : [],
  })
  if (report.kind === 'refused') {
    throw new CannotRead(`${file} does not verify, so nothing is said from it; \`remit verify ${file}\` says why`)
  }
  if (!books.some(({ agency }) => agency.id === report.agency)) {
    throw new CannotRead(`${file} is of ${report.agency}, not of ${books.map(({ agency }) => agency.id).join(' or ')}`)
  }
  return report.events.flatMap(({ kind, fields, withheld }) => {
    if (kind !== 'determined' || withheld.length > 0) return []
    const name = `${report.stream}, event ${String(fields.seq)}`
    const others = Array.isArray(fields.others) ? fields.others.map(recordOf) : []
    return [
      { name, values: recordOf(fields.situation) },
      ...others.map(({ of, situation }) => ({ name: `${name}, ${subjectsIn(of)}`, values: recordOf(situation) })),
    ]
  })
}

/** `request 1, person 2`, of which an event determined something else than of the first. */
function subjectsIn(of: unknown): string {
  const subjects = Array.isArray(of) ? of.map(recordOf) : []
  return subjects.map(({ request, person }) => `request ${String(request)}, person ${String(person)}`).join('; ')
}

/** Plain data of an event, of which the proofs say only that it was recorded. */
function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

/** What either book can read of the recorded values; a value of another kind than a book declares is not known to it. */
function situationOf(values: Readonly<Record<string, unknown>>, books: readonly Book[]): Situation {
  const inputs = new Map(books.flatMap(({ inputs }) => inputs).map((input) => [input.id, input]))
  return new Map(
    Object.entries(values).flatMap(([id, value]) => {
      const input = inputs.get(id)
      if (input === undefined) return []
      const isKind = typeof value === KIND_OF[input.kind] || (input.kind === 'clock' && typeof value === 'string')
      return [[id, isKind && isValue(value) ? value : UNKNOWN] as const]
    }),
  )
}

const KIND_OF = { 'yes-no': 'boolean', 'one-of': 'string', number: 'number', clock: 'number' } as const

function isValue(value: unknown): value is boolean | string | number {
  return typeof value === 'boolean' || typeof value === 'string' || (typeof value === 'number' && value >= 0)
}
