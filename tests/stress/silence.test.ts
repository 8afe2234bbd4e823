import { expect, it } from 'vitest'
import { FACTS } from '@/lib/deadlines/vocabulary.rules'
import { ASKED, pairsOf, RULES, walk } from '../support/silence-walk'

it('finds silence nowhere, with every pair of all facts', () => {
  expect(walk(RULES, ASKED, () => pairsOf(FACTS.codes)).slice(0, 20)).toEqual([])
})
