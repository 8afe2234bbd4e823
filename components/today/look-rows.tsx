import { useLocale, useTranslations } from 'next-intl'
import { useDueLabels } from '@/components/cases/case-labels'
import { useDeadlineLabels } from '@/components/deadlines/deadline-labels'
import { ActionButton } from '@/components/forms/action-button'
import { formatTime } from '@/components/ui/time'
import { answerHandover } from '@/lib/handovers/handover.actions'
import { Row, type RowOf, Written } from './first-row'

/** A referral about which someone meant to ask again. */
export const ReferralRow = ({ first: { contact }, around }: RowOf<'referral'>) => {
  const t = useTranslations('today')
  const { words } = useDueLabels()(contact.on, around.today)
  const { file, to } = contact
  return (
    <Row
      around={around}
      caseId={file.id}
      mark="late"
      why={t('first.pair', { what: t('first.referral'), when: words })}
      // The name of a specialised centre would say what the file is about.
      says={around.files.get(file.id)?.isRestricted !== false ? null : <Written text={to} />}
      href={`/cases/${file.code}/referrals?file=${file.id}`}
      label={t('first.openReferrals', { code: file.code })}
    />
  )
}

/** A deadline whose rule was corrected: both days hold until someone says which one counts. */
export const RecountRow = ({ first: { recount }, around }: RowOf<'recount'>) => {
  const t = useTranslations('today')
  const { titleInList, day, t: td } = useDeadlineLabels()
  const { file, old, now, isEarlier } = recount
  const days = t('first.recountDays', {
    old: old === null ? td('noDate') : day(old),
    now: now === null ? td('noDate') : day(now),
  })
  return (
    <Row
      around={around}
      caseId={file.id}
      mark="late"
      why={t('first.recount')}
      says={`${titleInList(recount)}, ${days}`}
      href={`/cases/${file.code}/deadlines?file=${file.id}`}
      label={t('first.openDeadlines', { code: file.code })}
      isFirst={isEarlier}
    />
  )
}

/** A held file at which someone meant to look again. */
export const HoldRow = ({ first: { hold }, around }: RowOf<'hold'>) => {
  const t = useTranslations('today')
  const tr = useTranslations('rights.hold')
  const locale = useLocale()
  return (
    <Row
      around={around}
      caseId={hold.file.id}
      mark="late"
      why={t('first.pair', { what: t('first.hold'), when: tr(`because.${hold.ground}`) })}
      says={t('first.holdWhat', { day: formatTime(locale, hold.reviewOn, 'weekday') })}
      href={`/cases/${hold.file.code}/rights?file=${hold.file.id}`}
      label={t('first.openHold', { code: hold.file.code })}
    />
  )
}

/** Files one is asked to take. Those of people in danger are answered one by one. */
export const HandoverRow = ({ first: { offer }, around }: RowOf<'handover'>) => {
  const t = useTranslations('today')
  const ht = useTranslations('handovers')
  const { id, from, sender, caseIds, together } = offer
  const inDanger = caseIds.length - together.length
  return (
    <Row
      around={around}
      title={ht('offer.title', { count: caseIds.length })}
      mark={inDanger > 0 ? 'danger' : 'info'}
      why={inDanger > 0 ? ht('inDanger', { count: inDanger }) : t('first.handover')}
      says={ht('offer.what', { from, sender })}
      href={`/handovers/${id}`}
      label={t('first.openHandover', { name: from })}
      press={ht('offer.look')}
      {...(together.length === 0
        ? {}
        : {
            act: (
              <ActionButton
                action={answerHandover}
                input={{ handoverId: id, caseIds: together, accepts: true, reason: '' }}
              >
                {ht('asked.acceptAll', { count: together.length })}
              </ActionButton>
            ),
          })}
    />
  )
}

/** People who could be one. */
export const DuplicateRow = ({ first: { pairs }, around }: RowOf<'duplicate'>) => {
  const t = useTranslations('today')
  return (
    <Row
      around={around}
      title={t('first.duplicates')}
      mark="info"
      why={t('first.pairs', { count: pairs })}
      says={t('first.pairsWhat')}
      href="/people/duplicates"
      label={t('first.openDuplicates')}
      press={t('first.compare')}
    />
  )
}
