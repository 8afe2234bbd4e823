// Names of the sheets of a workbook: office programs refuse the whole file for one that is not allowed or is there twice.

import { clean } from './clean.rules'

const LONGEST = 31

/** Signs that no name of a sheet may hold, and the apostrophe, which may not be at its ends. */
const named = (wish: string): string =>
  clean(wish)
    .replaceAll(/[\\/?*[\]:\t\n]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^['\s]+|['\s]+$/g, '')

/** The first so many units of a text, without half a sign at its end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
    .replace(/'+$/, '')

/** One name a wish, in its order: at most 31 signs, none twice whatever its capitals, never the one that Excel keeps for itself. */
export const sheetNames = (wishes: readonly string[]): readonly string[] => {
  const taken = new Set(['history'])
  return wishes.map((wish, index) => {
    const base = cut(named(wish), LONGEST) || String(index + 1)
    let name = base
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) {
      const suffix = ` (${number})`
      name = `${cut(base, LONGEST - suffix.length)}${suffix}`
    }
    taken.add(name.toLowerCase())
    return name
  })
}
