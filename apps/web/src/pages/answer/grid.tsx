/** Two places side by side: one row for each role, so that what is compared shares a line. */
import type { PlaceView } from '@remit/contract/library-view.ts'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { paths } from '../../paths.ts'
import { dayWords } from '../../words/day-words.ts'
import styles from './answer.module.css'
import { rowAnswer } from './answers.ts'
import { type DangerProof, dangerProof } from './danger.ts'
import { RowCell } from './line-view.tsx'
import { Pick, type Picking } from './question-form.tsx'
import { ROWS, type Row } from './situations.ts'
import type { BookState } from './use-books.ts'
import { type AnswerWords, langOf } from './words/words.ts'

/** Lines that stand open in a row: supervisors answer the request, and then direct. */
const OPEN_LINES: Readonly<Record<Row, number>> = { officer: 1, supervisor: 2, jailer: 1, agency: 1 }

export type Compared = {
  readonly part: 'a' | 'b'
  readonly place: PlaceView
  readonly book: BookState
  /** The day that is asked about, if it is another one there than in the first place. */
  readonly ownDay?: string
}

type GridProps = Picking & { readonly compared: readonly Compared[]; readonly places: readonly PlaceView[] }

export function Grid({ compared, places, choices, words, onPick }: GridProps) {
  return (
    <div className={styles.grid}>
      {compared.map(({ part, place, book, ownDay }) => (
        <div key={part} className={styles.place} data-part={part}>
          <h2>
            <Pick
              name={part}
              label={words.labels[part]}
              value={segmentOf(place.id)}
              options={places.map(({ id, name }) => [segmentOf(id), name])}
              lang="en"
              onPick={(chosen) => onPick({ [part]: chosen })}
            />
          </h2>
          {ownDay !== undefined && <p>{words.dayThere(dayWords(ownDay, words.language))}</p>}
          <BookNote book={book} words={words} />
        </div>
      ))}
      {ROWS.map((row) => (
        <section key={row} aria-labelledby={`row-${row}`}>
          <h3 id={`row-${row}`}>
            {words.rows[row]}
            <small>{words.supposed[row]}</small>
          </h3>
          {compared.map(({ part, place, book }) => (
            <div key={part} className={styles.cell} data-part={part}>
              <WhosePlace place={place} />
              {book.kind === 'book' ? (
                <RowCell answer={rowAnswer(book.compiled, row, choices)} open={OPEN_LINES[row]} words={words} />
              ) : (
                <p className={styles.cite}>{shortNote(book, words)}</p>
              )}
            </div>
          ))}
        </section>
      ))}
      <Danger compared={compared} words={words} />
    </div>
  )
}

/** Read aloud always; seen where the places stand below each other. */
function WhosePlace({ place }: { readonly place: PlaceView }) {
  return (
    <p className={styles.whose} lang="en">
      {place.name}
    </p>
  )
}

type BookNoteProps = { readonly book: BookState; readonly words: AnswerWords }

/** What has to be said of a book once, under the place's name. */
function BookNote({ book, words }: BookNoteProps) {
  switch (book.kind) {
    case 'loading':
      return <p role="status">{words.loading}</p>
    case 'none':
      return <p role="status">{words.noneThen}</p>
    case 'failed':
      return (
        <p role="alert" className={styles.late}>
          {words.failed}{' '}
          <button type="button" onClick={book.again}>
            {words.again}
          </button>
        </p>
      )
    case 'book':
      return book.isOlder ? <p role="status">{words.older}</p> : null
  }
}

function shortNote(book: BookState, words: AnswerWords): string {
  if (book.kind === 'failed') return words.notLoaded
  return book.kind === 'none' ? words.notInLibrary : words.loading
}

function Danger({ compared, words }: { readonly compared: readonly Compared[]; readonly words: AnswerWords }) {
  const proofs = compared.flatMap(({ part, place, book }) =>
    book.kind === 'book' ? [{ part, place, proof: dangerProof(book.compiled) }] : [],
  )
  const broken = proofs.filter(({ proof }) => proof.broken !== undefined)
  // Said of both or of none: what is not known of one place is not said of it by silence.
  const isSafe = broken.length === 0 && proofs.length === compared.length
  return (
    <section aria-labelledby="row-danger">
      <h3 id="row-danger">{words.danger}</h3>
      <div className={styles.danger}>
        {broken.map(({ part, place, proof }) => (
          <p key={part}>
            <b>
              <span lang="en">{place.name}</span>: {words.broken} <span lang="en">{proof.broken}</span>
            </b>
          </p>
        ))}
        <p>
          <b>
            {isSafe && `${words.safe} `}
            {words.emergency}
          </b>
        </p>
        <p className={styles.cite}>
          {proofs.map(({ part, place, proof }) => (
            <Fragment key={part}>
              {part === 'b' && ' '}
              <Duty place={place} duty={proof.duty} words={words} />
            </Fragment>
          ))}
        </p>
      </div>
    </section>
  )
}

type DutyProps = { readonly place: PlaceView; readonly duty: DangerProof['duty']; readonly words: AnswerWords }

function Duty({ place, duty, words }: DutyProps) {
  return (
    <>
      {words.duty} <span lang="en">{place.name}</span>:{' '}
      {duty === undefined ? (
        words.noDuty
      ) : (
        <span lang="en">
          <Link to={paths.order} params={{ document: segmentOf(duty.document) }} search={langOf(words)}>
            {duty.cite}
          </Link>
          , {duty.force}.
        </span>
      )}
    </>
  )
}
