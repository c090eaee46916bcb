import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'

/** E211: two documents with one short title are versions of one text, and only one version is in force at a time. */
export function oneShortTitleAtATime({ names }: Draft): readonly Finding[] {
  return [...names.documentsByShort].flatMap(([short, [first, ...others]]) =>
    others.map(({ id, frontMatter }) => {
      const message = `\`${first?.id}\` and \`${id}\` are in force together with the short title "${short}"`
      return findingAt(frontMatter.span, 'E211', message, {
        label: 'one version',
        also: first === undefined ? [] : [{ span: first.frontMatter.span, text: 'the other' }],
        fix: 'let one supersede the other, end the older one, or give one another short title',
      })
    }),
  )
}
