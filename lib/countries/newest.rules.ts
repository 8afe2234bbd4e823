// What newer figures do to a chart that was made for the figures of a profile.

import { type Chart, factsOf } from './chart.rules'
import { type Fact, yearsOf } from './fact.rules'
import { namedIn } from './sentence.rules'

const original = (fact: Fact): Fact => fact.editions.find(({ version }) => version === 1) ?? fact

/** Whether it now tells of another period than the profile did. */
export const isMoved = (fact: Fact): boolean => {
  const { periodStart, periodEnd } = original(fact)
  return fact.version > 1 && (fact.periodStart !== periodStart || fact.periodEnd !== periodEnd)
}

/** Every fact that a chart shows, lists or says of which a newer figure stands. */
export const newestOf = (chart: Chart, facts: ReadonlyMap<string, Fact>): readonly Fact[] =>
  [...new Set([...factsOf(chart), ...namedIn(chart.title.en), ...namedIn(chart.sentence.en)])].flatMap(
    (slug) => {
      const fact = facts.get(slug)
      return fact !== undefined && fact.version > 1 ? [fact] : []
    },
  )

/** What a fact says of each year: its newest version of that year, and not one that was withdrawn. */
export const yearlyOf = (fact: Fact): readonly Fact[] => {
  const byYear = new Map<number | undefined, Fact>()
  for (const edition of [fact, ...fact.editions]) {
    const [year] = yearsOf(edition)
    if (edition.withdrawn === null && !byYear.has(year)) byYear.set(year, edition)
  }
  return [...byYear.values()]
}
