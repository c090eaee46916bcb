/** Small folders of orders of an invented town, made on the disk as people make them. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export const TOWN = 'us/il/town/police'

/** A file's text, or what differs from {@link FRONT_MATTER} with the text of its `remit` block. */
export type Written = string | Uint8Array | ({ readonly block: string } & Readonly<Record<string, string>>)

const FRONT_MATTER = {
  title: 'A document',
  issuer: 'The town',
  force: 'ordinance',
  'in-force': 'from 2020-01-01',
  cite: 'Town Code 1',
  source: 'invented for a test',
  verified: 'primary',
}

const AGENCY = `---
name: Town Police
kind: municipal police
state: IL
time-zone: America/Chicago
runs: no
roles: officer, supervisor
refer-to: supervisor
silent: Ask your supervisor.
---
`

const WORDS = {
  force: 'vocabulary',
  'in-force': 'from 2000-01-01',
  block: `
role officer "Officer"
role supervisor "Supervisor"
fact requester is one of ice "ICE", sheriff "The sheriff"
  ask "Who is asking?"
fact scene is quiet
  at first yes
  ask "Is the scene quiet?"
act assist "Help with the operation"
act pause "Wait for your supervisor" withdraws`,
}

const ORDER = {
  block: `
norm wait
  when requester is ice
  officer must pause
  officer must not assist

scenario "ICE asks"
  on 2020-05-01 in ${TOWN}
  given requester is ice
  expect officer must pause because wait
     and officer must not assist`,
}

/**
 * A folder that holds a town's agency, words and one order, and `files` by their path; a file of the same path takes
 * the place of one of the three. It is removed when the test ends.
 */
export async function townOrders(files: Readonly<Record<string, Written>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'remit-orders-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const all = { [`${TOWN}/agency.md`]: AGENCY, 'us/words.md': WORDS, 'us/il/town/order.md': ORDER, ...files }
  for (const [path, written] of Object.entries(all)) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, textOf(path, written))
  }
  return folder
}

function textOf(path: string, written: Written): string | Uint8Array {
  if (typeof written === 'string' || written instanceof Uint8Array) return written
  const { block, ...own } = written
  const short = path.replace(/^.*\//, '').replace(/\.md$/, '')
  const lines = Object.entries({ ...FRONT_MATTER, short, ...own }).map(([key, value]) => `${key}: ${value}`)
  return `---\n${lines.join('\n')}\n---\n\n\`\`\`remit\n${block}\n\`\`\`\n`
}
