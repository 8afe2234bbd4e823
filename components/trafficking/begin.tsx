import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import type { Option } from '@/lib/cases/word.view'
import { BeginForm } from './begin-form'
import { DangerBand } from './danger-band'

/** Before anything is written: who will see it, and that this file tells no one. */
export const BeginTrafficking = (props: {
  caseId: string
  people: readonly Option[]
  colleagues: readonly Option[]
}) => {
  const t = useTranslations('trafficking')
  return (
    <section aria-labelledby="trafficking" className="grid max-w-prose gap-4">
      <h2 id="trafficking">{t('beginTitle')}</h2>
      <DangerBand isNow={false} />
      <Card>
        <p>{t('beginWhat')}</p>
        <p className="mt-2 font-semibold">{t('beginWho')}</p>
        <p className="mt-2">{t('beginHere')}</p>
      </Card>
      <BeginForm {...props} />
    </section>
  )
}
