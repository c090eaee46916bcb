import { useId, useState } from 'react'
import type { Result } from '../words/modality.ts'
import { Badge } from './badge.tsx'
import styles from './force-ladder.module.css'
import { Icon } from './icon.tsx'

/** One norm in the answer to "why". A filled node holds, a hollow one does not apply, waits, or was replaced. */
export type LadderStep = {
  /** "Memo ¶2, supervisor", "State statute". */
  readonly title: string
  /** "Decides", "Starts when you direct", "Also holds, before and after", "Replaced at 21:57". */
  readonly standing: string
  readonly decides?: boolean
  readonly holds: boolean
  /** What it says, where it holds. A duty that has not begun has no badge. */
  readonly says?: { readonly result: Result; readonly act: string }
  /** What it said, or will say, or why it does not apply, in words. */
  readonly words?: string
  readonly citation?: string
  /** The sentence of the order itself. */
  readonly quote?: string
}

type ForceLadderProps = {
  /** "You came on scene at 21:57, so ¶2 of the memo replaced ¶1." */
  readonly lead?: string
  /** Deciding norm first, then what starts next, then what also holds, then what was replaced. */
  readonly steps: readonly LadderStep[]
}

/** The ladder of norms behind an answer, without its heading. */
export function ForceLadder({ lead, steps }: ForceLadderProps) {
  return (
    <>
      {lead && <p className={styles.lead}>{lead}</p>}
      <ol className={styles.ladder}>
        {steps.map((step) => (
          <li key={`${step.title} ${step.standing}`} className={styles.step} data-holds={step.holds || undefined}>
            <div className={styles.head}>
              <span className={styles.title}>{step.title}</span>
              <span className={styles.standing} data-decides={step.decides || undefined}>
                {step.standing}
              </span>
            </div>
            {step.says && (
              <p className={styles.says}>
                <Badge result={step.says.result} size="sm" /> {step.says.act}
              </p>
            )}
            {step.words && <p className={styles.words}>{step.words}</p>}
            {step.quote && <q className={styles.quote}>“{step.quote}”</q>}
            {step.citation && <cite className={styles.cite}>{step.citation}</cite>}
          </li>
        ))}
      </ol>
    </>
  )
}

/** "Why", folded or open, for a phone. */
export function Why({ startOpen = false, ...ladder }: ForceLadderProps & { readonly startOpen?: boolean }) {
  const [open, setOpen] = useState(startOpen)
  const id = useId()
  return (
    <section className={styles.why}>
      <h2>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          Why
          <Icon name={open ? 'up' : 'down'} />
        </button>
      </h2>
      <div id={id} hidden={!open}>
        <ForceLadder {...ladder} />
      </div>
    </section>
  )
}
