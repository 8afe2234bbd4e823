'use server'
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { toSecondCode } from '@/lib/accounts/second-person.rules'
import type { Work } from '@/lib/db/work'
import { undoFile } from '@/lib/exchange/bring.data'
import { defineAction } from '@/lib/server/define-action'
import { REGISTRY, type SettingKey } from '@/lib/settings/registry.schema'
import { newId } from '@/lib/shared/ids'
import { no, ok, type Result } from '@/lib/shared/result'
import {
  answerSchema,
  closeOfficeSchema,
  editionIdSchema,
  mergeOfficeSchema,
  officeSchema,
  saveMailSchema,
  saveSettingSchema,
  saveStepSchema,
  shippedSchema,
  stepSchema,
} from './configuration.schema'
import { answerEdition, type Change, findEdition, lastEdition, writeEdition } from './edition.data'
import { EDITION_STATES, inverseOf } from './edition.rules'
import { encryptSecret } from './mail.data'
import { findOffice, isOfficeNameTaken, listOffices } from './office.data'
import { getOwnMail } from './setting.data'
import { writeStep } from './setup.data'

const changed = z.object({ editionId: z.uuid(), state: z.enum(EDITION_STATES.codes) })
type Changed = z.output<typeof changed>

/** What is set about signing in, by which everyone is let in. */
const isOfSignIn = (key: string): boolean => key.startsWith('signIn.')

/** Writes a change unless someone made another one since the form was read. */
const change = async (work: Work, knew: string, wanted: Change): Promise<Result<Changed>> => {
  if ((await lastEdition(work, wanted.subject, wanted.item)) !== knew) return no('correctedMeanwhile')
  const { id, state } = await writeEdition(work, wanted)
  return ok({ editionId: id, state })
}

const changeSetting = (work: Work, key: SettingKey, knew: string, value: unknown, reason: string) => {
  const parsed = z.json().parse(z.parse(REGISTRY[key].schema, value))
  return change(work, knew, {
    subject: 'setting',
    item: key,
    after: parsed === null || parsed === undefined ? null : parsed,
    reason,
  })
}

/** An admin sets what the organisation may set; what the registry does not know does not come in. */
export const saveSetting = defineAction({
  name: 'saveSetting',
  permission: 'config:keep',
  stepUp: ({ key }) => isOfSignIn(key),
  schema: saveSettingSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'setting', ...value }),
  run: async (work, { key, knew, reason, value }) => changeSetting(work, key, knew, value, reason),
})

/** Back to what is shipped. */
export const setShipped = defineAction({
  name: 'setShipped',
  permission: 'config:keep',
  stepUp: ({ key }) => isOfSignIn(key),
  schema: shippedSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'setting', ...value }),
  run: async (work, { key, knew }) =>
    key === 'organisation.name'
      ? no('invalid')
      : change(work, knew, { subject: 'setting', item: key, after: null, reason: '' }),
})

export const saveMailServer = defineAction({
  name: 'saveMailServer',
  permission: 'config:keep',
  stepUp: true,
  schema: saveMailSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'setting', ...value }),
  run: async (work, { knew, reason, password, ...server }) => {
    const known = await getOwnMail(work)
    const secret = password === '' ? (known?.secret ?? '') : encryptSecret(password)
    return changeSetting(work, 'mail.server', knew, { ...server, secret }, reason)
  },
})

/** Takes a change back, as long as nothing came after it. */
export const undoEdition = defineAction({
  name: 'undoEdition',
  permission: 'config:keep',
  stepUp: true,
  schema: editionIdSchema,
  // Of a file it takes back some hundred changes.
  most: 60_000,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'undo', ...value }),
  run: async (work, { editionId }) => {
    const edition = await findEdition(work, editionId)
    if (edition === null || edition.state !== 'set') return no('correctedMeanwhile')
    if (edition.subject === 'file') {
      const undone = await undoFile(work, edition)
      if (!undone.ok) return undone
    }
    return change(work, editionId, {
      subject: edition.subject,
      item: edition.item,
      after: z.json().parse(inverseOf(edition)) ?? null,
      reason: '',
      undoes: editionId,
    })
  },
})

