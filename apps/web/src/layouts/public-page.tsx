import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PUBLIC_NAV } from '../paths.ts'
import { DemoChip } from '../ui/demo-chip.tsx'
import { PageHeader, PageTitle, type RenderLink } from '../ui/page-header.tsx'

type PublicPageProps = {
  /** The page's one heading, and the first part of the window's title. */
  readonly title: string
  /** The title's language where it is not the page's: an order's own title. */
  readonly titleLang?: string
  /** One or two sentences beside the heading. */
  readonly lead?: ReactNode
  /** In place of `title` in the strip under the header, where the title is part of a sentence. */
  readonly strip?: ReactNode
  /** Before the demo chip: the page in another language. */
  readonly utilities?: ReactNode
  /** The names of the pages in another language, by address, and what the list of them is called. */
  readonly words?: { readonly nav: Readonly<Record<string, string>>; readonly pages: string }
  readonly children: ReactNode
}

/** A page that needs no account: header with the pages' names, heading, content. */
export function PublicPage({ title, titleLang, lead, strip, utilities, words, children }: PublicPageProps) {
  const { pathname } = useLocation()
  const nav = PUBLIC_NAV.map(({ label, href }) => ({
    label: words?.nav[href] ?? label,
    href,
    current: isWithin(pathname, href),
  }))
  return (
    <>
      <title>{`${title}: Remit`}</title>
      <PageHeader
        nav={nav}
        {...(words === undefined ? {} : { navLabel: words.pages })}
        utilities={
          <>
            <DemoChip />
            {utilities}
          </>
        }
        link={routerLink}
      />
      <main>
        {strip ?? (
          <PageTitle title={title} {...(titleLang ? { lang: titleLang } : {})}>
            {lead}
          </PageTitle>
        )}
        {children}
      </main>
    </>
  )
}

const routerLink: RenderLink = ({ href, className, current, children }) => (
  <Link to={href} className={className} aria-current={current ? 'page' : undefined}>
    {children}
  </Link>
)

/** Whether a path is a page's own or below it: `/orders/us/il` is within `/orders`. The first page is only itself. */
function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`))
}
