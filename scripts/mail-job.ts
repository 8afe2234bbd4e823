// The mails of the organisation: digests, and at once what cannot wait. A mail that went out but could not be marked (the
// machine died between) goes out again: better twice than never, and it says nothing about anyone.
import { withAuthWork } from '@/lib/db/work'
import { listMailRecipients, type MailServer, openMailServer, updateMailed } from '@/lib/notices/mail.data'
import { dueMail, type Moment } from '@/lib/notices/mail.rules'
import { toLetter } from '@/lib/notices/mail.view'
import { dayOf } from '@/lib/shared/dates'

const hours = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  hour: '2-digit',
  hourCycle: 'h23',
})
const weekdays = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', weekday: 'short' })

export const momentOf = (now: Date): Moment => ({
  day: dayOf(now),
  hour: Number(hours.format(now)),
  isMonday: weekdays.format(now) === 'Mon',
})

/** Sends what is due and tells how many mails went out. A mail server that fails ends the run; the rest goes next time. */
export async function runMailJob(server: MailServer, address: string): Promise<number> {
  const mail = openMailServer(server)
  try {
    const { recipients, moment } = await withAuthWork(async (work) => ({
      recipients: await listMailRecipients(work),
      moment: momentOf(work.now),
    }))
    let sent = 0
    for (const recipient of recipients) {
      const due = dueMail(recipient, moment)
      if (due === null) continue
      await mail.send({
        to: recipient.email,
        ...(await toLetter(due, { locale: recipient.locale, address })),
      })
      const kinds = due.kinds.map(({ kind }) => kind)
      await withAuthWork((work) => updateMailed(work, recipient, kinds, due.hasDigest))
      sent += 1
    }
    return sent
  } finally {
    mail.close()
  }
}
