/** A library on the disk for the editor's measurements: as many documents and norms as are asked for, in five cities. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { seeded } from './measure.ts'

const CITIES = ['alder', 'birch', 'cedar', 'dogwood', 'elm'] as const
const FACTS = 30
/** Law speaks of one act in few norms: the more norms, the more acts. */
const NORMS_OF_AN_ACT = 4
const NORMS_OF_A_DOCUMENT = 10

/** The agency whose book is measured. */
export const AGENCY = `us/il/${CITIES[0]}/police`

/** Writes the library below `folder`; the path of a document of {@link AGENCY}. */
export async function writeLibrary(folder: string, { documents }: { readonly documents: number }): Promise<string> {
  const random = seeded(7)
  const acts = Math.ceil((documents * NORMS_OF_A_DOCUMENT) / NORMS_OF_AN_ACT)
  const files = new Map([['us/vocabulary.md', vocabulary(acts)]])
  for (const city of CITIES) files.set(`us/il/${city}/police/agency.md`, agency(city))
  let last = ''
  for (let index = 0; index < documents; index++) {
    const [place, force] = placeOf(index)
    last = place === AGENCY ? `${place}/order-${index}.md` : last
    files.set(`${place}/order-${index}.md`, order(index, force, random, acts))
  }
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return last
}

/** Four in ten lie above the cities, so that the book of one city holds about half of the library. */
function placeOf(index: number): readonly [place: string, force: string] {
  if (index % 10 < 2) return ['us', 'federal statute']
  if (index % 10 < 4) return ['us/il', 'state statute']
  const city = CITIES[index % CITIES.length] ?? CITIES[0]
  return index % 2 === 0 ? [`us/il/${city}`, 'ordinance'] : [`us/il/${city}/police`, 'department order']
}

function agency(city: string): string {
  return `---
name: ${city} police
kind: municipal police
state: IL
time-zone: America/Chicago
runs: no
roles: officer, supervisor
refer-to: supervisor
---
`
}

function document(short: string, force: string, block: string): string {
  return `---
title: ${short}
short: ${short}
issuer: A body
force: ${force}
in-force: from 2020-01-01
cite: ${short}
source: generated
verified: primary
---

# ${short}

\`\`\`remit
${block}
\`\`\`
`
}

function vocabulary(acts: number): string {
  const facts = Array.from(
    { length: FACTS },
    (_, index) => `fact matter-${index} is one of none, some-of-it, all-of-it\n  ask "How much of matter ${index}?"`,
  )
  const declared = Array.from({ length: acts }, (_, index) => `act deed-${index} "Do deed ${index}"`)
  const roles = ['role officer "Officer"', 'role supervisor "Supervisor"']
  return document('Words', 'vocabulary', [...roles, ...facts, ...declared].join('\n\n'))
}

function order(index: number, force: string, random: () => number, acts: number): string {
  const pick = (below: number) => Math.floor(random() * below)
  const norms = Array.from({ length: NORMS_OF_A_DOCUMENT }, (_, norm) => {
    const modality = ['must', 'must not', 'may'][pick(3)]
    return `norm rule-${norm}
  when matter-${pick(FACTS)} is all-of-it
   and matter-${pick(FACTS)} is not none
  ${pick(2) === 0 ? 'officer' : 'supervisor'} ${modality} deed-${pick(acts)}`
  })
  return document(`Order ${index}`, force, norms.join('\n\n'))
}
