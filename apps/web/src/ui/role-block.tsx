import type { ReactNode } from 'react'
import styles from './role-block.module.css'

/** The block "Now": what each role must, may and must not do. Its children are `RoleBlock`s. */
export function RoleBlocks({ children }: { readonly children: ReactNode }) {
  return <dl className={styles.blocks}>{children}</dl>
}

type RoleBlockProps = {
  /** The role: "Officer". */
  readonly name: string
  /** `RuleLine`s, each with `who` set to the same name so that it can be read aloud alone. */
  readonly children: ReactNode
}

export function RoleBlock({ name, children }: RoleBlockProps) {
  return (
    <div className={styles.block}>
      <dt className={styles.role}>{name}</dt>
      <dd className={styles.lines}>{children}</dd>
    </div>
  )
}
