import { isAnythingHere, openBrowserRecords } from './browser-records'

export { hearChanged } from './browser-windows'

export type Here = {
  /** Of the stores that were named, those that lie in this browser. */
  readonly stores: readonly string[]
  /** Finished texts of theirs that the server does not have yet. */
  readonly unsent: number
}

const records = openBrowserRecords()

/** What lies in this browser of the stores of an account. It needs no key, and says nothing of another account’s. */
export const lookHere = async (named: readonly string[]): Promise<Here> => {
  if (!(await isAnythingHere())) return { stores: [], unsent: 0 }
  const stores = (await records.list('store')).map(({ id }) => id)
  const unsent = (await records.list('item')).filter(
    ({ store, finished, state }) => named.includes(store) && finished && state !== 'arrived',
  )
  return { stores: stores.filter((id) => named.includes(id)), unsent: unsent.length }
}
