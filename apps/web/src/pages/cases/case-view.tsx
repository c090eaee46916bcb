import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { paths } from '../../paths.ts'
import { useMedia } from '../../ui/media.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { Case, ScriptedCase, Statement } from './case.ts'
import { CasePartView } from './case-part.tsx'
import { CaseRunView } from './case-run-view.tsx'
import styles from './cases.module.css'
import { Issued } from './issued.tsx'

type CaseViewProps = {
  readonly case: Case
  readonly runNumber: number
  /** On a narrow screen the list stands above, so a case that was chosen there is brought into view. */
  readonly wasChosen: boolean
}

/** Where the list stands above the case; the style sheet has the same width. */
const NARROW = '(max-width: 60em)'

/** One case: what the article says and what is shown, then the case itself. */
export function CaseView({ case: shown, runNumber, wasChosen }: CaseViewProps) {
  const title = useRef<HTMLHeadingElement>(null)
  const isNarrow = useMedia(NARROW)
  useEffect(() => {
    if (wasChosen && isNarrow) title.current?.scrollIntoView()
  }, [wasChosen, isNarrow])
  return (
    <>
      <h2 id="case-title" ref={title} className={styles.title}>
        {shown.id}: {lowerTitle(shown.title)}
      </h2>
      <div className={styles.head}>
        <div>
          <h3>What the article says</h3>
          {shown.says.map((statement) => (
            <Said key={statement.words} statement={statement} />
          ))}
        </div>
        <div>
          <h3>What is shown</h3>
          <p>{shown.shown}</p>
        </div>
      </div>
      {shown.kind === 'script' ? (
        <Scripted case={shown} runNumber={runNumber} />
      ) : (
        <>
          <CasePartView part={shown.part} />
          {shown.document && (
            <p className={styles.after}>
              <OrderLink document={shown.document} />
            </p>
          )}
        </>
      )}
    </>
  )
}

function Said({ statement: { speaker, words } }: { readonly statement: Statement }) {
  return (
    <p>
      {speaker && <b>{speaker}: </b>}
      {words}
    </p>
  )
}

function Scripted({ case: shown, runNumber }: { readonly case: ScriptedCase; readonly runNumber: number }) {
  const navigate = useNavigate()
  const number = runNumber < shown.runs.length ? runNumber : 0
  const run = shown.runs[number] ?? shown.runs[0]
  const choose = (next: number) =>
    navigate({ to: '/', search: { case: shown.id, ...(next === 0 ? {} : { run: next }) }, resetScroll: false })
  const other = shown.runs[1]
  return (
    <>
      {shown.runsDifferBy === 'date' ? (
        <div className={styles.choice}>
          <Segmented
            label="The day of the stop"
            value={run.name}
            onChange={(name) => choose(shown.runs.findIndex((each) => each.name === name))}
            options={shown.runs.map(({ name }) => ({ value: name, label: name }))}
          />
        </div>
      ) : (
        number > 0 && (
          <p className={styles.different} role="status">
            One fact is different: <b>{run.name.slice(0, 1).toLowerCase() + run.name.slice(1)}.</b>
          </p>
        )
      )}
      {shown.issued && number === 0 && <Issued agency={shown.agency} document={shown.issued} at={run.startsAt} />}
      <CaseRunView
        key={run.name}
        case={shown}
        run={run}
        links={
          <>
            {shown.document && <OrderLink document={shown.document} />}
            {other && shown.runsDifferBy === 'one-fact' && (
              <Link to="/" search={{ case: shown.id, ...(number === 0 ? { run: 1 } : {}) }} resetScroll={false}>
                {number === 0 ? 'What if one fact were different' : 'The case as reported'}
              </Link>
            )}
          </>
        }
      />
    </>
  )
}

function OrderLink({ document }: { readonly document: string }) {
  return (
    <Link to={paths.order} params={{ document: segmentOf(document) }}>
      The order this comes from
    </Link>
  )
}

/** A title goes on after "A1:" in small letters, except where its first word is an abbreviation. */
function lowerTitle(title: string): string {
  return /^[A-Z][a-z]/.test(title) || /^A /.test(title) ? title.slice(0, 1).toLowerCase() + title.slice(1) : title
}
