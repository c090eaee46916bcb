/**
 * `remit verify`: an exported incident, offline. Its proofs; and that each determination follows again from book and facts.
 * Or a decision log: that each line is as it was written, and follows again.
 */
import { createHash, verify as verifySignature } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { toBase64 } from '@remit/record/bytes/base64.ts'
import { parseBundle } from '@remit/record/proofs/bundle.ts'
import type { Check, CheckName } from '@remit/record/proofs/check.ts'
import { type BundleReport, verifyBundle } from '@remit/record/proofs/verify-bundle.ts'
import { decideLogAgain, isDecisionLog, type LineAgain } from '@remit/server/decisions/again.ts'
import { type Arguments, oneWord } from '../arguments.ts'
import { cannotRead } from '../cannot-read.ts'
import { type DecidedAgain, decideAgain } from '../decide-again.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { assertWhole, ordersFor } from '../orders.ts'
import { counted, type Output, paintOf } from '../output.ts'
import { publicKeyFrom } from '../public-key.ts'
import { WrongUse } from '../usage.ts'

export async function verify(args: Arguments, output: Output): Promise<ExitCode> {
  const file = oneWord(args, 'FILE', 'verify')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw cannotRead(file, error)
  })
  if (isDecisionLog(text)) return verifyLog(text, args, output)
  const given = args.options.key
  const key = given ?? keyOf(text)
  const report = await verifyBundle(text, {
    hash: (bytes) => createHash('sha256').update(bytes).digest(),
    verifySignature: ({ publicKey, message, signature }) =>
      verifySignature(null, message, publicKeyFrom(publicKey), signature),
    trustedKeys: key === undefined ? [] : [key],
  })
  const determinations = report.kind === 'verified' ? await again(args, report) : []
  const isVerified = report.kind === 'verified' && determinations.every(({ outcome }) => outcome === 'follows')
  const keyFrom = given === undefined ? 'file' : 'option'
  if (args.json) output.json({ verified: isVerified, keyFrom, ...plain(report), determinations })
  else print(report, determinations, { isVerified, key, keyFrom }, output)
  return isVerified ? EXIT.fine : EXIT.wrong
}

async function verifyLog(text: string, args: Arguments, output: Output): Promise<ExitCode> {
  if (args.options.key !== undefined) throw new WrongUse('a decision log is not signed: it takes no `--key`', 'verify')
  const lines = decideLogAgain(await ordersFor(args), text)
  const isVerified = lines.every(({ outcome }) => outcome === 'follows')
  if (args.json) output.json({ kind: 'decision-log', verified: isVerified, lines })
  else printLog(lines, isVerified, output)
  return isVerified ? EXIT.fine : EXIT.wrong
}

function printLog(lines: readonly LineAgain[], isVerified: boolean, output: Output): void {
  const wrong = lines.filter(({ outcome }) => outcome !== 'follows')
  output.line(`${lines.length - wrong.length} of ${counted(lines.length, 'decision')} follow again from book and facts`)
  for (const { line, why } of wrong) output.line(`  line ${line}: ${why ?? ''}`)
  output.line(paintOf(output).strong(isVerified ? 'verified' : 'not verified'))
}

async function again(args: Arguments, { agency, events }: BundleReport & { readonly kind: 'verified' }) {
  const orders = await ordersFor(args)
  assertWhole(orders, agency)
  return decideAgain(orders, agency, events)
}

/** A root is bytes, which JSON does not have. */
function plain(report: BundleReport) {
  if (report.kind === 'refused') return report
  return { ...report, checkpoint: { ...report.checkpoint, root: toBase64(report.checkpoint.root) } }
}

function keyOf(text: string): string | undefined {
  const bundle = parseBundle(text)
  return bundle.ok ? bundle.value.vkey : undefined
}

/** What each check asks. */
const ASKS: { readonly [name in CheckName]: string } = {
  form: 'the file is an exported incident',
  key: 'the key is one that is trusted',
  checkpoint: 'the log signed its size and root',
  leaves: "every leaf is one of this agency's",
  inclusion: 'every leaf stands in the log',
  disclosure: 'every value is as recorded',
  sequence: 'no event is missing',
}
const OUTCOME_WIDTH = 'not reached'.length + 2

type Said = { readonly isVerified: boolean; readonly keyFrom: 'file' | 'option'; readonly key: string | undefined }

function print(report: BundleReport, again: readonly DecidedAgain[], said: Said, output: Output): void {
  const paint = paintOf(output)
  const line = (outcome: string, words: string) =>
    output.line(
      `${outcome === 'passed' ? outcome.padEnd(OUTCOME_WIDTH) : paint.strong(outcome.padEnd(OUTCOME_WIDTH))}${words}`,
    )
  for (const check of report.checks) {
    const after = check.outcome === 'not-reached' ? paint.quiet(`  (${check.after} failed)`) : ''
    line(check.outcome.replace('-', ' '), `${ASKS[check.name]}${after}`)
    for (const { message, fix } of problemsOf(check)) output.line(`  ${message}\n    ${paint.quiet(fix)}`)
  }
  if (report.kind === 'verified') {
    const wrong = again.filter(({ outcome }) => outcome !== 'follows')
    const words = `${again.length - wrong.length} of ${counted(again.length, 'determination')} follow again from book and facts`
    line(wrong.length === 0 ? 'passed' : 'failed', words)
    for (const { seq, why } of wrong) output.line(`  event ${seq}: ${why ?? ''}`)
    const log = `the log of ${report.agency} with ${counted(report.checkpoint.size, 'leaf').replace('leafs', 'leaves')}`
    output.line(`\n${counted(report.events.length, 'event')} of ${report.stream}, in ${log}`)
  }
  if (said.keyFrom === 'file' && said.key !== undefined) {
    output.line(
      paint.quiet(
        "the key is the file's own: compare it with the one that the agency publishes, or give that with --key",
      ),
    )
    output.line(paint.quiet(`  ${said.key}`))
  }
  output.line(paint.strong(said.isVerified ? 'verified' : 'not verified'))
}

function problemsOf(check: Check) {
  return check.outcome === 'failed' ? check.problems : []
}
