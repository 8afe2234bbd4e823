import { MailPage } from '@/components/settings/mail-page'
import { listEditions } from '@/lib/configuration/edition.data'
import { mailOfEnvironment } from '@/lib/configuration/mail.data'
import { getOwnMail } from '@/lib/configuration/setting.data'
import { enter } from '@/lib/server/enter'

export default enter({
  permission: 'config:keep',
  messages: ['settings'],
  // The address of a server; the password is never read back.
  audit: null,
  load: async (work) => {
    const own = await getOwnMail(work)
    const editions = await listEditions(work, ['setting'], ['mail.server'])
    return {
      own:
        own === null
          ? null
          : {
              host: own.host,
              port: own.port,
              security: own.security,
              user: own.user,
              from: own.from,
              hasPassword: own.secret !== '',
            },
      editions,
      isOfEnvironment: mailOfEnvironment() !== null,
    }
  },
  show: (page) => <MailPage {...page} />,
})
