import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { disconnect } from '@/lib/db/client'
import { asTyped } from '@/lib/server/typed'
import errors from '@/messages/en/errors.json'
import { listDoors } from '../architecture/walk'
import { DEEDS, sendWords } from '../support/deeds'
import { type GivenHouse, givenCaseHouse } from '../support/given/case-house'
import { HOSTILE } from '../support/hostile'
import { wordFields } from '../support/words-of'

// What is typed is kept as it was typed, or refused with a word about its field: nothing breaks and nothing gets lost.

let house: GivenHouse
beforeAll(async () => {
  house = await givenCaseHouse()
})
afterAll(async () => {
  await house.close()
  await disconnect()
})

const names = Object.keys(DEEDS)
const strings = Object.values(HOSTILE).flat()

it('are thirty or more of every class', () => {
  for (const some of Object.values(HOSTILE)) expect(new Set(some).size).toBeGreaterThanOrEqual(30)
})

describe('words of every class', () => {
  // Each of them at one deed, so that each deed meets every class; all of them at all deeds is `npm run stress -- hostile`.
  it.each(Object.entries(DEEDS))(
    '%s keeps them, or says in which field they cannot stand',
    async (name, deed) => {
      const some = strings.filter((_, i) => i % names.length === names.indexOf(name))
      expect(await sendWords(house, deed, some)).toEqual({ refusedWithoutField: [], lost: [] })
    },
  )
})

/** Carried by our pages from one step to the next; nobody types in them. */
const CARRIED = /\.(query|before|placeId)$/

describe('every field of every door that takes words', () => {
  const every = Object.values(HOSTILE).flat().map(asTyped)

  it('keeps them but for blanks around, or refuses them with a word that a form can show', async () => {
    const fields = (await listDoors()).flatMap(({ name, plate }) =>
      plate?.kind === 'action'
        ? wordFields(plate.schema)
            .filter(({ path }) => !CARRIED.test(path))
            .map((field) => ({ door: name, ...field }))
        : [],
    )
    const faults = fields.flatMap(({ door, path, schema }) =>
      every.flatMap((words) => {
        const parsed = z.safeParse(schema, words)
        const isFine = parsed.success
          ? parsed.data === words || parsed.data === String(words).trim()
          : parsed.error.issues.every(({ message }) => Object.hasOwn(errors, message))
        return isFine ? [] : [`${door}${path}: ${String(words).slice(0, 40)}`]
      }),
    )
    expect(faults).toEqual([])
    // Forms grow; a walk that found fewer fields than this would have lost its way.
    expect(fields.length).toBeGreaterThan(80)
  })
})
