/** Could somebody met today be a person we know? A hint while one types: it never decides and never blocks. */
import { foldName } from '@/lib/people/name.rules'

/** Letters to change, to add or to leave out; counted up to two. */
const isNear = (a: string, b: string): boolean => {
  if (a === b) return true
  const most = Math.min(a.length, b.length) >= 6 ? 2 : 1
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > most) return false
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1]
    for (const [j, other] of [...b].entries())
      row.push(
        Math.min((row[j] ?? 0) + 1, (before[j + 1] ?? 0) + 1, (before[j] ?? 0) + (letter === other ? 0 : 1)),
      )
    before = row
  }
  return (before.at(-1) ?? most + 1) <= most
}

/** How well a known name fits one that was heard: 2 the same words, 1 near or a part of it, 0 not. */
export const likeness = (heard: string, known: string): 0 | 1 | 2 => {
  const words = (name: string): string[] =>
    foldName(name)
      .split(' ')
      .filter((word) => word !== '')
      .sort()
  const [a, b] = [words(heard), words(known)]
  if (a.length === 0 || b.length === 0) return 0
  if (a.join(' ') === b.join(' ')) return 2
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.every((word) => long.some((other) => isNear(word, other))) ? 1 : 0
}
