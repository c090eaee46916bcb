import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './field-button.module.css'
import { pressOf } from './press.ts'

/** `primary`: the one act of the screen. `plain`: an answer. `quiet`: a way out, such as "I don't know". */
export type FieldButtonKind = 'primary' | 'plain' | 'quiet'

type FieldButtonProps = {
  readonly kind?: FieldButtonKind
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  /** Why it cannot be pressed now; shown under it. A button that cannot be pressed says why, and is not hidden. */
  readonly unavailable?: string
  readonly children: ReactNode
}

/** A button for a thumb: at least 48 px high, as wide as its column. */
export function FieldButton({ kind = 'plain', onPress, type = 'button', unavailable, children }: FieldButtonProps) {
  return (
    <>
      <button
        type={type}
        className={fieldButtonClass(kind)}
        onClick={pressOf(onPress, unavailable)}
        aria-disabled={unavailable !== undefined}
        aria-description={unavailable}
      >
        {children}
      </button>
      {unavailable && <p className={styles.unavailable}>{unavailable}</p>}
    </>
  )
}

/** For a router's link that looks like a field button. */
export function fieldButtonClass(kind: FieldButtonKind): string {
  return classNames(styles.button, styles[kind])
}
