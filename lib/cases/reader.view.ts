import type { Reader } from './reader.data'

export type Colleague = { readonly id: string; readonly name: string }

/** Someone who reads a file, with every reason for it: one person is one line, however many ways lead them in. */
export type ReaderWithReasons = Pick<Reader, 'staffId' | 'name'> & {
  readonly reasons: readonly Pick<Reader, 'reason' | 'since' | 'until'>[]
}

export const byReader = (readers: readonly Reader[]): ReaderWithReasons[] =>
  readers
    .filter(({ staffId }, index) => readers.findIndex((one) => one.staffId === staffId) === index)
    .map(({ staffId, name }) => ({
      staffId,
      name,
      reasons: readers
        .filter((one) => one.staffId === staffId)
        .map(({ reason, since, until }) => ({ reason, since, until })),
    }))

/** Those who may be given a task: colleagues at work on the file, and its guests. */
export const toReceivers = (readers: readonly Reader[]): Colleague[] =>
  toColleagues(readers.map((one) => ({ ...one, works: one.works || one.reason === 'guest' })))

/** Those who may be given something to do in a file, each once, in the order of the list. */
export const toColleagues = (readers: readonly Reader[]): Colleague[] =>
  readers
    .filter(({ works }) => works)
    .filter(({ staffId }, index, all) => all.findIndex((one) => one.staffId === staffId) === index)
    .map(({ staffId, name }) => ({ id: staffId, name }))
