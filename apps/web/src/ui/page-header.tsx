import type { ReactNode } from 'react'
import styles from './page-header.module.css'

export type NavItem = { readonly label: string; readonly href: string; readonly current?: boolean }

/** What a link of the header needs; pages pass one that renders the router's own link. */
export type RenderLink = (link: {
  readonly href: string
  readonly className: string | undefined
  readonly current: boolean
  readonly children: ReactNode
}) => ReactNode

type PageHeaderProps = {
  readonly nav: readonly NavItem[]
  /** What the list of pages is called, in the page's language. */
  readonly navLabel?: string
  /** Demo chip, language, sign in. */
  readonly utilities?: ReactNode
  readonly link?: RenderLink
}

/** The public pages' header: the name, the pages, and at the end whatever serves the reader. */
export function PageHeader({ nav, navLabel = 'Pages', utilities, link = plainLink }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      {link({ href: '/', className: styles.brand, current: false, children: 'Remit' })}
      <nav className={styles.nav} aria-label={navLabel}>
        <ul>
          {nav.map((item) => (
            <li key={item.href}>
              {link({
                href: item.href,
                className: styles.page,
                current: item.current === true,
                children: item.label,
              })}
            </li>
          ))}
        </ul>
      </nav>
      {utilities && <div className={styles.utilities}>{utilities}</div>}
    </header>
  )
}

const plainLink: RenderLink = ({ href, className, current, children }) => (
  <a href={href} className={className} aria-current={current ? 'page' : undefined}>
    {children}
  </a>
)

type PageTitleProps = {
  readonly title: string
  readonly lang?: string
  /** One or two sentences beside it. */
  readonly children?: ReactNode
}

/** The strip under the header, first in `<main>`: the page's title and what it is. */
export function PageTitle({ title, lang, children }: PageTitleProps) {
  return (
    <div className={styles.titleStrip}>
      <h1 lang={lang}>{title}</h1>
      {children && <div className={styles.lead}>{children}</div>}
    </div>
  )
}

/** The name with its mark, where it is no link: desk, studio, paper. */
export function Brand() {
  return <span className={styles.brand}>Remit</span>
}
