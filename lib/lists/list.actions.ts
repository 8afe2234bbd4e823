'use server'
import * as z from 'zod'
import { type Change, lastEdition, writeEdition } from '@/lib/configuration/edition.data'
import { EDITION_STATES } from '@/lib/configuration/edition.rules'
import { writeStep } from '@/lib/configuration/setup.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { defineAction } from '@/lib/server/define-action'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import { labelFor, type OwnValue, readOwnLists } from './list.data'
import { FINER_LISTS, isPinned, keyOf, MOST_UNDER_ONE, MOST_VALUES } from './list.rules'
import {
  mergeSchema,
  ownPlaceSchema,
  placeSchema,
  retireSchema,
  shownSchema,
  valueSchema,
  visitedSchema,
} from './list.schema'
import { hasFacts } from './place.rules'
import { findPlace, listSetPlaces, type SetPlace } from './places-page.data'
import { said, saidOrNull, toAfter } from './to-edition.view'

const changed = z.object({ editionId: z.uuid(), state: z.enum(EDITION_STATES.codes) })
const change = async (
  work: Work,
  knew: string,
  wanted: Change,
): Promise<Result<z.output<typeof changed>>> => {
  if ((await lastEdition(work, wanted.subject, wanted.item)) !== knew) return no('correctedMeanwhile')
  const { id, state } = await writeEdition(work, wanted)
  return ok({ editionId: id, state })
}

/** Words, place and hiding of a standard value. */
export const saveShown = defineAction({
  name: 'saveShown',
  permission: 'config:keep',
  schema: shownSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'list', ...value }),
  run: async (work, { list, code, labels, position, hidden, knew, reason }) => {
    if (hidden && isPinned(list, code)) return no('invalid', { hidden: 'pinned' })
    const own = saidOrNull(labels)
    const isShipped = own === null && position === null && !hidden
    return change(work, knew, {
      subject: 'list',
      item: `${list}:${code}`,
      after: isShipped ? null : { labels: own, position, hidden },
      reason,
    })
  },
})

const findValue = async (work: Work, id: string): Promise<OwnValue> => {
  const found = (await readOwnLists(work, FINER_LISTS.codes)).own.find((one) => one.id === id)
  if (found === undefined) throw new NotFound()
  return found
}
/** A finer value of one standard value, new or with other words. What it stands for is never changed. */
export const saveValue = defineAction({
  name: 'saveValue',
  permission: 'config:keep',
  schema: valueSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'value', ...value }),
  run: async (work, { valueId, list, standard, labels, knew, reason }) => {
    if (valueId !== '') {
      const value = await findValue(work, valueId)
      return change(work, knew, {
        subject: 'value',
        item: valueId,
        after: toAfter({ ...value, labels }),
        reason,
      })
    }
    const { own } = await readOwnLists(work, [list])
    const beside = own.filter((one) => one.standard === standard && !one.retired)
    if (own.length >= MOST_VALUES || beside.length >= MOST_UNDER_ONE) return no('tooManyValues')
    const key = keyOf(labelFor(labels, 'en'), new Set(own.map((one) => one.key)))
    const value = { list, standard, key, labels, position: own.length + 1, retired: false, successorId: null }
    return change(work, knew, {
      subject: 'value',
      item: newId(work.now.getTime()),
      after: toAfter(value),
      reason,
    })
  },
})

/** No longer offered, or offered again; old conversations go on saying it. */
export const retireValue = defineAction({
  name: 'retireValue',
  permission: 'config:keep',
  schema: retireSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'value', ...value }),
  run: async (work, { valueId, isRetired, knew }) => {
    const value = await findValue(work, valueId)
    return change(work, knew, {
      subject: 'value',
      item: valueId,
      after: toAfter({ ...value, retired: isRetired }),
      reason: '',
    })
  },
})

/** Two finer values of the same standard value become one; no row is rewritten. */
export const mergeValue = defineAction({
  name: 'mergeValue',
  permission: 'config:keep',
  schema: mergeSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'value', ...value }),
  run: async (work, { valueId, into, knew, reason }) => {
    const value = await findValue(work, valueId)
    const other = await findValue(work, into)
    const fits =
      other.id !== value.id &&
      other.list === value.list &&
      other.standard === value.standard &&
      other.successorId === null &&
      !other.retired
    if (!fits) return no('invalid', { into: 'unknownChoice' })
    return change(work, knew, {
      subject: 'value',
      item: valueId,
      after: toAfter({ ...value, successorId: into }),
      reason,
    })
  },
})

/** What is set of a place; null: it is as the profile has it. */
const toShownPlace = ({ isOwn, kind, city, labels, aliases, hidden, visit }: SetPlace) => {
  const own = saidOrNull(labels)
  return !isOwn && own === null && aliases.length === 0 && !hidden && !hasFacts(visit)
    ? null
    : { kind: isOwn ? kind : null, city, labels: own, aliases: [...aliases], hidden, visit: { ...visit } }
}

/** How a place is called and found, and whether it is offered. */
export const savePlace = defineAction({
  name: 'savePlace',
  permission: 'config:keep',
  schema: placeSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'place', ...value }),
  run: async (work, { placeId, labels, aliases, hidden, visit, knew, reason }) => {
    const place = await findPlace(work, placeId)
    return change(work, knew, {
      subject: 'place',
      item: placeId,
      after: toShownPlace({ ...place, labels, aliases, hidden, visit }),
      reason,
    })
  },
})

/** A place that the profile does not have. */
export const addPlace = defineAction({
  name: 'addPlace',
  permission: 'config:keep',
  schema: ownPlaceSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'place', ...value }),
  run: async (work, { kind, labels, city, aliases, knew, reason }) =>
    change(work, knew, {
      subject: 'place',
      item: newId(work.now.getTime()),
      after: { kind, city: city === '' ? null : city, labels: said(labels), aliases, hidden: false },
      reason,
    }),
})

/** Of the first steps: where one goes. What is not visited is not offered; nothing is lost by it. */
export const chooseVisited = defineAction({
  name: 'chooseVisited',
  permission: 'config:keep',
  schema: visitedSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'place', ...value }),
  run: async (work, { placeIds }) => {
    for (const place of await listSetPlaces(work)) {
      const hidden = !placeIds.includes(place.id)
      if (hidden !== place.hidden)
        await writeEdition(work, {
          subject: 'place',
          item: place.id,
          after: toShownPlace({ ...place, hidden }),
          reason: '',
        })
    }
    return ok(await writeStep(work, 'places', 'done'))
  },
})
