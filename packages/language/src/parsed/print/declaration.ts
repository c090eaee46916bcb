/** How each declaration is written in its canonical form, without a final line end. */
import type {
  ActDeclaration,
  ChangeDeclaration,
  ChoiceDeclaration,
  Declaration,
  DueDeclaration,
  FactDeclaration,
  FactShape,
  FieldDeclaration,
  FieldShape,
  ListDeclaration,
  ReportDeclaration,
  UnsettledDeclaration,
  ValueDeclaration,
} from '../tree.ts'
import { printException, printNorm } from './norms.ts'
import { printInvariant, printScenario } from './scenarios.ts'
import { joined, listed, printBlock, printDuration, printLine, printNumber, printReference, quoted } from './words.ts'

export function printDeclaration(declared: Declaration): string {
  switch (declared.kind) {
    case 'role':
      return joined('role', declared.name.text, declared.text && quoted(declared.text), declared.outside && 'outside')
    case 'group':
      return joined('group', declared.name.text, 'is', listed(declared.members))
    case 'event':
      return joined('event', declared.name.text, declared.text && quoted(declared.text))
    case 'define':
      return printBlock(`define ${declared.subject.text} is ${declared.state.text} when`, declared.when, '  ')
    case 'never':
      return `never ${declared.conditions.map(printLine).join(' and ')}`
    case 'fact':
      return printFact(declared)
    case 'act':
      return printAct(declared)
    case 'norm':
      return printNorm(declared)
    case 'exception':
      return printException(declared)
    case 'unsettled':
      return printUnsettled(declared)
    case 'invariant':
      return printInvariant(declared)
    case 'scenario':
      return printScenario(declared)
    case 'list':
      return printList(declared)
    case 'choice':
      return printChoice(declared)
    case 'report':
      return printReport(declared)
  }
}

function printFact(fact: FactDeclaration): string {
  const clauses = [
    fact.first && `at first ${fact.first.text}`,
    fact.ask && `ask ${quoted(fact.ask)}`,
    fact.help && `help ${quoted(fact.help)}`,
    fact.knownTo.length > 0 && `known to ${listed(fact.knownTo)}`,
    fact.alwaysOffered && 'always offered',
    fact.about && `about the ${fact.about.text}`,
    fact.changes.length > 0 && fact.changes.map(printChange).join(', '),
  ]
  return withClauses(`fact ${fact.subject.text} ${printShape(fact.shape)}`, clauses)
}

function printShape(shape: FactShape): string {
  switch (shape.kind) {
    case 'yes-no':
      return `is ${shape.state.text}`
    case 'one-of':
    case 'some-of': {
      const values = shape.values.map(printValue)
      return `${shape.kind === 'one-of' ? 'is one of' : 'includes some of'} ${values.join(',\n    ')}`
    }
    case 'number':
      return `is a number of ${shape.unit.text}`
    case 'clock':
      return `is ${shape.unit.text} since ${shape.event.text}`
  }
}

function printChange(change: ChangeDeclaration): string {
  switch (change.kind) {
    case 'becomes':
      return `${change.value.text} when ${change.event.text}`
    case 'while':
      return `yes while a ${change.opens.text} has no ${change.closes.text} of its own`
    case 'moment': {
      const day = change.day === 'of' ? 'of the day of' : 'of the day after'
      return `${change.value.text} at ${change.time.text} ${day} ${change.event.text}`
    }
  }
}

function printList(list: ListDeclaration): string {
  const clauses = [
    list.about && `about the ${list.about.text}`,
    list.ask && `ask ${quoted(list.ask)}`,
    list.help && `help ${quoted(list.help)}`,
    list.knownTo.length > 0 && `known to ${listed(list.knownTo)}`,
    ...list.fields.map(printField),
  ]
  return withClauses(joined('list', list.name.text, list.text && quoted(list.text)), clauses)
}

function printField({ name, text, shape }: FieldDeclaration): string {
  return joined(name.text, text && quoted(text), printFieldShape(shape))
}

function printFieldShape(shape: FieldShape): string {
  switch (shape.kind) {
    case 'one-of':
      return `one of ${shape.values.map(printValue).join(',\n    ')}`
    case 'number':
      return `number of ${shape.unit.text}`
    case 'yes-no':
      return 'yes or no'
  }
}

function printValue({ name, text }: ValueDeclaration): string {
  return joined(name.text, text && quoted(text))
}

function printChoice({ role, acts, when }: ChoiceDeclaration): string {
  const head = `choice by ${role.text}: ${listed(acts)}`
  return when === undefined ? head : `${head}\n  ${printBlock('when', when, '  ')}`
}

function printReport(report: ReportDeclaration): string {
  return withClauses(`report ${report.name.text}`, [
    `${report.by.text} to ${listed(report.to)}`,
    `every ${report.every.text}, ${report.alsoWhenNone ? 'also when none' : 'only if any'}`,
    report.due && `due ${printDue(report.due)}`,
    report.fields.length > 0 && `fields ${report.fields.map(quoted).join(', ')}`,
    report.cite && `cite ${quoted(report.cite)}`,
  ])
}

function printDue(due: DueDeclaration): string {
  switch (due.kind) {
    case 'within':
      return `within ${printDuration(due.duration)}`
    case 'day':
      return `${printNumber(due.day)} ${due.month.text}`
    case 'words':
      return quoted(due.text)
  }
}

function printAct(act: ActDeclaration): string {
  const clauses = [
    act.order && `order ${quoted(act.order)}`,
    act.word && `word ${act.word.text}`,
    act.kindOf.length > 0 && `is a kind of ${listed(act.kindOf)}`,
    act.excludes.length > 0 && `excludes ${listed(act.excludes)}`,
    act.directs && `directs ${act.directs.role.text} to ${act.directs.act.text}`,
    act.urgent && 'urgent',
    act.withdraws && 'withdraws',
    act.onlyWhereAllowed && 'only where allowed',
    act.arises && printBlock('arises when', act.arises, '  '),
  ]
  return withClauses(joined('act', act.name.text, act.text && quoted(act.text)), clauses)
}

function printUnsettled({ norm, against, ask, interim }: UnsettledDeclaration): string {
  const doubt = joined('unsettled', printReference(norm), against && `against ${printReference(against)}`)
  const until = interim.kind === 'words' ? quoted(interim.text) : `${interim.kind} ${interim.act.text}`
  return `${doubt}, ask ${ask.text}\n  until answered: ${until}`
}

function withClauses(head: string, clauses: readonly (string | false | undefined)[]): string {
  return [head, ...clauses.flatMap((clause) => (clause ? [`  ${clause}`] : []))].join('\n')
}
