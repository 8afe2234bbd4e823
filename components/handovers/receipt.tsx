import { useTranslations } from 'next-intl'
import { Time } from '@/components/ui/time'

/** Whether the colleague who is asked has had the note before them, as it stands now, and since when. */
export const Receipt = ({ readAt }: { readAt: Date | null }) => {
  const t = useTranslations('handovers')
  return readAt === null ? (
    <p className="text-sm text-muted">{t('receipt.none')}</p>
  ) : (
    <p className="text-sm text-done">
      <span aria-hidden="true">✓ </span>
      {t.rich('receipt.read', { day: () => <Time at={readAt} style="moment" /> })}
    </p>
  )
}
