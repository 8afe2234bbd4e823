import { describe, it } from 'vitest'
import { judge } from '@/tests/support/peers/judge'
import { peerTables } from '@/tests/support/peers/peer-tables'
import { drawn } from '@/tests/support/sweep'

describe('exact tables of the shapes on which other programs were measured', () => {
  // The smallest; the next one in a sweep. The two large ones take minutes: npm run stress -- exact-tables.
  for (const table of peerTables.slice(0, drawn(1, 2)))
    it(
      `${table.name}: no cell is narrow, and no more is withheld than by the best peer and a fortieth`,
      () => judge(table),
      300_000,
    )
})
