/** What is proved of a book about danger: the page says it only then, and otherwise shows what breaks it. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { checkInvariant } from '@remit/engine/questions/analysis/invariants.ts'
import { DANGER_INPUT, protectionOfLife } from '@remit/engine/questions/analysis/life.ts'
import { answerTo } from '@remit/engine/questions/answer-to.ts'
import type { Invariant } from '@remit/language/checked/tree.ts'

export type DangerProof = {
  /** Absent: in no possible situation with danger must anybody wait or leave. Else one where somebody must. */
  readonly broken?: string
  /** Whether officers must protect life whenever someone is in danger; and by which document, in its own words. */
  readonly duty?: { readonly document: string; readonly cite: string; readonly force: string }
}

const NOWHERE = { file: '', line: 1, column: 1, offset: 0, length: 0 } as const

/** A book is proved once. */
const proofs = new WeakMap<Compiled, DangerProof>()

export function dangerProof(compiled: Compiled): DangerProof {
  const known = proofs.get(compiled)
  if (known !== undefined) return known
  const proof = { ...brokenOf(compiled), ...dutyOf(compiled) }
  proofs.set(compiled, proof)
  return proof
}

function brokenOf(compiled: Compiled): Pick<DangerProof, 'broken'> {
  // Where no order reads that someone is in danger it changes nothing, and so every situation has to be looked at.
  const isRead = compiled.variableOf.has(DANGER_INPUT)
  const invariant: Invariant = {
    id: 'public#danger',
    name: 'nobody waits or leaves while someone is in danger',
    when: isRead ? { kind: 'yes', input: DANGER_INPUT } : { kind: 'all', of: [] },
    expect: [{ kind: 'nobody must withdraw', span: NOWHERE }],
    span: NOWHERE,
  }
  const proof = checkInvariant(compiled, invariant)
  return proof.kind === 'proved' ? {} : { broken: proof.words }
}

function dutyOf(compiled: Compiled): Pick<DangerProof, 'duty'> {
  if (protectionOfLife(compiled).length > 0) return {}
  const answer = answerTo(compiled, new Map([[DANGER_INPUT, true]]), { role: 'officer', act: 'protect-life' })
  const [citation] = answer?.citations ?? []
  const header = citation && compiled.documents.get(citation.document)
  if (citation === undefined || header === undefined) return {}
  return { duty: { document: citation.document, cite: citation.cite ?? header.short, force: header.force } }
}
