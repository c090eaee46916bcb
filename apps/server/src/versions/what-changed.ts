/** What changed between two versions of an order: the engine's difference of the two books, in readers' words. */
import type {
  ChangedAnswerView,
  ChangeRegion,
  ChangesFound,
  ChangesView,
  CitedNorm,
  SaidView,
} from '@remit/contract/changes-view.ts'
import { compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { type Difference, declaredOtherwise, diffOf, type Pairs } from '@remit/engine/questions/diff.ts'
import { join } from '@remit/engine/questions/difference/joined.ts'
import type { Said, Term } from '@remit/engine/questions/difference/pairs.ts'
import type { Region } from '@remit/engine/questions/difference/regions.ts'
import { plainWords } from '@remit/engine/situation/plain-words.ts'
import { durationOf, MINUTE_MS } from '@remit/engine/situation/words.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { dayAt } from '@remit/language/checked/local-time.ts'
import type { ActId, Book, NormId, RoleId } from '@remit/language/checked/tree.ts'
import { hashOf } from '../orders/books.ts'
import { type Turn, turnOf } from './versions.ts'

/** Conditions of one change that are told; the others are counted. */
const CONDITIONS_TOLD = 6

/**
 * Compares the orders in force just before and just after the later version began. The engine's limits bound how long
 * it can take; two orders that are over them are told so, as are two that cannot be compared.
 */
export function whatChanged(library: Library, since: string, id: string): ChangesView {
  const turn = turnOf(library, since, id)
  if (turn === undefined) return notCompared('No agency of the library lived under both, one after the other.')
  const [before, after] = [turn.beforeMs, turn.afterMs].map((at) => bookOf(library, turn.agency.id, at, hashOf).book)
  if (before === undefined || after === undefined) {
    return notCompared(`The orders of ${turn.agency.name} could not be read for both days.`)
  }
  const compilation = compileTogether([before, after])
  if (compilation.kind === 'refused') {
    if (compilation.refusal === 'book too large') return notCompared('Together the two are too large to be compared.')
    const words = compilation.inputs.map((input) => declaredOtherwise(input, before, after))
    return notCompared(`No situation means the same to both: ${words.join('; ')}.`)
  }
  const [one, other] = compilation.compiled
  if (one === undefined || other === undefined) throw new Error('bug: two books gave no two diagrams')
  const { variables } = join(one, other).shared
  const telling = new Telling({ before, after }, (implicant) =>
    [...implicant].flatMap(([index, cells]) => {
      const variable = variables[index]
      return variable === undefined ? [] : [plainWords(variable, cells)]
    }),
  )
  return telling.of(diffOf(one, other), { turn, since, id })
}

const notCompared = (words: string): ChangesView => ({ kind: 'not compared', words })

type Sides = { readonly before: Book; readonly after: Book }
type Asked = { readonly turn: Turn; readonly since: string; readonly id: string }

class Telling {
  readonly #books: Sides
  readonly #cellWords: (implicant: Region['implicants'][number]) => readonly string[]

  constructor(books: Sides, cellWords: (implicant: Region['implicants'][number]) => readonly string[]) {
    this.#books = books
    this.#cellWords = cellWords
  }

  of({ answers, terms, known, sources }: Difference, { turn, since, id }: Asked): ChangesFound {
    const { before, after } = this.#books
    const day = (at: number) => dayAt(at, turn.agency.timeZone)
    const pairs = answers.flatMap(({ roles, acts }) => roles.flatMap((role) => acts.map((act) => `${role} ${act}`)))
    const others = known.flatMap(({ side, sort, id: other, text }) =>
      sort === 'document' && other !== id && other !== since ? [{ side, id: other, short: text }] : [],
    )
    return {
      kind: 'changes',
      document: id,
      since,
      agency: { id: turn.agency.id, name: turn.agency.name },
      before: { day: day(turn.beforeMs), book: before.hash },
      after: { day: day(turn.afterMs), book: after.hash },
      others,
      answerCount: new Set(pairs).size,
      answers: answers.map((answer) => this.#answer(answer)).toSorted(byReader),
      terms: terms.map((term) => ({
        ...this.#region(term),
        gone: term.gone.map((one) => this.#term(one, before)),
        come: term.come.map((one) => this.#term(one, after)),
      })),
      words: this.#words(known),
      sameFromOthers: sources.reduce(
        (sum, { about }) => sum + about.reduce((all, { roles, acts }) => all + roles.length * acts.length, 0),
        0,
      ),
    }
  }

  #answer(answer: Difference['answers'][number]): ChangedAnswerView {
    const { before, after } = this.#books
    return {
      ...this.#region(answer),
      before: this.#said(answer.before),
      after: this.#said(answer.after),
      because: { before: citations(answer.because.before, before), after: citations(answer.because.after, after) },
    }
  }

  #region(region: Pairs & Region): ChangeRegion {
    const { roles, acts, kinds, implicants, left, example } = region
    const told = implicants.slice(0, CONDITIONS_TOLD)
    return {
      roles: roles.map((id) => ({ id, text: this.#role(id) })),
      acts: acts.map((id) => ({ id, text: this.#act(id) })),
      kinds,
      always: implicants.length === 1 && implicants[0]?.size === 0,
      conditions: told.map((implicant) => this.#cellWords(implicant).join(', ')),
      more: implicants.length - told.length + left,
      example: example.words.replaceAll('-', ' '),
    }
  }

  #said({ modality, referral }: Said): SaidView {
    return referral === undefined ? { modality } : { modality, ask: referral.ask.map((role) => this.#role(role)) }
  }

  #term(term: Term, book: Book): string {
    const late = 'ifLate' in term && term.ifLate !== undefined ? `; if late, ${this.#role(term.ifLate)} is told` : ''
    switch (term.kind) {
      case 'within': {
        const event = book.events.find(({ id }) => id === term.event)?.text ?? term.event
        return `within ${durationOf(term.ms / MINUTE_MS)} of “${event}”${late}`
      }
      case 'promptly':
        return `promptly${late}`
      case 'before':
        return `before “${this.#act(term.act)}”${late}`
      case 'one':
        return 'it is enough that one member does it'
      case 'set aside by':
        return `set aside while ${this.#role(term.role)} must “${this.#act(term.act)}”`
    }
  }

  #words(known: Difference['known']): ChangesFound['words'] {
    // What both speak of by one text is the same to a reader, whatever document it is told in.
    const own = known.filter(
      (one) => !known.some(({ side, sort, text }) => side !== one.side && sort === one.sort && text === one.text),
    )
    const bySort = Map.groupBy(own, ({ side, sort }) => `${side} ${sort}`)
    return [...bySort.values()].flatMap((alike) => {
      const [first] = alike
      if (first === undefined || first.sort === 'document') return []
      return [
        { side: first.side, sort: first.sort, texts: alike.map(({ text, id }) => text || id.replaceAll('-', ' ')) },
      ]
    })
  }

  #role(id: RoleId): string {
    return this.#find(({ roles }) => roles, id)
  }

  #act(id: ActId): string {
    return this.#find(({ acts }) => acts, id)
  }

  #find(listOf: (book: Book) => readonly { readonly id: string; readonly text: string }[], id: string): string {
    const { before, after } = this.#books
    const found = [after, before].flatMap((book) => listOf(book).filter((one) => one.id === id))
    return found[0]?.text ?? id
  }
}

function citations(norms: readonly NormId[], book: Book): readonly CitedNorm[] {
  return norms.flatMap((norm) => {
    const rule = [...book.norms, ...book.exceptions].find(({ id }) => id === norm)
    const document = book.documents.find(({ id }) => id === rule?.document)
    if (rule === undefined || document === undefined) return []
    return [{ document: document.id, cite: rule.cite ?? `${document.short}, ${rule.name}` }]
  })
}

/** Who meets such requests on the spot comes first; in one role another answer before a new one, and most acts first. */
const READERS = ['officer', 'supervisor', 'jailer', 'dispatcher']

function byReader(one: ChangedAnswerView, other: ChangedAnswerView): number {
  const place = ({ roles }: ChangedAnswerView) => {
    const places = roles.map(({ id }) => READERS.indexOf(id)).filter((place) => place >= 0)
    return Math.min(READERS.length, ...places)
  }
  const isNew = ({ before }: ChangedAnswerView) => Number(before.modality === 'SILENT')
  return place(one) - place(other) || isNew(one) - isNew(other) || other.acts.length - one.acts.length
}
