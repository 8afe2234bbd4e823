import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Link } from '@/components/ui/link'
import { Tag } from '@/components/ui/tag'
import { formatTime } from '@/components/ui/time'
import { answerCapability, takeCapabilityBack } from '@/lib/accounts/capability.actions'
import type { CapabilityLine } from '@/lib/accounts/capability.rules'

/**
 * Who may read which figures until when, and by whom it was given; what waits for a second admin is marked.
 * @param names whose it is comes first; otherwise what it is
 * @param readerId the admin who may answer here; null for everyone else
 */
export const CapabilityLines = ({
  lines,
  names = false,
  readerId,
}: {
  lines: readonly CapabilityLine[]
  names?: boolean
  readerId: string | null
}) => (
  <ul>
    {lines.map((line) => (
      <li
        key={line.id}
        className="flex flex-wrap items-center justify-between gap-3 border-b border-hair py-3 last:border-b-0"
      >
        <Words line={line} names={names} readerId={readerId} />
        {readerId === null ? null : <Buttons line={line} />}
      </li>
    ))}
  </ul>
)

const Words = ({
  line,
  names,
  readerId,
}: {
  line: CapabilityLine
  names: boolean
  readerId: string | null
}) => {
  const t = useTranslations('capabilities')
  const locale = useLocale()
  const { kind, holderId, holder, until, state, askedBy, askedOn, givenBy } = line
  return (
    <span className="min-w-0">
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1 font-semibold">
        {names && readerId !== null && readerId !== holderId ? (
          <Link href={`/accounts/${holderId}`} className="inline-flex min-h-11 items-center sm:min-h-0">
            {holder}
          </Link>
        ) : (
          <span>{names ? holder : t(`kind.${kind}`)}</span>
        )}
        <span className="font-normal">{t('until', { day: formatTime(locale, until, 'day') })}</span>
        {state === 'asked' ? <Tag kind="late">{t('waits')}</Tag> : null}
      </span>
      {names && state === 'asked' ? <span className="block">{t(`kind.${kind}`)}</span> : null}
      <span className="block text-sm text-muted">
        {givenBy === null
          ? t('askedBy', { asker: askedBy, day: formatTime(locale, askedOn, 'day') })
          : t('givenBy', { asker: askedBy, giver: givenBy })}
      </span>
    </span>
  )
}

const Buttons = ({ line: { id, kind, holder, state, isOwn } }: { line: CapabilityLine }) => {
  const t = useTranslations('capabilities')
  const whose = <span className="sr-only"> {t('whose', { name: holder, kind: t(`kind.${kind}`) })}</span>
  if (state === 'given')
    return (
      <ActionButton action={takeCapabilityBack} input={{ grantId: id }}>
        {t('takeBack')}
        {whose}
      </ActionButton>
    )
  return (
    <span className="flex flex-wrap items-center gap-3">
      {isOwn ? (
        <span className="text-sm text-muted">{t('second')}</span>
      ) : (
        <ActionButton action={answerCapability} input={{ grantId: id, said: 'given' }}>
          {t('give')}
          {whose}
        </ActionButton>
      )}
      <ActionButton action={answerCapability} input={{ grantId: id, said: 'refused' }}>
        {t(isOwn ? 'takeBack' : 'refuse')}
        {whose}
      </ActionButton>
    </span>
  )
}
