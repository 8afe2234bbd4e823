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

const crossed = Object.entries(DEEDS).flatMap(([name, deed]) =>
  Object.entries(HOSTILE).map(([kind, strings]) => [name, kind, deed, strings] as const),
)

it.each(crossed)(
  '%s × words of the class %s: all kept or refused by field',
  async (_name, _kind, deed, strings) => {
    expect(await sendWords(house, deed, strings)).toEqual({ refusedWithoutField: [], lost: [] })
  },
)
