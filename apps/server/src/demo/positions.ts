/**
 * Positions of the demo agencies, in place of a real directory until sign-in exists. Positions are invented and
 * name no person; every screen that uses them carries the Demo mark.
 */
import type { Position } from '@remit/contract/shapes.ts'

const BEATS: { readonly [agency: string]: readonly [string, string] } = {
  'us/il/chicago/police/demo': ['0733', '0734'],
  'us/va/fairfax-county/police/demo': ['0411', '0412'],
  'us/tx/houston/police/demo': ['1210', '1211'],
}

/** The positions of a demo agency; none for any other agency. */
export function demoPositions(agency: string): readonly Position[] {
  const beats = BEATS[agency]
  if (beats === undefined) return []
  const [first, second] = beats
  const zone = Number.parseInt(first.slice(0, 2), 10)
  return [
    { id: `dispatcher-${zone}`, title: `Dispatcher, zone ${zone}`, role: 'dispatcher' },
    { id: `officer-${first}`, title: `Officer ${first}`, role: 'officer', beat: first },
    { id: `officer-${second}`, title: `Officer ${second}`, role: 'officer', beat: second },
    { id: `sergeant-${zone}30`, title: `Sergeant ${zone}30`, role: 'supervisor', chain: 'sergeant' },
    { id: `sergeant-${zone}40`, title: `Sergeant ${zone}40`, role: 'supervisor', chain: 'sergeant' },
    { id: `lieutenant-${zone}`, title: `Lieutenant ${zone}`, role: 'supervisor', chain: 'lieutenant' },
    {
      id: `watch-commander-${zone}`,
      title: `Watch commander ${zone}`,
      role: 'watch-commander',
      chain: 'watch-commander',
    },
    { id: `lockup-${zone}`, title: `Lockup, zone ${zone}`, role: 'jailer' },
    { id: `inspector-${zone}`, title: `Inspector ${zone}`, role: 'staff' },
  ]
}
