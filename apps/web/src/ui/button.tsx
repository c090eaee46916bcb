import type { ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'
import { Kbd } from './kbd.tsx'
import { pressOf } from './press.ts'

export type ButtonKind = 'primary' | 'plain' | 'quiet'

type ButtonProps = {
  readonly kind?: ButtonKind
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  /** Why it cannot be pressed now: its title, and read with it, because it can still be focused. */
  readonly unavailable?: string
  /** The key that does the same: "F4". */
  readonly shortcut?: string
  readonly children: ReactNode
}

/** A button for a mouse and a keyboard, 36 px high: desk, studio, public pages. On touch screens use `FieldButton`. */
export function Button({ kind = 'plain', onPress, type = 'button', unavailable, shortcut, children }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass(kind)}
      onClick={pressOf(onPress, unavailable)}
      aria-disabled={unavailable !== undefined}
      aria-description={unavailable}
      title={unavailable}
      aria-keyshortcuts={shortcut}
    >
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  )
}

/** For a router's link that looks like a button. */
export function buttonClass(kind: ButtonKind): string {
  return classNames(styles.button, styles[kind])
}
