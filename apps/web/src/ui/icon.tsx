import styles from './icon.module.css'

export type IconName = keyof typeof PATHS

/** Drawn on a 24 by 24 field; `hand` is filled, the others are strokes. */
const PATHS = {
  struck: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M5.8 18.2 18.2 5.8',
  hand: 'M1.5 8.6h3v10.6h-3zM5.8 9.2 9.9 8.5l2.3-3.7c.9-1.4 3-.6 2.7 1.1-.1.9-.5 1.7-1 2.5h7.2a1.75 1.75 0 0 1 0 3.5h-5.3a1.5 1.5 0 0 1-.2 2.7 1.5 1.5 0 0 1-.8 2.6 1.4 1.4 0 0 1-1.3 2H9.6l-3.8-1.3z',
  danger: 'M12 3.2 22 20.6H2zM12 9.6v5M12 17.4v.2',
  check: 'm5 12.8 4.6 4.7L19.5 7',
  cross: 'M6 6l12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  right: 'm9 6 6 6-6 6',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13M15.5 15.5l5 5',
  arrow: 'M4 12h16M14 6l6 6-6 6',
} as const

/** A glyph of the size of its text. Always beside words that say the same, so it is hidden from screen readers. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true" data-filled={name === 'hand' || undefined}>
      <path d={PATHS[name]} />
    </svg>
  )
}
