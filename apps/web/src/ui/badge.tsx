import { BADGE_WORD, type Result } from '../words/modality.ts'
import styles from './badge.module.css'
import { Icon } from './icon.tsx'

/** `sm` 20 px for desk and studio, `md` 22 px for public pages, `lg` 30 px for the field. */
export type BadgeSize = 'sm' | 'md' | 'lg'

type BadgeProps = {
  readonly result: Result
  readonly size?: BadgeSize
  /** In place of the English word, where the page is in another language. */
  readonly word?: string
}

/**
 * What an order says of one act, by shape and word and never by colour. The glyph is struck,
 * the word never: a struck word reads as "removed". A norm that lapsed has no badge; see `Lapsed`.
 */
export function Badge({ result, size = 'md', word = BADGE_WORD[result] }: BadgeProps) {
  if (result === 'SET ASIDE') return <Lapsed words={word} />
  return (
    <span className={styles.badge} data-result={result} data-size={size}>
      <Glyph result={result} />
      <b className={styles.word}>{word}</b>
    </span>
  )
}

/** Stands in the badge's place for a norm that does not hold now: "Set aside 21:52", "Replaced". No box, not struck. */
export function Lapsed({ words }: { readonly words: string }) {
  return <span className={styles.lapsed}>{words}</span>
}

function Glyph({ result }: { readonly result: Result }) {
  switch (result) {
    case 'MUST NOT':
    case 'SHOULD NOT':
      return (
        <span className={styles.glyph} aria-hidden="true">
          <Icon name="struck" />
        </span>
      )
    case 'REFER':
      return (
        <span className={styles.glyph} aria-hidden="true">
          <Icon name="hand" />
        </span>
      )
    case 'OPEN':
      return (
        <span className={styles.glyph} aria-hidden="true">
          ?
        </span>
      )
    case 'MUST':
    case 'MAY':
    case 'SHOULD':
    case 'SILENT':
    case 'SET ASIDE':
      return null
  }
}
