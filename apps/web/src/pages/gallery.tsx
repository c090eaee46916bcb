import { useState } from 'react'
import { chooseTheme, chosenTheme } from '../theme.ts'
import { DemoChip } from '../ui/demo-chip.tsx'
import { PageHeader, PageTitle } from '../ui/page-header.tsx'
import { ThemeSwitch } from '../ui/theme-switch.tsx'
import { BadgeSheets } from './gallery/badges.tsx'
import { DeskParts } from './gallery/desk.tsx'
import { FieldScreens } from './gallery/field.tsx'
import styles from './gallery/gallery.module.css'
import { PublicParts } from './gallery/public.tsx'
import { StatesSheet } from './gallery/states.tsx'

const NAV = [
  { label: 'The cases', href: '#cases' },
  { label: 'What must an officer do?', href: '#badges', current: true },
  { label: 'Orders', href: '#orders' },
  { label: 'Verify', href: '#verify' },
  { label: 'Transparency', href: '#transparency' },
]

/** Every component in every state, on sample data: the sheet that is looked at, and tested, in both themes. */
export function Gallery() {
  const [chosen, setChosen] = useState(chosenTheme)
  const choose = (choice: Parameters<typeof chooseTheme>[0]) => {
    chooseTheme(choice)
    setChosen(chosenTheme())
  }
  return (
    <>
      <title>Gallery: Remit</title>
      <PageHeader
        nav={NAV}
        utilities={
          <>
            <DemoChip />
            <a href="#es" lang="es">
              Español
            </a>
            <a href="#sign-in">Sign in</a>
          </>
        }
      />
      <main>
        <PageTitle title="Gallery">
          Every component in every state. Sample data: each unit, receipt, time and order here is invented.
        </PageTitle>
        <div className={styles.top}>
          <DemoChip words="Sample data, 28 Sep 2019" />
          <ThemeSwitch
            theme={chosen.theme}
            onTheme={(theme) => choose({ theme })}
            contrast={chosen.contrast}
            onContrast={(contrast) => choose({ contrast })}
          />
        </div>
        <BadgeSheets />
        <FieldScreens />
        <DeskParts />
        <PublicParts />
        <StatesSheet />
      </main>
    </>
  )
}
