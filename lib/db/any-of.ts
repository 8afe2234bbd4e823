/**
 * One of these conditions, for a list that is put together as the application runs; null when there is none, so that anyone who asks
 * says what that means. Prisma takes an empty OR for no condition at all: everyone, where no one was meant.
 */
export const anyOf = <W>([first, ...more]: readonly W[]): { OR: W[] } | null =>
  first === undefined ? null : { OR: [first, ...more] }
