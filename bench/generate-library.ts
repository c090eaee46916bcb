/**
 * Libraries of any size, always the same for a size: norms over a tenth as many documents in the folder chain of one
 * agency. Their shape is that of the orders in `orders/`, counted in November 2026: how many conditions a norm has and of
 * which kinds, exceptions, deadlines, scenarios, that one document in eight adds words of its own, and that nearly every
 * document begins on a day of its own and one in six has an end.
 */
import { seeded } from './measure.ts'

export const AGENCY = 'us/il/demo-city/police'
const NORMS_OF_A_DOCUMENT = 10

/** Where documents lie and with which force, as often as in the orders. */
const PLACES = [
  ['us', 'federal statute'],
  ['us/il', 'state statute'],
  ['us/il', 'state statute'],
  ['us/il/demo-city', 'ordinance'],
  ['us/il/demo-city', 'executive order'],
  ['us/il/demo-city', 'ordinance'],
  [AGENCY, 'department order'],
  [AGENCY, 'department order'],
  [AGENCY, 'memo'],
  [AGENCY, 'department order'],
] as const

/** Paths with their texts; the norms are counted with the exceptions. */
export function generatedLibrary(norms: number): ReadonlyMap<string, string> {
  const random = seeded(norms)
  const documents = Math.ceil(norms / NORMS_OF_A_DOCUMENT)
  const words = wordsOf(documents)
  const files = new Map([
    ['us/vocabulary.md', words.text],
    [`${AGENCY}/agency.md`, AGENCY_TEXT],
  ])
  for (let index = 0; index < documents; index += 1) {
    const [folder, force] = PLACES[index % PLACES.length] ?? PLACES[0]
    files.set(`${folder}/order-${index}.md`, documentText(index, force, new Draw(random), words))
  }
  return files
}

type Words = { readonly text: string; readonly facts: number; readonly sets: number; readonly acts: number }

/** Draws by the frequencies that are counted in the orders. */
class Draw {
  readonly #random: () => number
  constructor(random: () => number) {
    this.#random = random
  }

