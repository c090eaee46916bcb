import { type ReactNode, useId } from 'react'
import styles from './gallery.module.css'

/** One group of the sheet. */
export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id} className={styles.groupTitle}>
        {title}
      </h2>
      {children}
    </section>
  )
}

/** One component in one state, with the name of the state under it. */
export function Specimen({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <figure className={styles.specimen}>
      <div className={styles.shown}>{children}</div>
      <figcaption className={styles.name}>{name}</figcaption>
    </figure>
  )
}

/** A phone's width, 390 px, in which a field screen stands. */
export function Phone({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <figure className={styles.phone}>
      <div className={styles.phoneScreen}>{children}</div>
      <figcaption className={styles.name}>{name}</figcaption>
    </figure>
  )
}
