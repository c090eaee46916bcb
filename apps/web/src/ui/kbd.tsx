import styles from './kbd.module.css'

/** One key, as it is printed on a keyboard. Two keys at once are two of these. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}

/** The row of keys at the foot of a desk: key, then what it does. */
export function KeyHints({
  hints,
}: {
  readonly hints: readonly { readonly keys: readonly string[]; readonly does: string }[]
}) {
  return (
    <ul className={styles.hints}>
      {hints.map((hint) => (
        <li key={hint.does}>
          {hint.keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          <span>{hint.does}</span>
        </li>
      ))}
    </ul>
  )
}
