/** `remit new order`: asks what is needed and writes a document that passes `check`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { checkLibrary } from '@remit/language/checked/check-library.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import { sourceOf } from '@remit/language/text/source.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'
import { type Arguments, oneOf } from '../arguments.ts'
import { CannotRead, cannotWrite } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { type Answers, ASKED, type Asked, hasForce } from '../new-order/asked-of-an-order.ts'
import { orderText } from '../new-order/order-text.ts'
import { ordersFolder, ordersFor } from '../orders.ts'
import type { Output } from '../output.ts'
import { WrongUse } from '../usage.ts'

export async function newVerb(args: Arguments, output: Output): Promise<ExitCode> {
  const [what, place, extra] = args.words
  if (what === undefined) throw new WrongUse('`order` is missing: `new order` is what there is', 'new')
  if (what !== 'order') throw new WrongUse(`there is no new \`${what}\`; \`new order\` is what there is`, 'new')
  if (extra !== undefined) throw new WrongUse(`\`${extra}\` is one word too many: \`new order\` takes one PATH`, 'new')
  const orders = await ordersFor(args)
  const id = idOf(place ?? (await placeFrom(output)), args, orders)
  const answers = await answersFrom(args, output)
  const text = orderText(answers)
  const faults = faultsOf(id, text, orders)
  if (faults.length > 0) {
    const source = sourceOf(`${id}.md`, text)
    const sourceFor = (file: string) => (file === source.file ? source : orders.texts.get(file))
    for (const fault of faults) output.line(`${renderFinding(fault, sourceFor, output.colours)}\n`)
    output.line('nothing was written')
    return EXIT.wrong
  }
  const file = join(ordersFolder(args), `${id}.md`)
  await writeNew(file, text)
  if (args.json) output.json({ file: `${id}.md`, path: file })
  else output.line(`wrote ${file}`)
  return EXIT.fine
}

const PLACE = 'Where it lies below the orders, as in us/il/chicago/police/2026-05-name'

async function placeFrom({ ask }: Output): Promise<string> {
  if (ask === undefined) throw new WrongUse(`PATH is missing; on a terminal it is asked for`, 'new')
  return ask({ question: PLACE, fault: placeFault })
}

function placeFault(place: string): string | undefined {
  const id = place.replace(/\.md$/, '')
  if (/^[a-z0-9]+(-[a-z0-9]+)*(\/[a-z0-9]+(-[a-z0-9]+)*)+$/.test(id) && !id.endsWith('/agency')) return undefined
  return `\`${place}\` is no path of an order: a folder and a name, each in small letters, digits and single hyphens, as in us/il/chicago/police/2026-05-name`
}

/** The document's id: its path below the orders without `.md`. */
function idOf(place: string, args: Arguments, { texts }: LoadedOrders): string {
  const below = belowOrders(place, ordersFolder(args))
  const fault = placeFault(below)
  if (fault !== undefined) throw new WrongUse(fault, 'new')
  const id = below.replace(/\.md$/, '')
  if (texts.has(`${id}.md`)) throw new CannotRead(`\`${id}.md\` is there already, and stays as it is`)
  return id
}

/** A path may be given from the working folder too, as a shell completes it. */
function belowOrders(place: string, folder: string): string {
  const path = relative(folder, resolve(place))
  const isBelow = path !== '' && path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)
  return isBelow ? path.split(sep).join('/') : place
}

async function answersFrom(args: Arguments, output: Output): Promise<Answers> {
  const answers: { -readonly [name in keyof Answers]: string } = {
    title: '',
    short: '',
    issuer: '',
    force: '',
    from: '',
    through: '',
    source: '',
    verified: '',
    cite: '',
    norm: '',
    says: '',
  }
  const isAsking =
    output.ask !== undefined && ASKED.some(({ name }) => isNeeded(name) && args.options[name] === undefined)
  for (const asked of ASKED) {
    const given = args.options[asked.name]
    if (given !== undefined) answers[asked.name] = checkedAnswer(asked, given)
    else if (isAsking && mayAsk(asked.name, answers)) answers[asked.name] = (await output.ask?.(asked)) ?? ''
    else if (asked.fallback === undefined) {
      throw new WrongUse(`\`--${asked.name}\` is missing; on a terminal it is asked for`, 'new')
    }
  }
  assertNorm(answers)
  return answers
}

function isNeeded(name: keyof Answers): boolean {
  return ASKED.find((asked) => asked.name === name)?.fallback === undefined
}

/** A document without force holds no norm, and a norm without a name says nothing. */
function mayAsk(name: keyof Answers, answers: Answers): boolean {
  if (name === 'norm') return hasForce(answers.force)
  return name !== 'says' || answers.norm !== ''
}

function checkedAnswer({ name, choices, fault }: Asked, given: string): string {
  if (choices !== undefined) return oneOf(choices, given, { what: name, verb: 'new' })
  const wrong = fault?.(given)
  if (wrong !== undefined) throw new WrongUse(wrong, 'new')
  return given
}

function assertNorm({ force, norm, says }: Answers): void {
  if ((norm === '') !== (says === '')) {
    throw new WrongUse(`\`--norm\` and \`--says\` go together: the name of a norm, and what it says`, 'new')
  }
  if (norm !== '' && !hasForce(force)) throw new WrongUse(`no norm stands in a document of force \`${force}\``, 'new')
}

/** The errors that the library would have with the document and does not have now. */
function faultsOf(id: string, text: string, { library, findings }: LoadedOrders): readonly Finding[] {
  const { document, findings: own } = parseDocument(id, text)
  if (document === undefined || own.some(isError)) return own.filter(isError)
  const keyOf = ({ code, message, labels: [{ span }] }: Finding) =>
    JSON.stringify([code, message, span.file, span.offset])
  const known = new Set([...findings, ...checkLibrary(library, hashOf).findings].map(keyOf))
  const after = checkLibrary({ ...library, documents: [...library.documents, document] }, hashOf).findings
  return after.filter((finding) => isError(finding) && !known.has(keyOf(finding)))
}

async function writeNew(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text, { flag: 'wx' })
  } catch (error) {
    throw cannotWrite(file, error)
  }
}
