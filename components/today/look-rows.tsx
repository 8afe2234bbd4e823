import { useLocale, useTranslations } from 'next-intl'
import { useDueLabels } from '@/components/cases/case-labels'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { FileLink } from '@/components/layout/file-link'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import type { First } from '@/lib/today/first-line.data'
import { type Around, Row } from './first-row'

type Of<K extends First['kind']> = { readonly first: Extract<First, { kind: K }> }

/** A referral about which someone meant to ask again. */
export const ReferralRow = ({
  first: { contact },
  around: { today, isTeam, isRestricted },
}: Of<'referral'> & { readonly around: Around }) => {
  const t = useTranslations('today')
  const { words } = useDueLabels()(contact.on, today)
  const { file, to } = contact
  return (
    <Row
      tag={<Tag kind="late">{words}</Tag>}
      under={isTeam ? t('first.referralOf', { name: file.worker }) : t('first.referral')}
      href={`/cases/${file.code}/referrals?file=${file.id}`}
      label={t('first.openReferrals', { code: file.code })}
    >
      <FileLink code={file.code} id={file.id} />
      {/* The name of a specialised centre would say what the file is about. */}
      {isRestricted(file.id) ? null : (
        <>
          {' · '}
          <span dir="auto" className="wrap-anywhere">
            {to}
          </span>
        </>
      )}
    </Row>
  )
}

/** A deadline whose rule was corrected: both days stand until someone says which one counts. */
export const RecountRow = ({ first: { recount }, isTeam }: Of<'recount'> & { readonly isTeam: boolean }) => {
  const t = useTranslations('today')
  const { titleInList, day, t: td } = useDeadlineLabels()
  const { file, old, now, severity, isEarlier } = recount
  const days = t('first.recountDays', {
    old: old === null ? td('noDate') : day(old),
    now: now === null ? td('noDate') : day(now),
  })
  return (
    <Row
      tag={<Tag kind={isEarlier && severity === 'critical' ? 'danger' : 'late'}>{t('first.recount')}</Tag>}
      under={isTeam ? `${days} · ${file.worker}` : days}
      href={`/cases/${file.code}/deadlines?file=${file.id}`}
      label={t('first.openDeadlines', { code: file.code })}
      isFirst={isEarlier}
    >
      <FileLink code={file.code} id={file.id} /> · {titleInList(recount)}
    </Row>
  )
}

/** A held file at which someone meant to look again. */
export const HoldRow = ({ first: { hold } }: Of<'hold'>) => {
  const t = useTranslations('today')
  const tr = useTranslations('rights.hold')
  const locale = useLocale()
  return (
    <Row
      tag={<Tag kind="late">{t('first.hold')}</Tag>}
      under={t('first.holdWhat', { day: formatTime(locale, hold.reviewOn, 'weekday') })}
      href={`/cases/${hold.file.code}/rights?file=${hold.file.id}`}
      label={t('first.openHold', { code: hold.file.code })}
    >
      <FileLink code={hold.file.code} id={hold.file.id} /> · {tr(`because.${hold.ground}`)}
    </Row>
  )
}
