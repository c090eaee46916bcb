/** What an editor and the server say to each other beside the protocol. */
import type { InitializeParams } from 'vscode-languageserver'

/** Sent after each stage of checking, so that an editor can show in which book a document was checked. */
export const CHECKED = 'remit/checked'

/** What an editor may say at the start, under `initializationOptions`. */
export type Options = {
  /** The address of the folder of the orders, where it is not to be searched for. */
  readonly orders?: string
  /** What stands before `CODE.md` in the address of a finding's page. */
  readonly findingPages?: string
}

/** The options that are of the right form; others are passed over. */
export function optionsOf(params: InitializeParams | undefined): Options {
  const options: unknown = params?.initializationOptions
  if (typeof options !== 'object' || options === null) return {}
  const { orders, findingPages } = options as { readonly [option: string]: unknown }
  return {
    ...(typeof orders === 'string' && orders !== '' ? { orders } : {}),
    ...(typeof findingPages === 'string' ? { findingPages } : {}),
  }
}
