import { useTranslations } from 'next-intl'
import { Tag } from '@/components/ui/tag'
import { SEVERITIES } from '@/lib/cases/severity.rules'
import { SIGNAL_KINDS } from './severity-labels'

/**
 * A worry about a person, by its word; how bad it is is said too, not only coloured. Of a restricted file lists say no more than
 * how bad it is: `label` is null.
 */
export const SignalTag = ({ severity, label }: { severity: string; label: string | null }) => {
  const t = useTranslations('cases')
  const known = SEVERITIES.read(severity)
  if (label === null) return <Tag kind={SIGNAL_KINDS[known]}>{t(`severity.${known}`)}</Tag>
  return (
    <Tag kind={SIGNAL_KINDS[known]}>
      {label}
      <span className="font-normal"> · {t(`severity.${known}`)}</span>
    </Tag>
  )
}
