/** `conformance/kit/`: the good cases as plain JSON, for other implementations. */
import { kitFiles } from '../../conformance/kit.ts'
import type { Pages } from './pages.ts'

export async function kitPages(): Promise<Pages> {
  return new Map([...(await kitFiles())].map(([name, text]) => [`conformance/kit/${name}`, text]))
}
