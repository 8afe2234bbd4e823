import { afterAll, beforeAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/db/client'
import { DEEDS, sendWords } from '../support/deeds'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { HOSTILE } from '../support/hostile'

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(async () => {
  await house.close()
  await disconnect()
})

it.each(Object.entries(DEEDS))(
  '%s keeps every hostile word of every class, or refuses it by field',
  async (_, deed) => {
    for (const [kind, strings] of Object.entries(HOSTILE))
      expect({ kind, ...(await sendWords(house, deed, strings)) }).toEqual({
        kind,
        refusedWithoutField: [],
        lost: [],
      })
  },
)
