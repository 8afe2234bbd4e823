import { foldName } from '@/lib/people/name.rules'

const wordsOf = (name: string): readonly string[] =>
  foldName(name)
    .split(' ')
    .filter((word) => word.length > 1)

/**
 * Whether a typed name could be the name of a suspect: every word of the shorter one stands in the longer one. It says yes too often
 * rather than too seldom: anyone who asks is told to talk to a colleague, and nothing else.
 */
export const couldBe = (typed: string, kept: string): boolean => {
  const [a, b] = [wordsOf(typed), wordsOf(kept)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 0 && short.every((word) => long.includes(word))
}
