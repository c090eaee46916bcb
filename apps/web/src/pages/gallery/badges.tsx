import { Badge, Lapsed } from '../../ui/badge.tsx'
import { LateChip } from '../../ui/late-chip.tsx'
import { SettingChip } from '../../ui/setting-chip.tsx'
import { UnitWord } from '../../ui/unit-word.tsx'
import type { Result } from '../../words/modality.ts'
import styles from './gallery.module.css'
import { Group } from './specimen.tsx'

const MEANINGS: readonly (readonly [Result, string])[] = [
  ['MUST', 'Binding. Filled.'],
  ['MUST NOT', 'Binding. Struck glyph; the word is never struck.'],
  ['MAY', 'Permission. Thin outline.'],
  ['SHOULD', 'Advice. Dashed outline.'],
  ['SHOULD NOT', 'Advice against. Dashed, with the struck glyph.'],
  ['REFER', 'Unsettled. Pointing hand; names whom to ask.'],
  ['OPEN', 'A fact is missing. Question mark; names the fact.'],
  ['SILENT', 'No norm speaks. Plain words, no box.'],
]

/** The badge grammar, day and night side by side. */
export function BadgeSheets() {
  return (
    <Group title="Badges and other marks">
      <div className={styles.sheets}>
        <Sheet theme="day" title="Day" />
        <Sheet theme="night" title="Night" />
      </div>
    </Group>
  )
}

function Sheet({ theme, title }: { readonly theme: 'day' | 'night'; readonly title: string }) {
  return (
    <div className={styles.sheet} data-theme={theme}>
      <h3>{title}</h3>
      {MEANINGS.map(([result, meaning]) => (
        <div key={result} className={styles.badgeRow}>
          <Badge result={result} size="md" />
          <Badge result={result} size="lg" />
          <p>{meaning}</p>
        </div>
      ))}
      <div className={styles.otherRow}>
        <Badge result="MUST" size="sm" />
        <Badge result="MUST NOT" size="sm" />
        <Badge result="REFER" size="sm" />
        <span>20 px, for desk and studio</span>
      </div>
      <div className={styles.otherRow}>
        <Lapsed words="Set aside 21:52" />
        <span>A norm that lapsed has no badge</span>
      </div>
      <div className={styles.otherRow}>
        <LateChip words="On scene late" elapsed="04:12" />
        <span>Time that ran out; a finding; offline</span>
      </div>
      <div className={styles.otherRow}>
        <UnitWord word="PROTECT" />
        <UnitWord word="WAIT" />
        <UnitWord word="LEAVE" />
        <span>Words to units: danger alone is boxed</span>
      </div>
      <div className={styles.otherRow}>
        <SettingChip />
        <span>An agency’s own choice, not law</span>
      </div>
    </div>
  )
}
