import { DIMENSION_IDS } from '@/lib/reporting/dimension.rules'
import { FIGURE_IDS } from '@/lib/reporting/figure.rules'
import { COUNT_REACHES } from '@/lib/shared/count-reach'
import type { Search } from '@/lib/shared/search'
import type { RandomDraw } from './random-draw'
import { RANDOM_OWN } from './random-own'

const HOSTILE = [
  '',
  ' ',
  "'",
  '"',
  "f'; DROP TABLE encounter; --",
  'fact."person_id"',
  '__proto__',
  'constructor',
  'toString',
  'people_met.',
  '.people_met',
  'people_met.sex~f~m',
  'sex~',
  '~f',
  'sex~f\u0000',
  '\ud800',
  '💥',
  '%00',
  'null',
  '-',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '-000001-01-01',
  '+12026-01-01',
  'x'.repeat(5000),
]

/** Own fields, and what looks like one and is none that may be counted. */
const OWN = [
  ...RANDOM_OWN.map(({ id }) => id),
  'own:person:illness',
  'own:file:insured',
  'own:person:gone',
  'own::',
  'own:place:shelter',
]

/** An address of a report that is mostly well meant, and now and then not at all. */
export const drawAddress = (draw: RandomDraw, offices: readonly string[]): Search => {
  const dimension = (): string => (draw.chance(0.25) ? draw.pick(OWN) : draw.pick(DIMENSION_IDS.codes))
  const value = (): string =>
    draw.pick([
      'f',
      'yes',
      'v1',
      'v4',
      'seen',
      '-',
      'not_recorded',
      '2026-05',
      '2026-Q2',
      'minor',
      'GN',
      'open',
      '18-24',
      "o'x",
    ])
  const only = (): string => `${dimension()}~${value()}`
  const column = (): string =>
    draw.chance(0.7) ? draw.pick(FIGURE_IDS.codes) : `${draw.pick(FIGURE_IDS.codes)}.${only()}`
  const day = (): string => (draw.chance(0.9) ? draw.day() : draw.pick(HOSTILE))
  const MEANT: Readonly<Record<string, () => string>> = {
    reach: () => draw.pick(COUNT_REACHES.codes),
    from: day,
    until: day,
    office: () => (draw.chance(0.8) ? draw.pick(offices) : draw.pick(offices).toUpperCase()),
    by: dimension,
    split: dimension,
    column,
    only,
  }
  const search: Record<string, string | string[]> = {}
  for (const [name, write] of Object.entries(MEANT)) {
    if (draw.chance(0.3)) continue
    const text = (): string =>
      draw.chance(0.08) ? draw.pick(HOSTILE) : draw.chance(0.05) ? `${write()}${draw.pick(HOSTILE)}` : write()
    search[name] = draw.chance(0.6) ? text() : Array.from({ length: draw.int(0, 4) }, text)
  }
  if (draw.chance(0.2)) search[draw.pick(HOSTILE)] = draw.pick(HOSTILE)
  return search
}
