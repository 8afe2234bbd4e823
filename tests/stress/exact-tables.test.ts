import { it } from 'vitest'
import { judge } from '../support/peers/judge'
import { peerTables } from '../support/peers/peer-tables'

for (const table of peerTables)
  it(
    `exact table ${table.name}: no cell is narrow, and no more is withheld than by the best peer and a fortieth`,
    () => judge(table),
    7_200_000,
  )
