import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { Card } from '@/components/ui/card'
import { Fold } from '@/components/ui/fold'
import { formatTime } from '@/components/ui/time'
import { throwAway } from '@/lib/imports/import.actions'
import type { ImportData } from '@/lib/imports/imports-page.data'

/** Until when what stood in the table lies there, encrypted, and the press that deletes it now. */
export const Forget = ({ data: { one, forgetOn } }: { data: ImportData }) => {
  const t = useTranslations('imports')
  const locale = useLocale()
  if (one.forgottenAt !== null) return <p className="text-muted">{t('forgotten')}</p>
  const isOver = one.startedAt !== null
  const until = t(isOver ? 'forget.rest' : 'forget.all', { day: formatTime(locale, forgetOn, 'day') })
  const press = (
    <ActionButton action={throwAway} input={{ importId: one.id }} kind="danger">
      {t(isOver ? 'forget.now' : 'forget.do')}
    </ActionButton>
  )
  // What is left when the import has ended lies there unasked: it is said in the open.
  if (isOver)
    return (
      <Card as="section" label={t('forget.title')} className="grid gap-3">
        <h2>{t('forget.title')}</h2>
        <p className="max-w-prose">
          {until} {t('forget.what')}
        </p>
        <p>{press}</p>
      </Card>
    )
  return (
    <Fold label={t('forget.title')}>
      <p className="mb-3 max-w-prose">
        {until} {t('forget.what')}
      </p>
      {press}
    </Fold>
  )
}
