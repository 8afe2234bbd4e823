import 'server-only'
import { createTransport } from 'nodemailer'
import * as z from 'zod'
import type { AuthWork } from '@/lib/db/work'
import { LOCALES, type Locale, toLocale } from '@/lib/i18n/locales'
import { dayOf } from '@/lib/shared/dates'
import type { Recipient, Waiting } from './mail.rules'
import { DEFAULT_PREFERENCE, DIGESTS } from './notice.rules'

export type MailServer = { readonly url: string; readonly from: string }
export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

/** Opens the mail server of the organisation. Throws when it refuses or does not answer; nothing is then marked as sent. */
export const openMailServer = ({ url, from }: MailServer) => {
  // Short limits: a mail server that hangs must not hold the jobs of the application.
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return {
    send: async (letter: Letter): Promise<void> => {
      await transport.sendMail({ from, ...letter })
    },
    close: () => transport.close(),
  }
}

const rows = z.array(
  z.object({ staff_id: z.string(), kind: z.string(), unread: z.number().int(), newest: z.date() }),
)

export type MailRecipient = Recipient & {
  readonly staffId: string
  readonly email: string
  readonly locale: Locale
  /** The newest notice that was counted: later ones wait for the next mail. */
  readonly until: Date
}

/**
 * Everyone for whom a notice waits, with their switches; counts only, never a file. Notices about restricted files count like all
 * others: a number of a kind tells no one of which file, and members have no other call to look.
 */
export const listMailRecipients = async (work: AuthWork): Promise<MailRecipient[]> => {
  const found = rows.parse(
    await work.tx.$queryRaw`SELECT staff_id, kind, unread, newest FROM app.unmailed_notices()`,
  )
  const ids = [...new Set(found.map(({ staff_id }) => staff_id))]
  const where = { where: { staffId: { in: ids } } }
  const addresses = await work.tx.credential.findMany({ ...where, select: { staffId: true, email: true } })
  const staff = await work.tx.staff.findMany({
    where: { id: { in: ids } },
    select: { id: true, locale: true },
  })
  const settings = await work.tx.noticeSetting.findMany(where)
  const preferences = await work.tx.noticePreference.findMany({
    ...where,
    select: { staffId: true, digest: true, quietFrom: true, quietUntil: true, digestedAt: true },
  })
  return addresses.map(({ staffId, email }) => {
    const own = found.filter((row) => row.staff_id === staffId)
    const waiting: Waiting[] = own.map(({ kind, unread }) => ({ kind, count: unread }))
    const chosen = preferences.find((one) => one.staffId === staffId)
    return {
      staffId,
      email,
      locale: toLocale(staff.find(({ id }) => id === staffId)?.locale) ?? LOCALES.codes[0],
      waiting,
      settings: settings.filter((one) => one.staffId === staffId),
      preference: {
        digest: chosen === undefined ? DEFAULT_PREFERENCE.digest : DIGESTS.read(chosen.digest),
        quietFrom: chosen?.quietFrom ?? DEFAULT_PREFERENCE.quietFrom,
        quietUntil: chosen?.quietUntil ?? DEFAULT_PREFERENCE.quietUntil,
      },
      digestedOn: chosen?.digestedAt ? dayOf(chosen.digestedAt) : null,
      until: new Date(Math.max(...own.map(({ newest }) => newest.getTime()))),
    }
  })
}

/** Keeps that a mail went out. */
export const updateMailed = async (
  work: AuthWork,
  { staffId, until }: MailRecipient,
  kinds: readonly string[],
  hasDigest: boolean,
): Promise<void> => {
  await work.tx.$executeRaw`SELECT app.mark_mailed(${staffId}::uuid, ${[...kinds]}::text[], ${until})`
  if (hasDigest)
    await work.tx.noticePreference.upsert({
      where: { staffId },
      create: { staffId, digestedAt: work.now },
      update: { digestedAt: work.now },
      select: { staffId: true },
    })
  await work.audit({ event: 'notice.mailed', staffId, kinds })
}