  int(below: number): number {
    return Math.floor(this.#random() * below)
  }

  chance(percent: number): boolean {
    return this.#random() * 100 < percent
  }

  pick<T>(first: T, ...others: readonly T[]): T {
    return others[this.int(others.length + 1) - 1] ?? first
  }
}

const ROLES = ['officer', 'supervisor', 'dispatcher', 'jailer'] as const

/** A fact for three norms and an act for two, as in the orders; a third of the acts are a kind of another. */
function wordsOf(documents: number): Words {
  const norms = documents * NORMS_OF_A_DOCUMENT
  const [facts, sets, acts] = [Math.ceil(norms / 4), Math.ceil(norms / 12), Math.ceil(norms / 2)]
  const lines = [
    ...ROLES.map((role) => `role ${role} "${role}"`),
    `group everyone is ${ROLES.join(', ')}`,
    'event reported "A report came in"',
    ...range(facts).map(
      (n) => `fact subject-${n} is state-${n}\n  at first no\n  ask "Is it so (${n})?"\n  known to officer`,
    ),
    ...range(sets).map(
      (n) => `fact kind-${n} is one of a${n} "A", b${n} "B", c${n} "C", not-known\n  at first not-known`,
    ),
    'fact minutes-open is minutes since reported',
    ...range(acts).map(
      (n) => `act act-${n} "Handle the thing of number ${n}"${n % 3 === 2 ? ` is a kind of act-${n - 1}` : ''}`,
    ),
  ]
  const front = frontMatter({ title: 'Words', short: 'Words', force: 'vocabulary', inForce: 'from 2000-01-01' })
  return { text: `${front}\n\`\`\`remit\n${lines.join('\n')}\n\`\`\`\n`, facts, sets, acts }
}

function documentText(index: number, force: string, draw: Draw, words: Words): string {
  const from = new Date(Date.UTC(2008, 0, 1 + ((index * 37) % 6200))).toISOString().slice(0, 10)
  const through = index % 6 === 5 ? ` through ${2026 + (index % 3)}-06-30` : ''
  const front = frontMatter({
    title: `Order ${index}`,
    short: `Order ${index}`,
    force,
    inForce: `from ${from}${through}`,
  })
  const norms = range(NORMS_OF_A_DOCUMENT).map((n) =>
    n === 9 && draw.chance(30) ? exception(n, draw, words) : norm(n, draw, words),
  )
  const scenarios = range(draw.pick(0, 1, 2, 4)).map((n) => scenario(index, n, from, draw, words))
  const own = index % 8 === 7 ? [`act own-act-${index} "Handle what order ${index} names"`] : []
  const blocks = [...own, ...norms, ...scenarios].map(
    (text) => `What the order says in prose.\n\n\`\`\`remit\n${text}\n\`\`\`\n`,
  )
  return `${front}\n# Order ${index}\n\n${blocks.join('\n')}`
}

function norm(number: number, draw: Draw, words: Words): string {
  const deadline = draw.chance(6) ? ` within ${15 + draw.int(60)} minutes of reported; if late, tell supervisor` : ''
  const modality = draw.pick('must', 'must not', 'must not', 'may', 'should')
  const acts = range(draw.pick(1, 1, 1, 2, 3)).map(() => `act-${draw.int(words.acts)}`)
  const unless = draw.chance(24) ? `  unless ${condition(draw, words)}\n` : ''
  const ending = modality === 'must' ? deadline : ''
  const who = draw.pick('officer', 'officer, supervisor', 'everyone', 'jailer')
  return `norm norm-${number}\n${conditions(draw, words)}${unless}  ${who} ${modality} ${acts.join(', ')}${ending}\n  cite "Code ${number}"`
}

function exception(number: number, draw: Draw, words: Words): string {
  return `exception norm-${number} to norm-${draw.int(number)}\n${conditions(draw, words)}  cite "Code ${number}"`
}

function conditions(draw: Draw, words: Words): string {
  const count = draw.pick(0, 1, 1, 1, 2, 2, 3)
  if (count === 0) return `  when ${condition(draw, words)}\n`
  const lines = range(count + 1).map(() => condition(draw, words))
  if (draw.chance(15)) return `  when any of\n${lines.map((line) => `    - ${line}\n`).join('')}`
  return `  when ${lines.join('\n   and ')}\n`
}

function condition(draw: Draw, { facts, sets }: Words): string {
  const kind = draw.int(sets)
  const not = draw.chance(20) ? 'not ' : ''
  if (draw.chance(5)) return `minutes-open is at least ${draw.int(90)} minutes`
  if (draw.chance(18)) return `kind-${kind} is one of a${kind}, b${kind}`
  if (draw.chance(25)) return `kind-${kind} is ${not}${draw.pick('a', 'b', 'c')}${kind}`
  const fact = draw.int(facts)
  return `subject-${fact} is ${not}state-${fact}`
}

function scenario(index: number, number: number, from: string, draw: Draw, words: Words): string {
  const given = [...new Set(range(1 + draw.int(5)).map(() => draw.int(words.facts)))]
  const lines = given.map((fact) => `subject-${fact} is state-${fact}`)
  return `scenario "case ${number} of order ${index}"\n  on ${from}\n  in ${AGENCY}\n  given ${lines.join('\n    and ')}\n  expect officer act-${draw.int(words.acts)} is silent`
}

function frontMatter(front: {
  readonly title: string
  readonly short: string
  readonly force: string
  readonly inForce: string
}): string {
  return `---\ntitle: ${front.title}\nshort: ${front.short}\nissuer: Demo City\nforce: ${front.force}\nin-force: ${front.inForce}
cite: Code\nsource: generated for a measurement\nverified: primary\n---\n`
}

const AGENCY_TEXT = `---
name: Demo City Police
kind: municipal police
state: IL
time-zone: America/Chicago
runs: no
roles: ${ROLES.join(', ')}
refer-to: supervisor
---
`

function range(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index)
}