/** The second admin agrees to what waits, or refuses it; who asked may withdraw it. */
export const answerConfig = defineAction({
  name: 'answerConfig',
  permission: 'config:keep',
  stepUp: ({ answer }) => answer === 'set',
  schema: answerSchema,
  value: z.object({ editionId: z.uuid() }),
  audit: ({ editionId, answer }) => ({ event: 'config.answered', editionId, answer }),
  run: async (work, { editionId, answer }) => {
    const said = await answerEdition(work, editionId, answer)
    if (said === 'ok') return ok({ editionId })
    if (said === 'notOneself') return no('notOneself')
    const fault = toSecondCode(said)
    return no(fault === null ? 'correctedMeanwhile' : fault)
  },
})

export const saveOffice = defineAction({
  name: 'saveOffice',
  permission: 'config:keep',
  schema: officeSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'office', ...value }),
  run: async (work, { teamId, name, locale, knew, reason }) => {
    if (await isOfficeNameTaken(work, name, teamId)) return no('invalid', { name: 'nameTaken' })
    const { isClosed, into } =
      teamId === '' ? { isClosed: false, into: null } : await findOffice(work, teamId)
    return change(work, knew, {
      subject: 'office',
      item: teamId === '' ? newId(work.now.getTime()) : teamId,
      after: { name, locale: locale === '' ? null : locale, closed: isClosed, into },
      reason,
    })
  },
})

/** A closed office takes no new files; what it has is handed over or stays. */
export const closeOffice = defineAction({
  name: 'closeOffice',
  permission: 'config:keep',
  schema: closeOfficeSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'office', ...value }),
  run: async (work, { teamId, isClosed, knew }) => {
    const { name, locale, into } = await findOffice(work, teamId)
    // A merged one comes back by undoing the merge.
    if (into !== null) return no('correctedMeanwhile')
    return change(work, knew, {
      subject: 'office',
      item: teamId,
      after: { name, locale, closed: isClosed, into: null },
      reason: '',
    })
  },
})

/**
 * Two offices become one: who belongs to one of them belongs to both, and the one that is merged takes nothing new. Its files keep
 * the office they were made in, so that no figure of a past year moves. Two admins decide.
 */
export const mergeOffice = defineAction({
  name: 'mergeOffice',
  permission: 'config:keep',
  stepUp: true,
  schema: mergeOfficeSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'office', ...value }),
  run: async (work, { teamId, into, knew, reason }) => {
    const offices = await listOffices(work)
    const { name, locale } = await findOffice(work, teamId)
    const target = offices.find(({ id }) => id === into)
    const fits = target !== undefined && target.id !== teamId && !target.isClosed && target.into === null
    if (!fits || offices.some((one) => one.into === teamId)) return no('invalid', { into: 'unknownChoice' })
    return change(work, knew, {
      subject: 'office',
      item: teamId,
      after: { name, locale, closed: true, into },
      reason,
    })
  },
})

/** Of the first steps: which is done, and which was left out. */
export const markStep = defineAction({
  name: 'markStep',
  permission: 'config:keep',
  schema: stepSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'setting', ...value }),
  run: async (work, { step, state }) => ok(await writeStep(work, step, state)),
})

/** What one of the first steps sets, and that it is done. What holds already is no change. */
export const saveSetupStep = defineAction({
  name: 'saveSetupStep',
  permission: 'config:keep',
  stepUp: ({ settings }) => settings.some(({ key }) => isOfSignIn(key)),
  schema: saveStepSchema,
  value: changed,
  audit: (_input, value) => ({ event: 'config.changed', subject: 'setting', ...value }),
  run: async (work, { step, settings }) => {
    for (const { key, knew, reason, value } of settings) {
      if (isDeepStrictEqual(value, work.settings.get(key))) continue
      const said = await changeSetting(work, key, knew, value, reason)
      if (!said.ok) return said
    }
    return ok(await writeStep(work, step, 'done'))
  },
})
