/** How near two words sound. Sounds are spelled by the database (app.sound), so that what is stored and what is asked agree. */

/** Letters that are heard for one another, and what it costs to take one for the other. */
const NEAR: readonly (readonly [string, number])[] = [
  ['yi', 0.05],
  ['uw', 0.1],
  ['vw', 0.25],
  ['jy', 0.3],
  ['hx', 0.25],
  ['gh', 0.3],
  ['bp', 0.3],
  ['td', 0.3],
  ['kg', 0.3],
  ['kx', 0.3],
  ['gx', 0.35],
  ['fv', 0.25],
  ['sz', 0.2],
  ['sc', 0.3],
  ['jc', 0.35],
  ['jz', 0.4],
  ['js', 0.5],
  ['cz', 0.45],
  ['ck', 0.5],
  ['gj', 0.5],
  ['mn', 0.5],
  ['dz', 0.5],
  ['ts', 0.5],
  ['dj', 0.5],
  ['tj', 0.6],
  ['bv', 0.4],
  ['pf', 0.5],
  ['lr', 0.8],
]
const costs = new Map(
  NEAR.flatMap(([pair, cost]) => [
    [pair, cost],
    [[...pair].reverse().join(''), cost],
  ]),
)
const isVowel = (letter: string): boolean => 'aeiou'.includes(letter)
/** A letter that is often not written, or not heard. */
const isWeak = (letter: string): boolean => 'hwy'.includes(letter)
const weightOf = (letter: string): number => (isVowel(letter) ? 0.4 : isWeak(letter) ? 0.4 : 1)
const toChange = (one: string, other: string): number => {
  if (one === other) return 0
  const known = costs.get(one + other)
  if (known !== undefined) return known
  if (isVowel(one) && isVowel(other)) return 0.2
  return Math.max(weightOf(one), weightOf(other)) * 1.2
}

/** What a word begins with is rarely misheard. */
const CARE = 1.2

const distance = (a: string, b: string): number => {
  let before = [0]
  for (const [j, other] of [...b].entries())
    before.push((before[j] ?? 0) + weightOf(other) * (j === 0 ? CARE : 1))
  for (const [i, letter] of [...a].entries()) {
    const row = [(before[0] ?? 0) + weightOf(letter) * (i === 0 ? CARE : 1)]
    for (const [j, other] of [...b].entries())
      row.push(
        Math.min(
          (row[j] ?? 0) + weightOf(other),
          (before[j + 1] ?? 0) + weightOf(letter),
          (before[j] ?? 0) + toChange(letter, other) * (i === 0 && j === 0 ? CARE : 1),
        ),
      )
    before = row
  }
  return before.at(-1) ?? 0
}

const isBare = (sound: string): boolean => sound.startsWith('*')
/** What is left of a word when its vowels are not written. */
const boneOf = (sound: string): string => sound.replace(/[*aeiouwy]/gu, '')
const total = (sound: string): number => [...sound].reduce((sum, letter) => sum + weightOf(letter), 0)

/** From 0 (nothing alike) to 1 (the same). A word of a script without vowels is compared by its consonants. */
export const likenessOfSounds = (a: string, b: string): number => {
  if (a === b) return 1
  if (isBare(a) || isBare(b)) {
    const [one, other] = [boneOf(a), boneOf(b)]
    const most = Math.max(total(one), total(other))
    return most === 0 ? 0 : Math.max(0, 0.97 - distance(one, other) / most)
  }
  const most = Math.max(total(a), total(b))
  return most === 0 ? 0 : Math.max(0, 1 - distance(a, b) / most)
}
