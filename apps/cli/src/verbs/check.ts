/** `remit check`: everything that is wrong with order documents, as text, as JSON or as SARIF. */
import { isAbsolute, join, relative, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { wallTimeOf } from '@remit/language/checked/local-time.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'
import { type Arguments, oneOf } from '../arguments.ts'
import { type AnyFinding, type Checked, checkOrders } from '../checking/check-orders.ts'
import { sarifOf } from '../checking/sarif.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { askedFor, ordersFolder, ordersFor } from '../orders.ts'
import { counted, type Output, paintOf, progressOn } from '../output.ts'
import { WrongUse } from '../usage.ts'

const FORMATS = ['text', 'json', 'sarif'] as const
type Format = (typeof FORMATS)[number]

export async function check(args: Arguments, output: Output): Promise<ExitCode> {
  const format = formatOf(args)
  const today = todayOf(args)
  const orders = await ordersFor(args)
  const checked = checkOrders(orders, await askedFor(args, orders), { today, progress: progressOn(output, 'book') })
  switch (format) {
    case 'json':
      output.json({ ...checked, findings: checked.findings.map(plain) })
      break
    case 'sarif':
      output.json(sarifOf(checked, placesFrom(orders, ordersFolder(args))))
      break
    case 'text':
      writeText(checked, orders, output)
      break
  }
  return checked.errors === 0 ? EXIT.fine : EXIT.wrong
}

function formatOf({ options, json }: Arguments): Format {
  if (options.format === undefined) return json ? 'json' : 'text'
  const word = oneOf(FORMATS, options.format, { what: 'format', verb: 'check' })
  const format = FORMATS.find((each) => each === word) ?? 'text'
  if (json && format !== 'json') throw new WrongUse(`\`--json\` and \`--format ${format}\` exclude each other`, 'check')
  return format
}

/** Noon in UTC of the day that is given: a document ends by the calendar, so hours do not matter to a warning. */
function todayOf({ options: { today } }: Arguments): number | undefined {
  if (today === undefined) return undefined
  const day = wallTimeOf(today)
  if (day === undefined || day.time !== undefined) {
    throw new WrongUse(`there is no day \`${today}\`; write it as in 2026-05-01`, 'check')
  }
  return Date.UTC(day.year, day.month - 1, day.day, 12)
}

/** A situation is a map, which JSON does not have. */
function plain({ situation, ...finding }: AnyFinding) {
  return situation === undefined ? finding : { ...finding, situation: Object.fromEntries(situation) }
}

function writeText(checked: Checked, orders: LoadedOrders, output: Output): void {
  for (const finding of checked.findings) {
    output.line(`${renderFinding(finding, (file) => orders.texts.get(file), output.colours)}\n`)
  }
  const counts = `${counted(checked.errors, 'error')}, ${counted(checked.warnings, 'warning')}`
  const what = `${counted(checked.documents, 'document')}, ${counted(checked.books, 'book')}`
  output.line(`${what}: ${paintOf(output).strong(counts)}`)
}

/** Where the pages about findings lie, with a slash at its end: REMIT_DOCS, else this checkout. */
const DOCS = process.env.REMIT_DOCS ?? pathToFileURL(join(import.meta.dirname, '../../../../docs/')).href

/** Files as a code host names them: from the working folder, which is the root of the repository that is checked. */
function placesFrom(orders: LoadedOrders, folder: string) {
  const root = relative(process.cwd(), folder)
  const isInside = root !== '..' && !root.startsWith(`..${sep}`) && !isAbsolute(root)
  return {
    source: (file: string) => orders.texts.get(file),
    uri: (file: string) => {
      if (!isInside) return pathToFileURL(join(folder, file)).href
      return [...(root === '' ? [] : root.split(sep)), ...file.split('/')].map(encodeURIComponent).join('/')
    },
    help: (code: string) => `${DOCS}findings/${code}.md`,
  }
}
