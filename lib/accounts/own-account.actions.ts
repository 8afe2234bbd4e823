'use server'
import * as z from 'zod'
import { defineAction } from '@/lib/server/define-action'
import { conflict, no, ok } from '@/lib/shared/result'
import { passwordChangeSchema, profileSchema } from './account.schema'
import { changeOwnPassword, getPasswordContext } from './own-account.data'
import { checkPassword, minimumLength } from './password.rules'
import { getOwnProfile, updateStaff } from './staff.data'

export const changePassword = defineAction({
  name: 'changePassword',
  permission: 'session:own',
  schema: passwordChangeSchema,
  value: z.object({ staffId: z.string() }),
  audit: (_input, { staffId }) => ({ event: 'password.changed', staffId }),
  run: async (work, { current, password }) => {
    const { hasSecondStep, words } = await getPasswordContext(work)
    const weakness = checkPassword(password, {
      minimum: Math.max(minimumLength(hasSecondStep), work.settings.get('signIn.password')),
      words,
    })
    if (weakness !== null) return no('invalid', { password: weakness })
    const fault = await changeOwnPassword(work, { current, next: password })
    if (fault === 'pleaseWait') return no('pleaseWait')
    if (fault === 'passwordWrong') return no('invalid', { current: 'passwordWrong' })
    return ok({ staffId: work.actor.id })
  },
})

export const saveProfile = defineAction({
  name: 'saveProfile',
  permission: 'session:own',
  schema: profileSchema,
  value: z.object({ staffId: z.string(), version: z.number() }),
  audit: (_input, { staffId, version }) => ({ event: 'account.edited', staffId, version }),
  run: async (work, { name, locale, languages, version }) => {
    const staffId = work.actor.id
    if (!(await updateStaff(work, { staffId, version }, { name, locale, languages })))
      return conflict(await getOwnProfile(work))
    return ok({ staffId, version: version + 1 })
  },
})
