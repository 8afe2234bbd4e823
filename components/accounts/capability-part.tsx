import { useLocale, useTranslations } from 'next-intl'
import { Link } from '@/components/ui/link'
import { formatTime } from '@/components/ui/time'
import type { CapabilityLine } from '@/lib/accounts/capability.rules'
import { CAPABILITIES } from '@/lib/shared/capabilities'
import type { Day } from '@/lib/shared/dates'
import { CapabilityForm } from './capability-form'
import { CapabilityLines } from './capability-lines'
import { Part } from './part'

/** What a colleague may read of figures beside their role, on their page among the accounts. @param last the last day that may be asked for */
export const CapabilityPart = ({
  staffId,
  lines,
  last,
  readerId,
}: {
  staffId: string
  lines: readonly CapabilityLine[]
  last: Day
  readerId: string
}) => {
  const t = useTranslations('capabilities')
  const locale = useLocale()
  const free = CAPABILITIES.codes.filter((kind) => !lines.some((line) => line.kind === kind))
  return (
    <Part id="figures" title={t('part')} className="grid gap-4">
      {lines.length === 0 ? <p>{t('partNone')}</p> : <CapabilityLines lines={lines} readerId={readerId} />}
      {free.length === 0 ? null : (
        <CapabilityForm
          staffId={staffId}
          kinds={free.map((kind) => ({ value: kind, label: t(`kind.${kind}`), hint: t(`about.${kind}`) }))}
          last={formatTime(locale, last, 'day')}
        />
      )}
      <p>
        <Link href="/reports/readers">{t('all')}</Link>
      </p>
    </Part>
  )
}
