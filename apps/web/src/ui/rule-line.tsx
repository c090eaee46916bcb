import type { ReactNode } from 'react'
import type { Result } from '../words/modality.ts'
import { spokenLine } from '../words/sentences.ts'
import { Badge, type BadgeSize, Lapsed } from './badge.tsx'
import { classNames } from './class-names.ts'
import styles from './rule-line.module.css'

type RuleLineProps = {
  readonly result: Result
  /** The verb phrase in lower case: "help with the arrest". */
  readonly act: string
  /** Said before the line where it is read aloud: "Officer". Shown by the `RoleBlock` around it. */
  readonly who?: string
  /** In small print under the act: what comes first, who has done it. */
  readonly note?: string
  /** REFER: whom to ask. OPEN: which fact is missing. */
  readonly ask?: string
  /** Plain words: "Memo ¶3". Read aloud with the line. */
  readonly citation?: string
  /** In place of `citation` where it holds links; read aloud after the line. */
  readonly cite?: ReactNode
  /** "21:52" while the change is news to this reader: shows "new 21:52" and an accent bar. */
  readonly changed?: string
  /** "Set aside 21:52", "Replaced 21:57": the line lapsed and has no badge. */
  readonly lapsed?: string
  readonly size?: BadgeSize
  /** `beside`: the citation at the end of the row (desk). `below`: under the act (public pages, narrow panels). */
  readonly citing?: 'beside' | 'below'
  /** The badge column is 128 px wide, for lists where SHOULD NOT can occur and for Spanish. */
  readonly wide?: boolean
}

/** One line of an answer: badge, act, citation, and whether it changed. Read aloud as one sentence. */
export function RuleLine(props: RuleLineProps) {
  const { result, act, note, ask, citation, cite, changed, lapsed, size = 'sm', citing = 'beside', wide } = props
  const spoken = spokenLine({ who: props.who, result: lapsed ? 'SET ASIDE' : result, act, ask, citation })
  return (
    <div
      className={classNames(styles.line, citing === 'below' && styles.below, wide && styles.wide)}
      data-lapsed={lapsed ? true : undefined}
      data-changed={changed ? true : undefined}
    >
      <span className="spoken">
        {spoken}
        {changed && `, new ${changed}`}
        {note && `. ${note}`}
      </span>
      <span className={styles.mark} aria-hidden="true">
        {lapsed ? <Lapsed words={lapsed} /> : <Badge result={result} size={size} />}
      </span>
      <span className={styles.act} aria-hidden="true">
        {act}
        {ask && ':'}
        {ask && <b className={styles.ask}>{ask}</b>}
        {changed && <em className={styles.changed}>new {changed}</em>}
        {note && <small className={styles.note}>{note}</small>}
      </span>
      {(cite || citation) && (
        <cite className={styles.cite} aria-hidden={cite ? undefined : true}>
          {cite ?? citation}
        </cite>
      )}
    </div>
  )
}
