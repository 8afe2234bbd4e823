import { groupBy } from '@/lib/shared/group-by'

/** In groups of one key each, in the order in which they come. */
export const inGroups = <T>(
  all: Iterable<T>,
  keyOf: (one: T) => string,
): readonly (readonly [T, ...T[]])[] => [...groupBy(all, keyOf).values()]
