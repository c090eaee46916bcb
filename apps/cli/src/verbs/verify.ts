/** `remit verify`: an exported incident, offline. Its proofs; and that each determination follows again from book and facts. */
import { createHash, createPublicKey, verify as verifySignature } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseBundle } from '@remit/record/proofs/bundle.ts'
import { type BundleReport, verifyBundle } from '@remit/record/proofs/verify-bundle.ts'
import type { Arguments } from '../arguments.ts'
import { needed, oneWord } from '../arguments.ts'
import { type DecidedAgain, decideAgain } from '../decide-again.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { CannotRead, ordersFor } from '../orders.ts'
import type { Output } from '../output.ts'

export async function verify(args: Arguments, output: Output): Promise<ExitCode> {
  const file = oneWord(args, 'FILE', 'verify')
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new CannotRead(`${file} cannot be read (${error.code ?? error.message})`, { cause: error })
  })
  const isKeyGiven = args.options.key !== undefined
  const key = isKeyGiven ? needed(args, 'key', 'verify') : keyOf(text)
  const report = await verifyBundle(text, {
    hash: (bytes) => createHash('sha256').update(bytes).digest(),
    verifySignature: ({ publicKey, message, signature }) =>
      verifySignature(null, message, publicKeyFrom(publicKey), signature),
    trustedKeys: key === undefined ? [] : [key],
  })
  const again = report.kind === 'verified' ? decideAgain(await ordersFor(args), report.events) : []
  const isVerified = report.kind === 'verified' && again.every(({ outcome }) => outcome === 'follows')
  if (args.json)
    output.json({ verified: isVerified, keyFrom: isKeyGiven ? 'option' : 'file', ...report, determinations: again })
  else print(report, again, { isVerified, isKeyGiven, key }, output)
  return isVerified ? EXIT.fine : EXIT.wrong
}

function keyOf(text: string): string | undefined {
  const bundle = parseBundle(text)
  return bundle.ok ? bundle.value.vkey : undefined
}

function publicKeyFrom(raw: Uint8Array) {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(raw).toString('base64url') },
    format: 'jwk',
  })
}

type Said = { readonly isVerified: boolean; readonly isKeyGiven: boolean; readonly key: string | undefined }

function print(
  report: BundleReport,
  again: readonly DecidedAgain[],
  { isVerified, isKeyGiven, key }: Said,
  output: Output,
): void {
  for (const check of report.checks) {
    output.line(
      `${check.outcome.padEnd(12)}${check.name}${check.outcome === 'not-reached' ? ` (after ${check.after})` : ''}`,
    )
    if (check.outcome !== 'failed') continue
    for (const { message, fix } of check.problems) output.line(`  ${message}\n    ${fix}`)
  }
  if (report.kind === 'verified') {
    const wrong = again.filter(({ outcome }) => outcome !== 'follows')
    output.line(
      `${(wrong.length === 0 ? 'passed' : 'failed').padEnd(12)}determinations: ${again.length - wrong.length} of ${again.length} follow again`,
    )
    for (const { seq, why } of wrong) output.line(`  event ${seq}: ${why ?? ''}`)
    output.line(
      `${report.events.length} events of ${report.stream}, log of ${report.agency} with ${report.checkpoint.size} leaves`,
    )
  }
  if (!isKeyGiven && key !== undefined)
    output.line(
      `the key is the file's own; compare it with the one that the agency publishes, or give that with --key: ${key}`,
    )
  output.line(isVerified ? 'verified' : 'not verified')
}
