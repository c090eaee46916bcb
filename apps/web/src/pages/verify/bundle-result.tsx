import { webCrypto } from '@remit/record/checkpoints/web-crypto.ts'
import type { Check, CheckName } from '@remit/record/proofs/check.ts'
import { type BundleReport, verifyBundle } from '@remit/record/proofs/verify-bundle.ts'
import { useEffect, useState } from 'react'
import { Loading } from '../../ui/empty-state.tsx'
import { Icon } from '../../ui/icon.tsx'
import { usePublishedKeys } from './use-published.ts'
import styles from './verify.module.css'

/** An exported incident, verified here against the keys that the agencies publish. */
export function BundleResult({ text }: { readonly text: string }) {
  const keys = usePublishedKeys()
  const [report, setReport] = useState<{ readonly of: string; readonly report: BundleReport }>()
  useEffect(() => {
    if (keys === undefined) return
    let isCurrent = true
    verifyBundle(text, { ...webCrypto(crypto.subtle), trustedKeys: keys }).then((report) => {
      if (isCurrent) setReport({ of: text, report })
    })
    return () => {
      isCurrent = false
    }
  }, [text, keys])
  if (report?.of !== text) return <Loading what="the published keys" />
  return <Report report={report.report} />
}

function Report({ report }: { readonly report: BundleReport }) {
  return (
    <section>
      <h2>{report.kind === 'verified' ? 'The file is as it was recorded' : 'The file could not be verified'}</h2>
      {report.kind === 'verified' ? (
        <p>
          {report.events.length} events of {report.stream} stand in the log of {report.agency}, which had{' '}
          {report.checkpoint.size} leaves when it was signed. None between the first and the last is missing. It does
          not show that an event tells the truth, nor that nothing was recorded after it.
        </p>
      ) : (
        <p>At least one check failed, so nothing that the file says is shown.</p>
      )}
      <h3>What was checked</h3>
      <ol className={styles.checks}>
        {report.checks.map((check) => (
          <CheckLine key={check.name} check={check} />
        ))}
      </ol>
    </section>
  )
}

const WORDS: Readonly<Record<CheckName, string>> = {
  form: 'The file is an exported incident.',
  key: 'The log’s key is one that an agency here publishes.',
  checkpoint: 'The log signed the size and the root that the proofs lead to.',
  leaves: 'Every entry is one of this agency’s, and none is there twice.',
  inclusion: 'Every entry stands in the log at the place given.',
  disclosure: 'Every value shown is the one that was recorded.',
  sequence: 'The events are numbered without a gap, in the order in which they were recorded.',
}

function CheckLine({ check }: { readonly check: Check }) {
  const words = WORDS[check.name]
  switch (check.outcome) {
    case 'passed':
      return (
        <li>
          <Icon name="check" /> <b>Passed:</b> {words}
        </li>
      )
    case 'failed':
      return (
        <li>
          <b>Failed:</b> {words}
          <ul>
            {check.problems.slice(0, PROBLEMS_MAX).map(({ message, fix, place }) => (
              <li key={`${JSON.stringify(place)} ${message}`}>
                {message}; {fix}.
              </li>
            ))}
            {check.problems.length > PROBLEMS_MAX && <li>and {check.problems.length - PROBLEMS_MAX} more.</li>}
          </ul>
        </li>
      )
    case 'not-reached':
      return (
        <li>
          <b>Not reached:</b> {words}
        </li>
      )
  }
}

/** One wrong byte can fail every entry; nobody reads more than these. */
const PROBLEMS_MAX = 3
