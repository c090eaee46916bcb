import type { ActDeclaration, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import { folderOf, isWithin } from '../in-force.ts'
import type { WordsInForce } from '../link.ts'

/** E216: an act's relations name only acts declared at its own folder or above, so that what is below changes nothing above. */
export function higherWords({ words: { names } }: WordsInForce): readonly Finding[] {
  return [...names.acts.values()].flatMap(({ declaration, document }) =>
    relatedTo(declaration).flatMap((word) => {
      const other = names.acts.get(word.text)
      if (other === undefined || isWithin(folderOf(document.id), folderOf(other.document.id))) return []
      const message = `\`${declaration.name.text}\` is related to \`${word.text}\`, which is declared in a folder below`
      return [
        findingAt(word.span, 'E216', message, {
          label: 'not at the same folder or above',
          also: [{ span: other.declaration.name.span, text: 'declared here' }],
          fix: `state the relation where \`${word.text}\` is declared, or declare it higher`,
        }),
      ]
    }),
  )
}

function relatedTo({ kindOf, excludes, directs }: ActDeclaration): readonly Word[] {
  return [...kindOf, ...excludes, ...(directs === undefined ? [] : [directs.act])]
}
