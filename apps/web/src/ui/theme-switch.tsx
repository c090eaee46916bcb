import { Segmented } from './segmented.tsx'
import styles from './theme-switch.module.css'

type ThemeSwitchProps = {
  readonly theme: 'by-page' | 'day' | 'night'
  readonly onTheme: (theme: 'by-page' | 'day' | 'night') => void
  readonly contrast: 'by-device' | 'more'
  readonly onContrast: (contrast: 'by-device' | 'more') => void
}

/** Day, night, or by page; and more contrast. */
export function ThemeSwitch({ theme, onTheme, contrast, onContrast }: ThemeSwitchProps) {
  return (
    <div className={styles.switch}>
      <Segmented
        label="Light"
        value={theme}
        onChange={onTheme}
        options={[
          { value: 'by-page', label: 'By page' },
          { value: 'day', label: 'Day' },
          { value: 'night', label: 'Night' },
        ]}
      />
      <Segmented
        label="Contrast"
        value={contrast}
        onChange={onContrast}
        options={[
          { value: 'by-device', label: 'By device' },
          { value: 'more', label: 'More contrast' },
        ]}
      />
    </div>
  )
}
