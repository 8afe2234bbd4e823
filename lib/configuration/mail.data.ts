import 'server-only'
import * as z from 'zod'
import { unwrap, wrap } from '@/lib/crypto/keyring'
import { type AuthWork, type Work, withAuthWork } from '@/lib/db/work'
import { env } from '@/lib/runtime/env'
import { type MailServerValue, readSettings } from '@/lib/settings/registry.schema'

export type MailServer = { readonly url: string; readonly from: string }

const CONTEXT = 'mail.server'

export const encryptSecret = (secret: string): string =>
  secret === '' ? '' : Buffer.from(wrap(Buffer.from(secret, 'utf8'), CONTEXT)).toString('base64')

/** What nodemailer is given. Throws when the key that encrypted the password is no longer in the ring. */
export const toMailServer = ({ host, port, security, user, secret, from }: MailServerValue): MailServer => {
  const url = new URL(`${security === 'tls' ? 'smtps' : 'smtp'}://${host}:${port}`)
  url.username = encodeURIComponent(user)
  if (secret !== '')
    url.password = encodeURIComponent(unwrap(Buffer.from(secret, 'base64'), CONTEXT).toString('utf8'))
  // Never in clear: a server that cannot encrypt is refused.
  if (security === 'starttls') url.searchParams.set('requireTLS', 'true')
  return { url: url.href, from }
}

/** The mail server of the environment, which wins; null without one. */
export const mailOfEnvironment = (): MailServer | null => {
  const { SMTP_URL, MAIL_FROM } = env()
  return SMTP_URL === undefined || MAIL_FROM === undefined ? null : { url: SMTP_URL, from: MAIL_FROM }
}

/** One test of an organisation at a time: until this transaction ends. */
export const holdMailTest = async (work: Work): Promise<boolean> =>
  z
    .tuple([z.object({ free: z.boolean() })])
    .parse(
      await work.tx
        .$queryRaw`SELECT pg_try_advisory_xact_lock(hashtextextended(${`mail test ${work.actor.organisationId}`}, 0)) AS free`,
    )[0].free

const findOwn = async (work: AuthWork): Promise<MailServer | null> => {
  const row = await work.tx.setting.findFirst({
    where: { key: 'mail.server' },
    select: { value: true },
    orderBy: { organisationId: 'asc' },
  })
  const value = row === null ? null : readSettings({ [CONTEXT]: row.value }).get('mail.server')
  return value === null ? null : toMailServer(value)
}

/** The mail server that is used now; none is set up, or the demo, whose people are invented and so are their addresses. */
export const findMailServer = async (): Promise<MailServer | null> =>
  env().DEMO === 'on' ? null : (mailOfEnvironment() ?? (await withAuthWork(findOwn)))
