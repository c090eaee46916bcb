import type { OpenIncident } from '@remit/contract/commands.ts'

export type Drafted = Omit<OpenIncident, 'as' | 'startsAt'>
