'use server'
import * as z from 'zod'
import { readQuery, writeQuery } from '@/lib/caseload/caseload.schema'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { countViews, getView, insertView, updateView } from './view.data'
import { checkRoom } from './view.rules'
import { viewEditSchema, viewRemovalSchema, viewSchema } from './view.schema'

// A query is read and written again: what is no filter, and any text, does not come through.
const toStored = (query: string): string => writeQuery(readQuery(query))

export const saveView = defineAction({
  name: 'saveView',
  permission: 'view:save',
  schema: viewSchema,
  value: z.object({ viewId: z.uuid(), teamId: z.uuid().nullable() }),
  audit: (_input, { viewId, teamId }) => ({ event: 'view.saved', viewId, teamId }),
  run: async (work, { name, query, teamId: team, isPinned }) => {
    const teamId = team === '' ? null : team
    const verdict = checkRoom(teamId, {
      leads: work.actor.leads,
      existing: await countViews(work, teamId),
    })
    if (verdict === 'notYourTeam') return no('notYourTeam', { teamId: 'notYourTeam' })
    if (verdict === 'tooManyViews') return no('tooManyViews')
    return ok({ viewId: await insertView(work, { name, query: toStored(query), teamId, isPinned }), teamId })
  },
})

export const editView = defineAction({
  name: 'editView',
  permission: 'view:save',
  schema: viewEditSchema,
  value: z.object({ version: z.number().int() }),
  audit: ({ viewId }, { version }) => ({ event: 'view.edited', viewId, version }),
  run: async (work, { viewId, version, name, query, isPinned }) => {
    const view = await getView(work, viewId)
    if (await updateView(work, { viewId, version }, { name, query: toStored(query), isPinned }))
      return ok({ version: version + 1 })
    return conflict({ version: view.version, name: view.name, query: view.query, isPinned: view.isPinned })
  },
})

export const removeView = defineAction({
  name: 'removeView',
  permission: 'view:save',
  schema: viewRemovalSchema,
  value: z.object({ viewId: z.uuid() }),
  audit: (_input, { viewId }) => ({ event: 'view.removed', viewId }),
  run: async (work, { viewId, version }) => {
    const view = await getView(work, viewId)
    if (await updateView(work, { viewId, version }, { removedAt: work.now })) return ok({ viewId })
    return conflict({ version: view.version })
  },
})
