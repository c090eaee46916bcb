import type { NormReference, ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { declarationsOf } from '../declarations.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import { normId } from '../names.ts'

/** E219: an exception has no exceptions, and doubt is about norms. */
export function noExceptionNamed({ documents, names }: Draft): readonly Finding[] {
  const exceptions = declarationsOf(documents, 'exception').flatMap(([{ to }, document]) =>
    to.flatMap((norm) => named(norm, document, names, EXCEPTION)),
  )
  const doubts = declarationsOf(documents, 'unsettled').flatMap(([{ norm, against }, document]) =>
    [norm, ...(against === undefined ? [] : [against])].flatMap((side) => named(side, document, names, DOUBT)),
  )
  return [...exceptions, ...doubts]
}

const EXCEPTION = 'an exception has no exceptions'
const DOUBT = 'only a norm can be unsettled'

function named({ name, of }: NormReference, document: ParsedDocument, names: Draft['names'], why: string) {
  const home = of === undefined ? document : names.documentsByShort.get(of.text)?.[0]
  const target = home && names.norms.get(normId(home.id, name.text))?.declaration
  if (target?.kind !== 'exception') return []
  const finding: Finding = findingAt(name.span, 'E219', `\`${name.text}\` is an exception: ${why}`, {
    label: 'not a norm',
    also: [{ span: target.name.span, text: 'declared as an exception here' }],
    fix: 'name the norm to which it is an exception',
  })
  return [finding]
}
