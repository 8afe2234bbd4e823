'use server'
import * as z from 'zod'
import { findOwnAddress } from '@/lib/accounts/credential.data'
import { openMailServer } from '@/lib/notices/mail.data'
import { env } from '@/lib/runtime/env'
import { defineAction } from '@/lib/server/define-action'
import { no, ok } from '@/lib/shared/result'
import { testMailSchema } from './configuration.schema'
import { holdMailTest, mailOfEnvironment, toMailServer } from './mail.data'
import { getOwnMail } from './setting.data'

/** A mail without content to the admin’s own address, by the server that is used now. */
export const sendTestMail = defineAction({
  name: 'sendTestMail',
  permission: 'config:keep',
  schema: testMailSchema,
  value: z.object({}),
  // The server has its time to answer (lib/notices/mail.data.ts).
  most: 45_000,
  audit: () => ({ event: 'mail.tested' }),
  run: async (work) => {
    if (!(await holdMailTest(work))) return no('testRuns')
    const own = await getOwnMail(work)
    const server =
      env().DEMO === 'on' ? null : (mailOfEnvironment() ?? (own === null ? null : toMailServer(own)))
    if (server === null) return no('noMailServer')
    const to = await findOwnAddress(work)
    if (to === null) return no('noMailServer')
    const mail = openMailServer(server)
    try {
      await mail.send({ to, subject: 'Accompany', text: 'Accompany' })
      return ok({})
    } catch {
      return no('mailRefused')
    } finally {
      mail.close()
    }
  },
})
