import type { DocumentView } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { documentQuery } from '../../api/queries.ts'
import { difference, type Piece } from '../verify/difference.ts'
import { wordsOf } from '../verify/words.ts'
import styles from './changes.module.css'
import { plainText } from './plain-text.ts'
import type { ChangeWords } from './words/words.ts'

type TextChangesProps = {
  readonly document: DocumentView
  readonly since: string
  readonly words: ChangeWords
}

/** The words of the prose that are only in one of the two; the earlier text is read when somebody wants to see it. */
export function TextChanges({ document, since, words }: TextChangesProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{words.text}</summary>
      {isOpen && <Compared document={document} since={since} words={words} />}
    </details>
  )
}

function Compared({ document, since, words }: TextChangesProps) {
  const { data, error } = useQuery(documentQuery(since))
  const pieces = useMemo(
    () => (data === undefined ? undefined : difference(wordsOf(proseOf(data)), wordsOf(proseOf(document)))),
    [data, document],
  )
  if (!data) return <p role="status">{error ? words.failed : words.loading}</p>
  if (!pieces) return <p>{words.textTooLong}</p>
  if (pieces.every(({ kind }) => kind === 'same')) return <p>{words.textSame}</p>
  return (
    <>
      <p className={styles.small}>
        <ins>+ {words.added}</ins> <del>− {words.removed}</del>
      </p>
      <p className={styles.pieces} lang="en">
        {pieces.map((piece, place) => {
          const key = `${place} ${piece.kind}`
          return <PieceView key={key} piece={piece} words={words} />
        })}
      </p>
    </>
  )
}

/** Words of a same run that are shown at its ends. */
const CONTEXT = 14

function PieceView({ piece: { kind, words: run }, words }: { readonly piece: Piece; readonly words: ChangeWords }) {
  if (kind === 'same') {
    const isLong = run.length > 2 * CONTEXT + 1
    return (
      <span>{isLong ? `${run.slice(0, CONTEXT).join(' ')} … ${run.slice(-CONTEXT).join(' ')}` : run.join(' ')} </span>
    )
  }
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="spoken">{words[kind]}: </span>
      <span aria-hidden="true">{kind === 'added' ? '+ ' : '− '}</span>
      {run.join(' ')}{' '}
    </Tag>
  )
}

function proseOf({ segments }: DocumentView): string {
  return segments
    .filter(({ kind }) => kind === 'prose')
    .map(({ text }) => plainText(text))
    .join('\n\n')
}
