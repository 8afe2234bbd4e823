import { useTranslations } from 'next-intl'
import { Tag, type TagKind } from '@/components/ui/tag'
import { SEVERITIES, type Severity } from '@/lib/cases/case.rules'

const KINDS: Readonly<Record<Severity, TagKind>> = {
  critical: 'danger',
  serious: 'danger',
  watch: 'late',
  info: 'info',
}

/** A worry about a person, by its word; how bad it is is said too, not only coloured. */
export const SignalTag = ({ severity, label }: { severity: string; label: string }) => {
  const t = useTranslations('cases')
  const known = SEVERITIES.find((one) => one === severity) ?? 'info'
  return (
    <Tag kind={KINDS[known]}>
      {label}
      <span className="font-normal"> · {t(`severity.${known}`)}</span>
    </Tag>
  )
}
