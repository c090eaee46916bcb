import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/badge.tsx'
import styles from './answer.module.css'
import type { Line, RowAnswer } from './answers.ts'
import { type AnswerWords, langOf } from './words/words.ts'

type RowCellProps = {
  readonly answer: RowAnswer
  /** Lines that stand open; the others are behind "more". */
  readonly open: number
  readonly words: AnswerWords
}

/** One place's answer to one row. */
export function RowCell({ answer, open, words }: RowCellProps) {
  if (answer.kind === 'impossible') return <p lang="en">{answer.words.join(' ')}</p>
  if (answer.lines.length === 0) return <p className={styles.none}>{words.noRule}</p>
  const rest = answer.lines.slice(open)
  return (
    <>
      <Lines lines={answer.lines.slice(0, open)} words={words} />
      {rest.length > 0 && (
        <details className={styles.more}>
          <summary>{words.more(rest.length)}</summary>
          <Lines lines={rest} words={words} />
        </details>
      )}
    </>
  )
}

function Lines({ lines, words }: { readonly lines: readonly Line[]; readonly words: AnswerWords }) {
  return lines.map((line) => (
    <div key={line.act} className={styles.line}>
      <Badge result={line.result} word={words.badges[line.result]} />
      <div>
        <span lang="en">{line.words}</span>
        <Cites line={line} words={words} />
      </div>
    </div>
  ))
}

function Cites({ line, words }: { readonly line: Line; readonly words: AnswerWords }) {
  return (
    <div className={styles.cite}>
      {line.isUnallowed && words.noRuleAllows}
      {line.ask.length > 0 && (
        <>
          {words.whom} <span lang="en">{line.ask.join(', ')}. </span>
        </>
      )}
      {line.depends.length > 0 && (
        <>
          {words.depends} <span lang="en">{line.depends.join(' ')} </span>
        </>
      )}
      {line.citations.map(({ document, cite, force, verified }, place) => (
        <span key={`${document} ${cite}`}>
          {place > 0 && '; '}
          <Link to={paths.order} params={{ document: segmentOf(document) }} search={langOf(words)} lang="en">
            {cite}
          </Link>
          <span lang="en">, {force}</span>
          {verified !== 'primary' && `, ${words.verified[verified]}`}
        </span>
      ))}
    </div>
  )
}
