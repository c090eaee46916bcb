/** `verify` on an incident that a real server recorded, and on copies of it that were changed. */
import { randomUUID } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Json } from '@remit/record/leaves/json.ts'
import type { Bundle } from '@remit/record/proofs/bundle.ts'
import type { VerifiedEvent } from '@remit/record/proofs/verify-bundle.ts'
import { CHICAGO, ORDERS, openA1, startTestServer } from '@remit/server/testing/server.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DecidedAgain } from '../decide-again.ts'
import { type ForgedEvent, forgedBundle } from '../testing/forged-log.ts'
import { townOrders } from '../testing/orders.ts'
import { type Ran, run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const AGENCY = 'us/il/chicago/police/demo'

let folder: string
let exported: string
let bundle: Bundle
let key: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-verify-'))
  const server = await startTestServer()
  const id = await openA1(server)
  const as = 'sergeant-730'
  const send = async (
    command:
      | { kind: 'happen'; event: string }
      | { kind: 'observe'; input: string; value: string }
      | { kind: 'do'; act: string },
  ) => {
    const { version } = await server.view(CHICAGO, id)
    expect(await server.send(CHICAGO, id, { as, version, ...command })).toMatchObject({ body: { incident: id } })
  }
  const report = randomUUID()
  await server.send(CHICAGO, id, { kind: 'report-danger', as: 'officer-0733', report, reportedAt: server.clock.nowMs })
  await server.send(CHICAGO, id, { kind: 'danger-shown', as: 'dispatcher-7', report })
  await server.send(CHICAGO, id, { kind: 'accept-danger', as, report })
  await send({ kind: 'happen', event: 'supervisor-arrived' })
  const { danger } = await server.view(CHICAGO, id)
  const seen = danger.reports[0]?.seq ?? 0
  expect(await server.send(CHICAGO, id, { kind: 'end-danger', as: 'officer-0733', report, seen })).toMatchObject({
    body: { incident: id },
  })
  await send({ kind: 'observe', input: 'finding', value: 'civil-arrest' })
  await send({ kind: 'do', act: 'direct-to-leave' })
  exported = await (await fetch(`${server.url}/api/agencies/${CHICAGO}/incidents/${id}/export`)).text()
  key = (await server.ask<{ key: string }>('GET', `/api/agencies/${CHICAGO}/checkpoint`)).body.key
  // The server prints bundles of this shape, and `verify` itself checks it.
  bundle = JSON.parse(exported) as Bundle
  await server.stop()
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

async function verify(text: string, ...more: readonly string[]): Promise<Ran & { readonly text: string }> {
  const file = join(folder, `${randomUUID()}.json`)
  await writeFile(file, text)
  const ran = await run('verify', file, ...more, '--json')
  expectSchema('verify', ran.json)
  const { out, code } = await run('verify', file, ...more)
  expect(code).toBe(ran.code)
  expect(out.split('\n').at(-1)).toBe(code === 0 ? 'verified' : 'not verified')
  return { ...ran, text: out }
}

/** Exit code 1, and the problems that the checks have, by check and code. */
async function problemsOf(text: string, ...more: readonly string[]) {
  const { code, json, text: shown } = await verify(text, ...more)
  expect(code).toBe(1)
  // Its schema has just been checked.
  const { checks } = json as {
    checks: readonly { name: string; problems?: readonly { code: string; message: string }[] }[]
  }
  for (const { message } of checks.flatMap(({ problems = [] }) => problems)) expect(shown).toContain(message)
  return checks.flatMap(({ name, problems = [] }) => problems.map(({ code }) => `${name}: ${code}`))
}

const changed = (change: (bundle: Bundle) => Bundle) => `${JSON.stringify(change(structuredClone(bundle)))}\n`

describe('the record of A1, with danger and a direction', () => {
  test('verifies, and every determination follows again from its book and its facts', async () => {
    const { code, json, text } = await verify(exported)
    expect({ code, json }).toMatchObject({ code: 0, json: { verified: true, keyFrom: 'file', agency: AGENCY } })
    // Its schema has just been checked.
    const { determinations, events } = json as {
      determinations: readonly DecidedAgain[]
      events: readonly VerifiedEvent[]
    }
    expect(determinations.length).toBeGreaterThanOrEqual(4)
    expect(new Set(determinations.map(({ outcome }) => outcome))).toEqual(new Set(['follows']))
    expect(new Set(events.map(({ kind }) => kind))).toContain('danger-reported')
    expect(text).toContain(
      `${determinations.length} of ${determinations.length} determinations follow again from book and facts`,
    )
    expect(text).toContain(`the key is the file's own`)
  })

  test('verifies against the key that the agency publishes', async () => {
    const { code, json, text } = await verify(exported, '--key', key)
    expect({ code, json }).toMatchObject({ code: 0, json: { keyFrom: 'option' } })
    expect(text).not.toContain(`the key is the file's own`)
  })

  test('does not verify against another key, or one that is none', async () => {
    expect(await problemsOf(exported, '--key', `${key.slice(0, -4)}AAA=`)).toContainEqual(
      expect.stringMatching(/^key: /),
    )
    expect(await problemsOf(exported, '--key', 'nonsense')).toEqual([
      'key: trusted-key-malformed',
      'key: key-not-trusted',
    ])
  })
})

describe('a copy that was changed', () => {
  test('in a value', async () => {
    const copy = changed(({ leaves, ...rest }) => ({
      ...rest,
      leaves: leaves.map((leaf) => ({
        ...leaf,
        disclosed: leaf.disclosed.map((field) =>
          field.name === 'act' ? { ...field, value: 'assist-civil-arrest' } : field,
        ),
      })),
    }))
    expect(await problemsOf(copy)).toEqual(expect.arrayContaining(['disclosure: field-differs']))
  })

  test('by an event taken out', async () => {
    expect(await problemsOf(changed((bundle) => ({ ...bundle, leaves: bundle.leaves.toSpliced(3, 1) })))).toEqual([
      'sequence: event-missing',
    ])
  })

  test('in a leaf', async () => {
    const copy = changed((bundle) => ({
      ...bundle,
      leaves: bundle.leaves.map((leaf, at) =>
        at === 2 ? { ...leaf, leaf: leaf.leaf.replace(/"kind":"[a-z-]+"/, '"kind":"closed"') } : leaf,
      ),
    }))
    expect(await problemsOf(copy)).toEqual(['inclusion: leaf-not-in-log'])
  })

  test('in the checkpoint, or in the file as such', async () => {
    expect(
      await problemsOf(changed((bundle) => ({ ...bundle, checkpoint: bundle.checkpoint.replace(/\n\d+\n/, '\n9\n') }))),
    ).toEqual(['checkpoint: checkpoint-signature-false'])
    expect(await problemsOf(exported.slice(0, -40))).toEqual(['form: bundle-malformed'])
    expect(await problemsOf('')).toEqual(['form: bundle-malformed'])
    expect(await problemsOf('\u0000\u0001')).toEqual(['form: bundle-malformed'])
  })
})

describe('a record whose proofs hold', () => {
  /** The events as they were recorded, to be recorded again in a log of one's own. */
  const events = (): ForgedEvent[] =>
    bundle.leaves.map(({ leaf, disclosed }) => ({
      kind: String(JSON.parse(leaf).kind),
      // The server disclosed every field, so these are whole events.
      fields: Object.fromEntries(disclosed.map(({ name, value }) => [name, value])) as ForgedEvent['fields'],
    }))
  const forged = (change: (fields: Record<string, Json>, kind: string) => Record<string, Json>, agency = AGENCY) =>
    forgedBundle(
      agency,
      events().map(({ kind, fields }) => ({ kind, fields: { ...fields, ...change({ ...fields }, kind) } })),
    )
  const determinedAs = (change: (fields: Record<string, Json>) => Record<string, Json>) =>
    forged((fields, kind) => (kind === 'determined' ? change(fields) : {}))

  async function outcomesOf(text: string, ...more: readonly string[]) {
    const { code, json, text: shown } = await verify(text, ...more)
    expect({ code, json }).toMatchObject({ code: 1, json: { kind: 'verified', verified: false } })
    // Its schema has just been checked.
    const { determinations } = json as { determinations: readonly DecidedAgain[] }
    for (const { seq, why } of determinations) if (why !== undefined) expect(shown).toContain(`event ${seq}: ${why}`)
    return [...new Set(determinations.map(({ outcome }) => outcome))]
  }

  test('is verified where nothing was changed', async () => {
    expect((await verify(forged(() => ({})))).code).toBe(0)
  })

  test('does not follow where a result is another', async () => {
    const allowed = determinedAs(({ results }) => ({
      results: JSON.parse(JSON.stringify(results).replaceAll('["MUST NOT"]', '["MAY"]')),
    }))
    expect(await outcomesOf(allowed)).toEqual(['result-differs'])
  })

  test('does not follow where the facts are others', async () => {
    expect(
      await outcomesOf(
        determinedAs(({ situation }) => ({ situation: { ...Object(situation), warrant: 'state-criminal' } })),
      ),
    ).toEqual(['facts-differ'])
    const calm = events().map((event) =>
      event.kind === 'danger-reported' ? { ...event, kind: 'danger-shown' } : event,
    )
    expect(await outcomesOf(forgedBundle(AGENCY, calm))).toContain('facts-differ')
  })

  test('does not follow from a book that was not in force at that moment', async () => {
    const day = 86_400_000
    const later = forged(({ at }) => ({ at: Number(at) + 5 * day }))
    expect(await outcomesOf(later)).toEqual(['book-not-in-force'])
  })

  test('does not follow from the book of another agency', async () => {
    expect(await outcomesOf(determinedAs(() => ({ agency: 'us/il/chicago/police' })))).toEqual([
      'book-of-another-agency',
    ])
  })

  test('does not follow where it names another book, or the orders here are others', async () => {
    expect(await outcomesOf(determinedAs(() => ({ bookHash: '0'.repeat(64) })))).toEqual(['book-not-here'])
    expect(await outcomesOf(exported, '--orders', await townOrders())).toEqual(['book-not-here'])
    const others = join(folder, 'orders')
    await cp(ORDERS, others, { recursive: true })
    const memo = join(others, 'us', 'il', 'chicago', 'police', '2019-09-dhs-memo.md')
    await writeFile(
      memo,
      (await readFile(memo, 'utf8')).replace('officer must not assist-civil-arrest', 'officer may assist-civil-arrest'),
    )
    expect(await outcomesOf(exported, '--orders', others)).toEqual(['book-not-here'])
  })

  test('does not follow where what it rests on is withheld', async () => {
    const withheld = events().map((event, at) => (at === 0 ? { ...event, withheld: ['beat'] } : event))
    expect(await outcomesOf(forgedBundle(AGENCY, withheld))).toEqual(['withheld'])
  })

  test('does not follow from what is no incident', async () => {
    const strange = events().map((event) => (event.kind === 'request-received' ? { ...event, kind: 'closed' } : event))
    expect(await outcomesOf(forgedBundle(AGENCY, strange))).toEqual(['not-an-incident'])
    const shapeless = events().map(({ kind, fields: { stream, seq, at, by } }) => ({
      kind,
      fields: { stream: stream ?? '', seq: seq ?? 0, at: at ?? 0, by: by ?? '' },
    }))
    expect(await outcomesOf(forgedBundle(AGENCY, shapeless))).not.toContain('follows')
  })

  test('is not decided from orders that cannot be read whole', async () => {
    const orders = await townOrders({ [`${AGENCY}/x.md`]: 'no front matter' })
    const file = join(folder, 'exported.json')
    await writeFile(file, exported)
    const { code, aside } = await run('verify', file, '--orders', orders)
    expect(code).toBe(66)
    expect(aside).toContain(`the orders of ${AGENCY} cannot be read whole`)
  })
})
