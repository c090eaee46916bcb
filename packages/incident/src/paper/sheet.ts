/**
 * A shift sheet: what changed for each role since an earlier instant, from the difference between the two books.
 *
 * Plain data. Each line carries an example situation, so that anybody can decide it again in both books. Pure.
 */
import { type Compiled, compileTogether } from '@remit/engine/diagram/from-checked.ts'
import type { Variable } from '@remit/engine/diagram/variables.ts'
import { type ChangedAnswer, diffOf } from '@remit/engine/questions/diff.ts'
import type { OnlyIn } from '@remit/engine/questions/difference/known.ts'
import { joined, plainWords } from '@remit/engine/situation/plain-words.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act, ActId, Book, NormId, RoleId, SituationValue } from '@remit/language/checked/tree.ts'
import { lower } from '../determinations/sentences.ts'
import { saidInSentences } from './line.ts'
import { type PaperAgency, paperAgency } from './paper-agency.ts'

export type SheetLine = {
  readonly acts: readonly ActId[]
  /** What each act comes to now, in sentences that are right by themselves. */
  readonly sentences: readonly string[]
  readonly before: Modality
  readonly after: Modality
  /** When it is so: each is enough. Empty: always. */
  readonly when: readonly string[]
  /** How many conditions more there are than `when` tells. */
  readonly more: number
  /** How the norms that decide now are cited, or those that decided before where none does now. */
  readonly cites: readonly string[]
  /** A situation in which it is so, in both books. */
  readonly situation: Readonly<Record<string, SituationValue>>
}

export type SheetPart = {
  readonly roles: readonly RoleId[]
  readonly who: readonly string[]
  readonly lines: readonly SheetLine[]
}

export type Sheet = {
  readonly kind: 'shift sheet'
  readonly agency: PaperAgency
  readonly since: number
  readonly at: number
  readonly printedAt: number
  readonly hashes: { readonly before: string; readonly after: string }
  /** Documents that came into force, and that ended, by their short titles. */
  readonly begun: readonly string[]
  readonly ended: readonly string[]
  /** One part for roles to which the same changes happened; none: no answer of theirs differs. */
  readonly parts: readonly SheetPart[]
  /** Changes that no line tells: where a duty is, or was, set aside by another one. */
  readonly setAside: number
  /** Changes of deadlines and other terms that no line tells. */
  readonly terms: number
}

export type SheetTimes = Pick<Sheet, 'since' | 'at' | 'printedAt'>

export type SheetOrRefused = Sheet | { readonly kind: 'refused'; readonly words: string }

/** Conditions told of one change; the rest is counted. */
const CONDITIONS_TOLD = 3

/** The sheet of the two books of one agency. Refused where the engine cannot compare them. */
export function shiftSheet(before: Book, after: Book, times: SheetTimes): SheetOrRefused {
  const compilation = compileTogether([before, after])
  if (compilation.kind === 'refused') {
    return { kind: 'refused', words: 'The two books cannot be compared. Read the orders themselves.' }
  }
  const [one, two] = compilation.compiled
  if (one === undefined || two === undefined) throw new Error('bug: two books give two compiled books')
  const difference = diffOf(one, two)
  const told = difference.answers.filter((change) => !isSetAside(change))
  const documents = difference.known.filter(({ sort }) => sort === 'document')
  return {
    kind: 'shift sheet',
    agency: paperAgency(after.agency),
    ...times,
    hashes: { before: before.hash, after: after.hash },
    begun: textsOf(documents, 'after'),
    ended: textsOf(documents, 'before'),
    parts: partsOf(told, { before: one, after: two }),
    setAside: difference.answers.length - told.length,
    terms: difference.terms.length,
  }
}

const isSetAside = ({ before, after }: ChangedAnswer) =>
  before.modality === 'SET ASIDE' || after.modality === 'SET ASIDE'

const textsOf = (documents: readonly OnlyIn[], side: OnlyIn['side']) =>
  documents.filter((one) => one.side === side).map(({ text }) => text)

type Both = { readonly before: Compiled; readonly after: Compiled }

/** In the order of the agency's roles. */
function partsOf(changes: readonly ChangedAnswer[], both: Both): readonly SheetPart[] {
  const { agency } = both.after.book
  const byChanges = Map.groupBy([...agency.roles, 'agency'], (role) =>
    changes.flatMap((change, index) => (change.roles.includes(role) ? [index] : [])).join(),
  )
  return [...byChanges].flatMap(([key, own]): SheetPart[] => {
    if (key === '') return []
    const [role = ''] = own
    const lines = changes.filter((change) => change.roles.includes(role)).map((change) => lineOf(change, both))
    return [{ roles: own, who: own.map((role) => roleText(role, both)), lines }]
  })
}

function lineOf(change: ChangedAnswer, both: Both): SheetLine {
  const conditions = change.implicants.map((implicant) =>
    joined(
      [...implicant].map(([index, cells]) => {
        const variable = both.after.variables[index]
        if (variable === undefined) throw new Error(`bug: a condition tests variable ${index}, which no book has`)
        return conditionWords(variable, cells, both)
      }),
      'and',
    ),
  )
  const { modality, referral } = change.after
  const isAlways = conditions.includes('')
  const now = citesOf(change.because.after, both.after.book)
  return {
    acts: change.acts,
    sentences: change.acts.map((id) => saidInSentences(both.after, actOf(id, both), modality, referral)),
    before: change.before.modality,
    after: modality,
    when: isAlways ? [] : conditions.slice(0, CONDITIONS_TOLD),
    more: isAlways ? 0 : Math.max(0, conditions.length - CONDITIONS_TOLD),
    cites: now.length > 0 ? now : citesOf(change.because.before, both.before.book).map((cite) => `no longer ${cite}`),
    situation: Object.fromEntries(change.example.situation),
  }
}

/** As an officer reads it: an act that was done by its text, not by its name. */
function conditionWords(variable: Variable, cells: readonly number[], both: Both): string {
  const { input } = variable
  if (input.kind !== 'yes-no' || input.of.kind !== 'done') return plainWords(variable, cells)
  const { role, act } = input.of
  return `the ${lower(roleText(role, both))} has ${cells[0] === 1 ? '' : 'not '}done “${actText(act, both)}”`
}

const roleText = (id: RoleId, { after }: Both) => after.book.roles.find((role) => role.id === id)?.text ?? id
const actText = (id: ActId, both: Both) => actOf(id, both).text

function actOf(id: ActId, { before, after }: Both): Act {
  const [act] = [after, before].flatMap(({ book }) => book.acts.filter((act) => act.id === id))
  if (act === undefined) throw new Error(`bug: no book has the act ${id}`)
  return act
}

function citesOf(norms: readonly NormId[], book: Book): readonly string[] {
  const cites = norms.map((id) => {
    const rule = [...book.norms, ...book.exceptions].find((rule) => rule.id === id)
    const document = book.documents.find(({ id }) => id === rule?.document)
    const source = rule?.cite ?? document?.short ?? id
    return document === undefined || document.verified === 'primary' ? source : `${source} (${document.verified})`
  })
  return [...new Set(cites)]
}
