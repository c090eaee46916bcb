/** `remit cover`: which decisions the scenarios of order documents exercise, and scenarios for the rest. */
import { type CoveredGoal, measure } from '@remit/engine/questions/cover.ts'
import { MEASURES, type Measure } from '@remit/engine/questions/covering/goals.ts'
import { wallTimeOf } from '@remit/language/checked/local-time.ts'
import { isError } from '@remit/language/text/finding.ts'
import { type Arguments, oneOf } from '../arguments.ts'
import { CannotRead } from '../cannot-read.ts'
import { coverOrders, furtherScenarios, type ScenarioToReview } from '../covered-orders.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFor } from '../orders.ts'
import { counted, type Output, paintOf } from '../output.ts'
import { blockToReview } from '../text/block-to-review.ts'
import { measuredTable } from '../text/measured-table.ts'
import { WrongUse } from '../usage.ts'

/** Goals of one scenario at most, unless the fewest scenarios are asked for: one that shows more is hard to review. */
const MOST_GOALS = 4

export async function coverVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const required = requiredBy(args)
  const day = dayOf(args)
  const orders = await ordersFor(args)
  const asked = { isAsked: await askedFor(args, orders), ...(day === undefined ? {} : { day }) }
  const [fault] = orders.findings.filter(isError)
  if (fault !== undefined) {
    const [{ span }] = fault.labels
    throw new CannotRead(
      `these orders cannot be read whole: ${span.file}:${span.line}: ${fault.code} ${fault.message}; \`remit check\` shows all`,
    )
  }
  const { goals, tooLarge } = coverOrders(orders.library, asked)
  const lacking = goals.filter(({ goal, state }) => state === 'missing' && required.includes(goal.measure))
  const wanted = (required.length === 0 ? goals.filter(({ state }) => state === 'missing') : lacking).map(
    ({ goal }) => goal,
  )
  const most = args.flags.has('fewest') ? Number.POSITIVE_INFINITY : MOST_GOALS
  const further = args.flags.has('missing') ? furtherScenarios(orders.library, asked, wanted, most) : []
  if (args.json) output.json(plain(goals, args.flags.has('missing') ? further : undefined))
  else writeText(goals, further, { args, output, required })
  for (const words of tooLarge) output.aside(`remit: ${words}; this book is left out`)
  return lacking.length === 0 ? EXIT.fine : EXIT.wrong
}

function requiredBy({ options }: Arguments): readonly Measure[] {
  const words = options.require?.split(',').map((word) => word.trim()) ?? []
  return words.flatMap((word) => {
    const known = oneOf(MEASURES, word, { what: 'measure', verb: 'cover' })
    return MEASURES.filter((each) => each === known)
  })
}

function dayOf({ options: { at } }: Arguments) {
  const day = at === undefined ? undefined : wallTimeOf(at)
  if (at !== undefined && day === undefined) {
    throw new WrongUse(`there is no day or time \`${at}\`; write it as in 2019-09-28`, 'cover')
  }
  return day
}

type Ways = { readonly args: Arguments; readonly output: Output; readonly required: readonly Measure[] }

function writeText(goals: readonly CoveredGoal[], further: readonly ScenarioToReview[], ways: Ways): void {
  const { args, output, required } = ways
  if (args.flags.has('missing')) {
    for (const one of further) output.line(blockToReview(one))
    output.line(`-- ${counted(further.length, 'scenario')} to review`)
    return
  }
  const { strong, quiet } = paintOf(output)
  for (const line of measuredTable(goals)) output.line(line)
  const listed: readonly Measure[] = required.length > 0 ? required : ['norms', 'exceptions']
  const missing = goals.filter(({ state }) => state === 'missing')
  const shown = missing.filter(({ goal }) => listed.includes(goal.measure))
  if (shown.length > 0) output.line(`\n${strong('no scenario shows')}`)
  for (const { goal } of shown) output.line(`  ${quiet(`${goal.span.file}:${goal.span.line}:`)} ${goal.words}`)
  const rest = missing.length - shown.length
  if (rest > 0) output.line(`\n${rest} more about conditions: --json lists them`)
  if (missing.length > 0)
    output.line(`${rest > 0 ? '' : '\n'}--missing writes scenarios that show them, to be reviewed`)
}

/** What a program reads. */
function plain(goals: readonly CoveredGoal[], further: readonly ScenarioToReview[] | undefined) {
  const byDocument = Map.groupBy(goals, ({ goal }) => goal.document)
  const listed = (state: CoveredGoal['state']) =>
    goals
      .filter((one) => one.state === state)
      .map(({ goal: { id, measure, document, span, words } }) => ({ id, measure, document, line: span.line, words }))
  return {
    documents: [...byDocument].map(([document, ofDocument]) => ({ document, ...measure(ofDocument) })),
    all: measure(goals),
    missing: listed('missing'),
    impossible: listed('impossible'),
    ...(further === undefined ? {} : { scenarios: further.map(plainScenario) }),
  }
}

function plainScenario(one: ScenarioToReview) {
  const { book, goals, situation, pairs, text } = one
  return {
    agency: book.agency.id,
    on: new Date(book.at).toISOString(),
    shows: goals.map(({ id }) => id),
    situation: Object.fromEntries(situation),
    expects: pairs,
    ...(text === undefined ? {} : { block: blockToReview(one) }),
  }
}
