import { useTranslations } from 'next-intl'
import { useCountdown } from '@/components/guardianship/countdown-labels'
import { FileLink } from '@/components/layout/file-link'
import { Tag } from '@/components/ui/tag'
import { useWhenLabels } from '@/components/ui/when-labels'
import type { First } from '@/lib/today/first-line.data'
import { Row } from './first-row'

type Of<K extends First['kind']> = { readonly first: Extract<First, { kind: K }>; readonly isTeam: boolean }

/** A minor who is missing: danger until someone says that they are found. */
export const MissingRow = ({ first: { missing }, isTeam }: Of<'missing'>) => {
  const t = useTranslations('today')
  const { say } = useWhenLabels()
  const { event, file, untold } = missing
  const told = t('first.missingTold', { untold: untold.length === 2 ? 'both' : (untold[0] ?? 'none') })
  return (
    <Row
      tag={<Tag kind="danger">{t('first.missing')}</Tag>}
      under={isTeam ? [file.worker, told].join(' · ') : told}
      href={`/cases/${file.code}/guardianship?file=${file.id}`}
      label={t('first.openGuardianship', { code: file.code })}
      isFirst
    >
      <FileLink code={file.code} id={file.id} /> ·{' '}
      <strong>
        {t('first.missingSince', { on: event.on === null ? t('first.removalNoDay') : say(event.on) })}
      </strong>
    </Row>
  )
}

/** A minor who turns eighteen soon: with both ends of the day. */
export const EighteenRow = ({ first: { minor }, isTeam }: Of<'eighteen'>) => {
  const t = useTranslations('today')
  const say = useCountdown()
  const { file, countdown } = minor
  return (
    <Row
      tag={<Tag kind="late">{t('first.eighteen')}</Tag>}
      under={isTeam ? file.worker : t('first.eighteenWhat')}
      href={`/cases/${file.code}/guardianship?file=${file.id}`}
      label={t('first.openGuardianship', { code: file.code })}
    >
      <FileLink code={file.code} id={file.id} /> · {countdown === null ? null : say(countdown)}
    </Row>
  )
}
