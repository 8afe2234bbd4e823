import { useTranslations } from 'next-intl'
import { useCountdown } from '@/components/guardianship/countdown-labels'
import { useWhenLabels } from '@/components/ui/when-labels'
import { Row, type RowOf } from './first-row'

/** A minor who is missing: danger until someone says that they are found. */
export const MissingRow = ({ first: { missing }, around }: RowOf<'missing'>) => {
  const t = useTranslations('today')
  const why = useTranslations('cases.why')
  const { say } = useWhenLabels()
  const { event, file, untold } = missing
  const on = event.on === null ? t('first.removalNoDay') : say(event.on)
  return (
    <Row
      around={around}
      caseId={file.id}
      mark="danger"
      why={why('missing', { on })}
      says={t('first.missingTold', { untold: untold.length === 2 ? 'both' : (untold[0] ?? 'none') })}
      href={`/cases/${file.code}/guardianship?file=${file.id}`}
      label={t('first.updateOf', { code: file.code })}
      press={t('first.update')}
      isFirst
    />
  )
}

/** A minor who turns eighteen soon: with both ends of the day. */
export const EighteenRow = ({ first: { minor }, around }: RowOf<'eighteen'>) => {
  const t = useTranslations('today')
  const say = useCountdown()
  const { file, countdown } = minor
  return (
    <Row
      around={around}
      caseId={file.id}
      mark="late"
      why={t('first.eighteen')}
      says={countdown === null ? null : say(countdown)}
      href={`/cases/${file.code}/guardianship?file=${file.id}`}
      label={t('first.openGuardianship', { code: file.code })}
    />
  )
}
