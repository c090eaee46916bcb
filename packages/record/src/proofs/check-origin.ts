/** The checks of whose log it is: its key, and the checkpoint that it signed. */
import type { VerifierHash } from '../bytes/hash.ts'
import type { Checkpoint } from '../checkpoints/checkpoint.ts'
import { parseVerifierKey, printVerifierKey, type VerifierKey } from '../checkpoints/key.ts'
import { type CheckpointVerdict, type VerifySignature, verifyCheckpoint } from '../checkpoints/verify.ts'
import { quoted } from '../quoted.ts'
import type { Problem, ProblemCode } from './check.ts'

const askAgain = 'ask the agency for the export again; if it is the same, keep this file as it is and report it'

/** The bundle's key, where it is one, and what speaks against it. `trustedKeys` are the reader's own verifier keys. */
export async function checkKey(
  vkey: string,
  trustedKeys: readonly string[],
  hash: VerifierHash,
): Promise<{ readonly key: VerifierKey | undefined; readonly problems: readonly Problem[] }> {
  const trusted: string[] = []
  const problems: Problem[] = []
  for (const text of trustedKeys) {
    const parsed = await parseVerifierKey(text, hash)
    if (parsed.ok) trusted.push(printVerifierKey(parsed.value))
    else problems.push(trustedKeyMalformed(text, parsed.reason))
  }

  const parsed = await parseVerifierKey(vkey, hash)
  if (!parsed.ok) {
    const message = `${quoted(vkey)} is not a verifier key: ${parsed.reason}`
    return { key: undefined, problems: [...problems, problem('key-malformed', message, askAgain)] }
  }
  const printed = printVerifierKey(parsed.value)
  return { key: parsed.value, problems: trusted.includes(printed) ? problems : [...problems, keyNotTrusted(printed)] }
}

/** The checkpoint, where the key's owner signed it as its own, and otherwise why not. */
export async function checkCheckpoint(
  note: string,
  key: VerifierKey,
  verifySignature: VerifySignature,
): Promise<{ readonly checkpoint: Checkpoint | undefined; readonly problems: readonly Problem[] }> {
  const verdict = await verifyCheckpoint(note, [key], verifySignature)
  if (verdict.kind === 'verified') return { checkpoint: verdict.checkpoint, problems: [] }
  return { checkpoint: undefined, problems: [checkpointProblem(verdict, key)] }
}

function checkpointProblem(verdict: Exclude<CheckpointVerdict, { kind: 'verified' }>, key: VerifierKey): Problem {
  switch (verdict.kind) {
    case 'malformed':
      return problem('checkpoint-malformed', `the checkpoint cannot be read: ${verdict.reason}`, askAgain)
    case 'untrusted': {
      const names = verdict.names.map((name) => quoted(name)).join(', ')
      const message = `the checkpoint is signed by ${names}, not by the key ${quoted(`${key.name}+${key.id}`)} of this file`
      return problem('checkpoint-not-signed', message, askAgain)
    }
    case 'forged': {
      const message = `the checkpoint is not what ${quoted(`${key.name}+${key.id}`)} signed: it or the signature was changed`
      return problem('checkpoint-signature-false', message, askAgain)
    }
    case 'foreign': {
      const message = `the checkpoint is of the log ${quoted(verdict.origin)}, and its signer is ${quoted(key.name)}`
      return problem('checkpoint-of-another-log', message, askAgain)
    }
  }
}

function trustedKeyMalformed(text: string, reason: string): Problem {
  const message = `the trusted key ${quoted(text)} is not a verifier key: ${reason}`
  return problem('trusted-key-malformed', message, 'copy the key again from where the agency publishes it')
}

function keyNotTrusted(key: string): Problem {
  const message = `the file says that the log's key is ${quoted(key)}, which is not among the keys you trust`
  const fix = 'compare it with the key that the agency publishes elsewhere; if it is the same, give it as trusted'
  return problem('key-not-trusted', message, fix)
}

function problem(code: ProblemCode, message: string, fix: string): Problem {
  return { code, place: { kind: 'file' }, message, fix }
}
