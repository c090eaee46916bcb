import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { PUBLIC_NAV } from '../paths.ts'
import { DemoChip } from '../ui/demo-chip.tsx'
import { PageHeader, PageTitle, type RenderLink } from '../ui/page-header.tsx'
import type { Language } from '../words/language.ts'
import { IN_SPANISH, NAV_WORDS } from '../words/public-nav.ts'

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
  /** The language of the page, which its links to other pages keep where those have it. */
  readonly language?: Language
  readonly children: ReactNode
}

/** A page that needs no account: header with the pages' names, heading, content. */
export function PublicPage({ title, titleLang, lead, strip, utilities, language = 'en', children }: PublicPageProps) {
  const { pathname } = useLocation()
  const { names, pages } = NAV_WORDS[language]
  const nav = PUBLIC_NAV.map((href) => ({ label: names[href] ?? href, href, current: isWithin(pathname, href) }))
  return (
    <>
      <title>{`${title}: Remit`}</title>
      <PageHeader
        nav={nav}
        navLabel={pages}
        utilities={
          <>
            <DemoChip />
            {utilities}
          </>
        }
        link={linkIn(language)}
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

function linkIn(language: Language): RenderLink {
  return ({ href, className, current, children }) => {
    const isSame = language === 'en' || IN_SPANISH.has(href)
    return (
      <Link
        to={href}
        search={language !== 'en' && IN_SPANISH.has(href) ? { lang: language } : {}}
        className={className}
        aria-current={current ? 'page' : undefined}
        hrefLang={isSame ? undefined : 'en'}
      >
        {children}
      </Link>
    )
  }
}

/** Whether a path is a page's own or below it: `/orders/us/il` is within `/orders`. The first page is only itself. */
function isWithin(pathname: string, href: string): boolean {
  return pathname === href || (href !== '/' && pathname.startsWith(`${href}/`))
}
