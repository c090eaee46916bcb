/** Makes the kit from the cases in `good/`: a file for each feature, and the documents on which all stand. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import type { Answer, AnswerDeadline } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { stagesOf } from '@remit/engine/questions/scenario.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { argumentsOf } from '../apps/cli/src/arguments.ts'
import { askedOf } from '../apps/cli/src/asked.ts'
import { hashOf } from '../apps/server/src/orders/books.ts'
import { loadOrders } from '../apps/server/src/orders/load-orders.ts'
import { type Case, expanded } from './case.ts'
import { wordsOf } from './commands.ts'
import type { Documents, KitAnswer, KitCase, KitDeadline, KitPair, KitQuestion } from './kit-format.ts'
import { allCases, BASE, onDisk } from './run.ts'

/** The files of the kit by their name in `conformance/kit/`. */
export async function kitFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map([['base.json', json({ documents: await baseDocuments() })]])
  const features = Map.groupBy(
    (await allCases()).filter(({ name }) => name.startsWith('good/')),
    ({ name }) => name.split('/')[1] ?? '',
  )
  for (const [feature, cases] of features) {
    const kitCases: KitCase[] = []
    for (const one of cases) kitCases.push(...(await kitCaseOf(one)))
    if (kitCases.length > 0) files.set(`${feature}.json`, json({ feature, cases: kitCases }))
  }
  return files
}

const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`

async function baseDocuments(): Promise<Documents> {
  const paths = (await readdir(BASE, { recursive: true })).filter((path) => path.endsWith('.md')).sort()
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(BASE, path), 'utf8')] as const)),
  )
}

/** Nothing for a case that asks no question of a situation. */
async function kitCaseOf(one: Case): Promise<readonly KitCase[]> {
  const { title, lesson, files } = one
  const questions = await onDisk(files, async (folder) => [
    ...(await questionsOfScenarios(folder)),
    ...(await questionsOfCommands(one, folder)),
  ])
  if (questions.length === 0) return []
  const documents = Object.fromEntries(files.map(({ path, text }) => [path, expanded(text)]))
  return [{ name: one.name.replace(/^good\//, ''), title, lesson, documents, questions }]
}

async function questionsOfScenarios(folder: string): Promise<readonly KitQuestion[]> {
  const { library } = await loadOrders(folder)
  return scenariosOf(library, hashOf).scenarios.flatMap(({ scenario, book }) => {
    const stages = stagesOf(book, scenario).filter(({ expect }) => expect.length > 0)
    return stages.map(({ situation }, index) =>
      question({ scenario: scenario.name, expect: index + 1 }, compiledOf(book), situation, scenario.on),
    )
  })
}

/** `remit decide` and `remit explain` ask about a situation too. */
async function questionsOfCommands({ runs }: Case, folder: string): Promise<readonly KitQuestion[]> {
  const questions: KitQuestion[] = []
  for (const { command } of runs) {
    const [, verb, ...rest] = wordsOf(command)
    if (verb !== 'decide' && verb !== 'explain') continue
    const { compiled, situation, at } = await askedOf(argumentsOf(verb, [...rest, '--orders', folder]), verb)
    questions.push(question({ command }, compiled, situation, at))
  }
  return questions
}

function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  if (compilation.kind === 'compiled') return compilation.compiled
  throw new Error(`the book of ${book.agency.id} is too large for a case`)
}

function question(from: KitQuestion['from'], compiled: Compiled, situation: Situation, at: number): KitQuestion {
  const { agency } = compiled.book
  return {
    from,
    agency: agency.id,
    at: new Date(at).toISOString(),
    situation: Object.fromEntries(situation),
    answer: answerTo(compiled, situation),
  }
}

/** The engine's answer in the form of the kit. */
export function answerTo(compiled: Compiled, situation: Situation): KitAnswer {
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') return { impossible: determination.breaks }
  return { pairs: determination.answers.map(pairOf) }
}

function pairOf({ role, act, result, deciding, referral, setAsideBy, deadlines }: Answer): KitPair {
  return {
    role,
    act,
    result: result.kind === 'settled' ? result.modality : result.possible,
    deciding: deciding.map(({ statement }) => statement).sort(),
    ...(referral === undefined ? {} : { ask: referral.ask }),
    ...(setAsideBy.length === 0 ? {} : { setAsideBy: setAsideBy.map((other) => `${other.role} ${other.act}`) }),
    ...(deadlines.length === 0 ? {} : { deadlines: deadlines.map(deadlineOf) }),
  }
}

function deadlineOf(deadline: AnswerDeadline): KitDeadline {
  switch (deadline.kind) {
    case 'within':
      return { within: { ms: deadline.ms, of: deadline.event } }
    case 'promptly':
      return { promptly: true }
    case 'before':
      return { before: deadline.act }
  }
}
