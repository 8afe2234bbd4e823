'use server'
import * as z from 'zod'
import { getFile, today } from '@/lib/cases/case.data'
import { listCentres } from '@/lib/cases/word.data'
import { moved, settleClocks } from '@/lib/clocks/settle.data'
import { NotFound } from '@/lib/db/errors'
import { setReminders } from '@/lib/deadlines/remind-on.data'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { boundsOf, isKnown } from '@/lib/shared/when/when.rules'
import { toWhen } from '@/lib/shared/when/when.schema'
import { listCustody } from './custody.data'
import { getEpisode, listEpisodes } from './episode.data'
import {
  insertEpisode,
  insertEvent,
  insertWithdrawal,
  isLaterElsewhere,
  lockEpisodes,
  moveStays,
  setEnd,
} from './episode-write.data'
import { current, dayOfEvent } from './event.rules'
import { beginEpisodeSchema, moveEpisodeSchema, recordEventSchema, withdrawEventSchema } from './event.schema'
import { isPlan } from './vocabulary.rules'

const written = z.object({ eventId: z.uuid(), ...moved })

/** A person of the file is held: begins an episode. The stays that are there already join it. */
export const beginEpisode = defineAction({
  name: 'beginEpisode',
  permission: 'case:edit',
  schema: beginEpisodeSchema,
  value: z.object({ episodeId: z.uuid() }),
  audit: ({ caseId }, { episodeId }) => ({ event: 'detention.begun', caseId, episodeId }),
  run: async (work, { caseId, personIds, placeId, since, arrestContext }) => {
    const file = await getFile(work, 'case:edit', caseId)
    if (since !== '' && since > today(work)) return no('inTheFuture', { since: 'inTheFuture' })
    const people = [...new Set(personIds)]
    const isHere = (id: string) => file.people.some((one) => one.personId === id && one.until === null)
    if (!people.every(isHere)) throw new NotFound()
    if (!(await listCentres(work)).some(({ id }) => id === placeId))
      return no('unknownChoice', { placeId: 'unknownChoice' })
    await lockEpisodes(work, caseId)
    if (since !== '' && (await isLaterElsewhere(work, { caseId, personIds: people, placeId, since })))
      return no('beforeStay', { since: 'beforeStay' })
    const isHeld = (await listEpisodes(work, caseId)).some(({ stays }) =>
      stays.some(({ personId, until }) => until === null && people.includes(personId)),
    )
    if (isHeld) return no('heldAlready', { personIds: 'heldAlready' })
    const episodeId = await insertEpisode(work, {
      caseId,
      personIds: people,
      placeId,
      since: since === '' ? null : since,
      arrestContext,
    })
    await setReminders(work, caseId, listCustody)
    return ok({ episodeId })
  },
})

/** Everyone of an episode is moved to another centre or return home: it goes on there. */
export const moveEpisode = defineAction({
  name: 'moveEpisode',
  permission: 'case:edit',
  schema: moveEpisodeSchema,
  value: z.object({ moved: z.int() }),
  audit: ({ caseId, episodeId }, { moved }) => ({ event: 'detention.moved', caseId, episodeId, moved }),
  run: async (work, { caseId, episodeId, placeId, on }) => {
    await getFile(work, 'case:edit', caseId)
    await lockEpisodes(work, caseId)
    const { stays } = await getEpisode(work, caseId, episodeId)
    if (on > today(work)) return no('inTheFuture', { on: 'inTheFuture' })
    if (!(await listCentres(work)).some(({ id }) => id === placeId))
      return no('unknownChoice', { placeId: 'unknownChoice' })
    const open = stays.filter(({ until }) => until === null)
    if (open.some(({ since }) => since !== null && since > on)) return no('beforeStay', { on: 'beforeStay' })
    if (open.every((one) => one.placeId === placeId)) return no('thereAlready', { placeId: 'thereAlready' })
    return ok({ moved: await moveStays(work, { caseId, episodeId, placeId, on, stays }) })
  },
})

/** Records what happened in an episode, or corrects what was recorded: clocks start and stop by it. */
export const recordDetentionEvent = defineAction({
  name: 'recordDetentionEvent',
  permission: 'case:edit',
  schema: recordEventSchema,
  value: written,
  audit: ({ caseId, episodeId, kind }, { eventId }) => ({
    event: 'detention.recorded',
    caseId,
    episodeId,
    eventId,
    kind,
  }),
  run: async (work, input) => {
    const { caseId, episodeId, kind, replaces } = input
    await getFile(work, 'case:edit', caseId)
    await lockEpisodes(work, caseId)
    const { events } = await getEpisode(work, caseId, episodeId)
    const when = toWhen(input.on)
    const day = today(work)
    if (isKnown(when) && boundsOf(when).earliest > day && !isPlan(kind))
      return no('inTheFuture', { on: 'inTheFuture' })
    const before = replaces === '' ? undefined : events.find(({ id }) => id === replaces)
    if (replaces !== '' && before === undefined) throw new NotFound()
    if (before !== undefined && (before.kind !== kind || !current(events).includes(before)))
      return no('notStanding')
    const eventId = await insertEvent(work, input)
    if (kind === 'ended' && when?.form === 'exact')
      await setEnd(work, episodeId, {
        before: before === undefined ? null : dayOfEvent(before),
        after: when.day,
      })
    return ok({ eventId, ...(await settleClocks(work, caseId, eventId)) })
  },
})

/** Takes a row away: it was a mistake, tells of someone else, or of the same as another row. Its words stay readable. */
export const withdrawDetentionEvent = defineAction({
  name: 'withdrawDetentionEvent',
  permission: 'case:edit',
  schema: withdrawEventSchema,
  value: written,
  audit: ({ caseId, episodeId, eventId, because }) => ({
    event: 'detention.withdrawn',
    caseId,
    episodeId,
    eventId,
    because,
  }),
  run: async (work, { caseId, episodeId, eventId, because, sameAs }) => {
    await getFile(work, 'case:edit', caseId)
    await lockEpisodes(work, caseId)
    const { events } = await getEpisode(work, caseId, episodeId)
    const rows = current(events)
    const event = events.find(({ id }) => id === eventId)
    if (event === undefined) throw new NotFound()
    const other = sameAs === '' ? null : rows.find(({ id }) => id === sameAs)
    if (!rows.includes(event) || other === undefined || other?.id === eventId) return no('notStanding')
    if (other !== null && other.kind !== event.kind) return no('notStanding')
    const by = await insertWithdrawal(work, {
      caseId,
      episodeId,
      kind: event.kind,
      replaces: eventId,
      withdrawnBecause: because,
      sameAs: other?.id ?? null,
    })
    const left = rows.findLast(({ id, kind }) => kind === 'ended' && id !== eventId)
    if (event.kind === 'ended')
      await setEnd(work, episodeId, {
        before: dayOfEvent(event),
        after: left === undefined ? null : dayOfEvent(left),
      })
    return ok({ eventId: by, ...(await settleClocks(work, caseId, by)) })
  },
})
