import type { Reader } from './reader.data'

export type Colleague = { readonly id: string; readonly name: string }

/** Those who may be given something to do in a file, each once, in the order of the list. */
export const toColleagues = (readers: readonly Reader[]): Colleague[] =>
  readers
    .filter(({ works }) => works)
    .filter(({ staffId }, index, all) => all.findIndex((one) => one.staffId === staffId) === index)
    .map(({ staffId, name }) => ({ id: staffId, name }))
