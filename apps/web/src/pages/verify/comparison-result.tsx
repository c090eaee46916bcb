import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { paths } from '../../paths.ts'
import { classNames } from '../../ui/class-names.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Comparison } from './compare.ts'
import type { Piece } from './difference.ts'
import { Provenance } from './provenance.tsx'
import styles from './verify.module.css'

/** What comparing said, in words: the same, these differ, or not published here, which proves nothing. */
export function ComparisonResult({ result, compared }: { readonly result: Comparison; readonly compared: number }) {
  switch (result.kind) {
    case 'empty':
      return (
        <EmptyState
          title="Nothing to compare yet."
          todo={`Paste the words of a memo. They are compared with ${compared} published orders, in this browser.`}
        />
      )
    case 'not-published':
      return (
        <section>
          <h2>Not published here, which proves nothing</h2>
          <p>
            None of the {compared} orders that are published here has these words. The text can still be an order: the
            library has only what was found in public sources.
          </p>
        </section>
      )
    case 'same':
      return (
        <section>
          <h2>The same words as published</h2>
          <p>Every word is the same, in the same order. Line breaks, capitals and marks are not compared.</p>
          <Provenance document={result.document} />
        </section>
      )
    case 'part':
      return (
        <section>
          <h2>The same words as a part of what is published</h2>
          <p>These words stand in the order one after the other. The order has more.</p>
          <Provenance document={result.document} />
        </section>
      )
    case 'differs':
      return (
        <section>
          <h2>These words differ</h2>
          <p>
            The nearest published order is{' '}
            <Link to={paths.order} params={{ document: segmentOf(result.document.id) }}>
              {result.document.title}
            </Link>
            . {counted(result)}
          </p>
          {result.pieces ? (
            <Pieces pieces={result.pieces} />
          ) : (
            <p>The texts are too long to be shown word by word. Paste a part of it.</p>
          )}
          <Provenance document={result.document} />
        </section>
      )
  }
}

function counted({ pieces, added, removed }: Extract<Comparison, { kind: 'differs' }>): string {
  if (!pieces) return ''
  return `${added} ${added === 1 ? 'word is' : 'words are'} only in your text, ${removed} only in the published one.`
}

/** Words of a same run that are shown at its ends; what lies between says nothing and is left out. */
const CONTEXT = 12

const SPOKEN = { added: 'only in your text: ', removed: 'only in the published text: ' } as const

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      <p className={styles.key}>
        <ins>+ only in your text</ins> <del>− only in the published text</del>
      </p>
      <p className={styles.pieces}>
        {pieces.map(({ kind, words }, place) => {
          const key = `${place} ${kind}`
          if (kind === 'same') return <span key={key}>{shortened(words)} </span>
          const Tag = kind === 'added' ? 'ins' : 'del'
          return (
            <Tag key={key} className={classNames(styles.piece)}>
              <span className="spoken">{SPOKEN[kind]}</span>
              <span aria-hidden="true">{kind === 'added' ? '+ ' : '− '}</span>
              {words.join(' ')}{' '}
            </Tag>
          )
        })}
      </p>
    </>
  )
}

function shortened(words: readonly string[]): string {
  if (words.length <= 2 * CONTEXT + 1) return words.join(' ')
  return `${words.slice(0, CONTEXT).join(' ')} … ${words.slice(-CONTEXT).join(' ')}`
}
