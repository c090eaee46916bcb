import { type Connection, connectionWords } from '../words/connection.ts'
import styles from './connection-line.module.css'

/** Whether this screen is up to date. A filled dot, or a hollow amber ring while offline; the words say the same. */
export function ConnectionLine({
  connection,
  timeZone,
}: {
  readonly connection: Connection
  readonly timeZone: string
}) {
  return (
    <span className={styles.line} role="status">
      <i className={styles.dot} data-offline={connection.kind === 'offline' || undefined} aria-hidden="true" />
      <span>{connectionWords(connection, timeZone)}</span>
    </span>
  )
}
