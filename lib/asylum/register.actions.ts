'use server'
import { getFile } from '@/lib/cases/case.data'
import { settleClocks } from '@/lib/clocks/settle.data'
import { NotFound } from '@/lib/db/errors'
import type { Work } from '@/lib/db/work'
import { nothing, type Saving, saveRow, takeRowBack as takeBack, written } from '@/lib/records/save.data'
import { defineAction } from '@/lib/server/define-action'
import { REGISTER_EVENTS } from '@/lib/shared/register-events'
import { no, ok } from '@/lib/shared/result'
import { getApplication } from './application.data'
import { mandate } from './mandate.schema'
import { matter } from './matter.schema'
import { need } from './need.schema'
import { knowsNeed, mandates, matters, needs, screenings } from './register.data'
import { rowMistakeSchema } from './register.schema'
import { screening } from './screening.schema'

type File = Awaited<ReturnType<typeof getFile>>
const file = (work: Work, caseId: string) => getFile(work, 'case:edit', caseId)
const mustBeIn = ({ people }: File, id: string) => {
  if (!people.some(({ personId }) => personId === id)) throw new NotFound()
}

const ofMandate: Saving<typeof mandate.fields, File> = {
  file,
  refersTo: async (work, { caseId, applicationId }) => {
    if (applicationId !== '') await getApplication(work, caseId, applicationId)
  },
  after: nothing,
}
const ofNeed: Saving<typeof need.fields, File> = {
  file,
  refersTo: (_work, { personId }, within) => mustBeIn(within, personId),
  // A code that has left the list may stay where it is.
  refuse: async (work, { need: code }, before) =>
    before?.need === code || (await knowsNeed(work, code))
      ? ok(null)
      : no('invalid', { need: 'unknownChoice' }),
  after: nothing,
}
const ofScreening: Saving<typeof screening.fields, File> = {
  file,
  refersTo: (_work, { personId }, within) => mustBeIn(within, personId),
  after: nothing,
}
const ofMatter: Saving<typeof matter.fields, File> = {
  file,
  refersTo: (_work, { personId }, within) => {
    if (personId !== '') mustBeIn(within, personId)
  },
  // A departure answers an order to leave. The answer says nothing of it: a request that is repeated gets what the receipt keeps.
  after: async (work, caseId, id) => {
    await settleClocks(work, caseId, id)
    return {}
  },
}

/** Writes down who acts for someone, or what is known better of it. */
export const saveMandate = defineAction({
  name: 'saveMandate',
  permission: 'case:edit',
  schema: mandate.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.mandate', caseId, ...value }),
  run: (work, input) => saveRow(work, mandates, input, ofMandate),
})

/** Writes a special need down, or what an authority was told and answered. */
export const saveNeed = defineAction({
  name: 'saveNeed',
  permission: 'case:edit',
  schema: need.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.need', caseId, ...value }),
  run: (work, input) => saveRow(work, needs, input, ofNeed),
})

/** Writes down a screening of the vulnerability of someone, or puts it right. */
export const saveScreening = defineAction({
  name: 'saveScreening',
  permission: 'case:edit',
  schema: screening.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.screening', caseId, ...value }),
  run: (work, input) => saveRow(work, screenings, input, ofScreening),
})

/** Writes down what happened in a matter, or puts it right. No rule counts from it. */
export const saveMatter = defineAction({
  name: 'saveMatter',
  permission: 'case:edit',
  schema: matter.schema,
  value: written,
  audit: ({ caseId }, value) => ({ event: 'stay.matter', caseId, ...value }),
  run: (work, input) => saveRow(work, matters, input, ofMatter),
})

/** Says of a row of a register that it was a mistake; it stays readable. */
export const takeRowBack = defineAction({
  name: 'takeRowBack',
  permission: 'case:edit',
  schema: rowMistakeSchema,
  value: written,
  audit: ({ caseId, register }, value) => ({ event: REGISTER_EVENTS[register], caseId, ...value }),
  run: (work, input) => {
    switch (input.register) {
      case 'mandate':
        return takeBack(work, mandates, input, ofMandate)
      case 'need':
        return takeBack(work, needs, input, ofNeed)
      case 'screening':
        return takeBack(work, screenings, input, ofScreening)
      case 'matter':
        return takeBack(work, matters, input, ofMatter)
    }
  },
})
