/** What a name stands for, in Markdown for whoever points at it or is about to choose it. */
import type { Reference, Target } from '@remit/language/checked/references/reference.ts'
import { printBlock } from '@remit/language/parsed/print/words.ts'
import type { ActDeclaration, FactDeclaration, ListDeclaration, Word } from '@remit/language/parsed/tree.ts'
import { normLines } from './describe-norm.ts'
import type { LinkedBook } from './linked-book.ts'
import { code } from './source-block.ts'

/** Paragraphs of Markdown; absent for what the book does not hold. */
export function describe(book: LinkedBook, { kind, id }: Target): string | undefined {
  const { names } = book.draft
  const lines = (() => {
    switch (kind) {
      case 'role': {
        const role = names.roles.get(id)?.declaration
        if (id === 'agency') return ['The agency itself: what it must not do, none of its members may.']
        return role && [role.text?.text ?? spaced(id), ...(role.outside ? ['Shown and never decided.'] : [])]
      }
      case 'group': {
        const group = names.groups.get(id)?.declaration
        return group && [`A group: ${listed(group.members)}`]
      }
      case 'event':
        return names.events.has(id)
          ? [names.events.get(id)?.declaration.text?.text ?? spaced(id), ...changedBy(book, id)]
          : undefined
      case 'act':
        return actLines(book, names.acts.get(id)?.declaration)
      case 'fact':
        return factLines(names.facts.get(id)?.declaration)
      case 'yes-no':
        return factLines(names.yesNo.get(id)?.declaration)
      case 'value':
        return valueLines(book, id)
      case 'define': {
        const define = names.defines.get(id)?.declaration
        return define && ['Holds', code(printBlock('when', define.when, ''))]
      }
      case 'norm':
        return normLines(book, id)
      case 'list':
        return listLines(names.lists.get(id)?.declaration)
      case 'field':
        return undefined
      case 'document': {
        const document = book.documents.find((each) => each.id === id)?.frontMatter
        if (document === undefined) return undefined
        const { title, force, from, through } = document
        return [
          title,
          `${force.text}, in force from ${from.text}${through === undefined ? '' : ` through ${through.text}`}`,
        ]
      }
      case 'agency':
        return id === book.concern.agency.id ? [book.concern.agency.name] : undefined
    }
  })()
  return lines?.join('\n\n')
}

/** The heading of what a reference names: its sort and its name. */
export function headingOf({ target: { kind, id } }: Pick<Reference, 'target'>): string {
  const name = id.includes('#') ? id.slice(id.indexOf('#') + 1) : id
  const sort = kind === 'yes-no' ? 'fact' : kind
  return `**${kind === 'define' ? name.replace(' ', ' is ') : name}** (${sort})`
}

function actLines(book: LinkedBook, act: ActDeclaration | undefined): readonly string[] | undefined {
  if (act === undefined) return undefined
  const kinds = [...book.draft.names.acts.values()].flatMap(({ declaration: { name, kindOf } }) =>
    kindOf.some(({ text }) => text === act.name.text) ? [name] : [],
  )
  const flags = [
    ...(act.urgent ? ['urgent: goes before everything that is not'] : []),
    ...(act.withdraws ? ['withdraws from the scene, so whatever is urgent excludes it'] : []),
    ...(act.onlyWhereAllowed ? ['only where allowed: silence means no'] : []),
  ]
  return [
    act.text?.text ?? spaced(act.name.text),
    ...(act.order === undefined ? [] : [`Order: ${act.order.text}`]),
    ...(act.word === undefined ? [] : [`Word to units: ${act.word.text}`]),
    ...(act.kindOf.length === 0 ? [] : [`A kind of ${listed(act.kindOf)}`]),
    ...(kinds.length === 0 ? [] : [`Its kinds: ${listed(kinds)}`]),
    ...(act.excludes.length === 0 ? [] : [`Excludes ${listed(act.excludes)}`]),
    ...(act.directs === undefined ? [] : [`Directs \`${act.directs.role.text}\` to \`${act.directs.act.text}\``]),
    ...flags,
    ...(act.arises === undefined ? [] : ['Arises', code(printBlock('when', act.arises, ''))]),
  ]
}

function factLines(fact: FactDeclaration | undefined): readonly string[] | undefined {
  if (fact === undefined) return undefined
  const { shape } = fact
  const values = 'values' in shape ? shape.values.map(({ name, text }) => `- \`${name.text}\` ${text?.text ?? ''}`) : []
  return [
    ...(fact.ask === undefined ? [] : [fact.ask.text]),
    ...(fact.help === undefined ? [] : [fact.help.text]),
    ...(values.length === 0 ? [] : [values.join('\n')]),
    ...(shape.kind === 'number' ? [`A number of ${shape.unit.text}`] : []),
    ...(shape.kind === 'clock' ? [`${shape.unit.text} since \`${shape.event.text}\``] : []),
    ...(fact.first === undefined ? [] : [`At first \`${fact.first.text}\`, until somebody reports otherwise`]),
    ...(fact.about === undefined ? [] : [`About the ${fact.about.text}`]),
    ...(fact.knownTo.length === 0 ? [] : [`Known to ${listed(fact.knownTo)}`]),
    ...fact.changes.map((change) => {
      if (change.kind === 'while')
        return `Yes while a \`${change.opens.text}\` has no \`${change.closes.text}\` of its own`
      if (change.kind === 'becomes') return `Becomes \`${change.value.text}\` when \`${change.event.text}\` happens`
      return `Becomes \`${change.value.text}\` at ${change.time.text} of the day ${change.day === 'of' ? 'of' : 'after'} \`${change.event.text}\``
    }),
  ]
}

function listLines(list: ListDeclaration | undefined): readonly string[] | undefined {
  if (list === undefined) return undefined
  return [
    list.text?.text ?? spaced(list.name.text),
    ...(list.ask === undefined ? [] : [list.ask.text]),
    list.fields.map(({ name, text }) => `- \`${name.text}\` ${text?.text ?? ''}`).join('\n'),
  ]
}

/** A value is shown with what its fact asks. */
function valueLines(book: LinkedBook, id: string): readonly string[] | undefined {
  const [, subject = '', value = ''] = /^(\S+) (?:is|include) (\S+)$/.exec(id) ?? []
  const fact = book.draft.names.facts.get(subject)?.declaration
  if (fact === undefined || !('values' in fact.shape)) return undefined
  const text = fact.shape.values.find(({ name }) => name.text === value)?.text?.text ?? spaced(value)
  return [text, ...(fact.ask === undefined ? [] : [fact.ask.text])]
}

/** The facts that an event changes. */
function changedBy({ draft: { names } }: LinkedBook, event: string): readonly string[] {
  const facts = [...names.yesNo, ...names.facts].filter(([, { declaration }]) =>
    declaration.changes.some((change) =>
      change.kind === 'while' ? [change.opens.text, change.closes.text].includes(event) : change.event.text === event,
    ),
  )
  return facts.length === 0 ? [] : [`Changes ${facts.map(([name]) => `\`${name}\``).join(', ')}`]
}

function listed(words: readonly Word[]): string {
  return words.map(({ text }) => `\`${text}\``).join(', ')
}

/** A name without a text of its own, as a page shows it. */
function spaced(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
}
