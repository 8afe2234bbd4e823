import { expect, it } from 'vitest'
import { ASKED, pairsOf, RULES, walk } from '../support/silence-walk'
import { FACTS } from '@/lib/deadlines/vocabulary.rules'

it('finds silence nowhere, with every pair of all facts', () => {
  expect(walk(RULES, ASKED, () => pairsOf(FACTS)).slice(0, 20)).toEqual([])
})
